import type { PartDefinition } from '../part.ts';

/** STUB: to be written. */
export const denyAssignments: PartDefinition<'azure.denyAssignments'> = {
  per: 'azure-subscription',
  operations: ['Microsoft.Authorization/denyAssignments'],
  interpret: () => {
    throw new TypeError('not built');
  },
};
