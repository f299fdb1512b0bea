import type { PartDefinition } from '../part.ts';

/** STUB: to be written. */
export const roleEligibilities: PartDefinition<'azure.roleEligibilities'> = {
  per: 'azure-subscription',
  operations: ['Microsoft.Authorization/roleEligibilityScheduleInstances'],
  interpret: () => {
    throw new TypeError('not built');
  },
};
