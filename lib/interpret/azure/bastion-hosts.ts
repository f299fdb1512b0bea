import type { PartDefinition } from '../part.ts';

/** STUB: to be written. */
export const bastionHosts: PartDefinition<'azure.bastionHosts'> = {
  per: 'azure-subscription',
  operations: ['Microsoft.Network/bastionHosts'],
  interpret: () => {
    throw new TypeError('not built');
  },
};
