import type { PartDefinition } from '../part.ts';

/** STUB: to be written. */
export const machines: PartDefinition<'azure.machines'> = {
  per: 'azure-subscription',
  operations: ['Microsoft.Compute/virtualMachines'],
  interpret: () => {
    throw new TypeError('not built');
  },
};
