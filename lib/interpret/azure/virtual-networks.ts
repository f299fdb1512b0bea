import type { PartDefinition } from '../part.ts';

/** STUB: to be written. */
export const virtualNetworks: PartDefinition<'azure.virtualNetworks'> = {
  per: 'azure-subscription',
  operations: ['Microsoft.Network/virtualNetworks'],
  interpret: () => {
    throw new TypeError('not built');
  },
};
