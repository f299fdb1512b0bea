import type { PartDefinition } from '../part.ts';

/** STUB: to be written. */
export const roleAssignments: PartDefinition<'azure.roleAssignments'> = {
  per: 'azure-subscription',
  operations: ['Microsoft.Authorization/roleAssignments'],
  interpret: () => {
    throw new TypeError('not built');
  },
};
