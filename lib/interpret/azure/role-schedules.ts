import type { AzureRoleSchedule } from '../../model/azure/role.ts';
import type { PartDefinition } from '../part.ts';
import { given, itemsOf, wordIn } from '../json-object.ts';
import { grantOf, propertiesOf } from './role-grant.ts';

const operation = 'Microsoft.Authorization/roleAssignmentScheduleInstances';

/** Active roles, as Privileged Identity Management sees them. */
export const roleSchedules: PartDefinition<'azure.roleSchedules'> = {
  per: 'azure-subscription',
  operations: [operation],
  interpret: (answers) =>
    itemsOf(answers, operation).map((each): AzureRoleSchedule => {
      const properties = propertiesOf(each);
      return {
        ...grantOf(each),
        isActivated: wordIn(properties, 'assignmentType')?.toLowerCase() === 'activated',
        ...given('origin', wordIn(properties, 'originRoleAssignmentId')),
      };
    }),
};
