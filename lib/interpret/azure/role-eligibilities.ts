import type { PartDefinition } from '../part.ts';
import { itemsOf } from '../json-object.ts';
import { grantOf } from './role-grant.ts';

const operation = 'Microsoft.Authorization/roleEligibilityScheduleInstances';

/** Roles that may be activated (Privileged Identity Management). */
export const roleEligibilities: PartDefinition<'azure.roleEligibilities'> = {
  per: 'azure-subscription',
  operations: [operation],
  interpret: (answers) => itemsOf(answers, operation).map(grantOf),
};
