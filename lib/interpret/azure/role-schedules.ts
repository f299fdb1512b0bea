import type { PartDefinition } from '../part.ts';

/** STUB: to be written. */
export const roleSchedules: PartDefinition<'azure.roleSchedules'> = {
  per: 'azure-subscription',
  operations: ['Microsoft.Authorization/roleAssignmentScheduleInstances'],
  interpret: () => {
    throw new TypeError('not built');
  },
};
