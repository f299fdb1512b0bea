import type { PartDefinition } from '../part.ts';

/** STUB: to be written. */
export const scaleSets: PartDefinition<'azure.scaleSets'> = {
  per: 'azure-subscription',
  operations: ['Microsoft.Compute/virtualMachineScaleSets'],
  interpret: () => {
    throw new TypeError('not built');
  },
};
