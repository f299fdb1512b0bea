import type { PartDefinition } from '../part.ts';

/** STUB: to be written. */
export const identityHolders: PartDefinition<'azure.identityHolders'> = {
  per: 'azure-subscription',
  operations: ['Microsoft.Compute/virtualMachines'],
  interpret: () => {
    throw new TypeError('not built');
  },
};
