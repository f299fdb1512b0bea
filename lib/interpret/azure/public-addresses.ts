import type { PartDefinition } from '../part.ts';

/** STUB: to be written. */
export const publicAddresses: PartDefinition<'azure.publicAddresses'> = {
  per: 'azure-subscription',
  operations: ['Microsoft.Network/publicIPAddresses'],
  interpret: () => {
    throw new TypeError('not built');
  },
};
