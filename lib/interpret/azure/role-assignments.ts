import type { PartDefinition } from '../part.ts';
import { itemsOf } from '../json-object.ts';
import { grantOf } from './role-grant.ts';

const operation = 'Microsoft.Authorization/roleAssignments';

/** Roles that hold in the subscription: given at it, above it, or below it. */
export const roleAssignments: PartDefinition<'azure.roleAssignments'> = {
  per: 'azure-subscription',
  operations: [operation],
  interpret: (answers) => itemsOf(answers, operation).map(grantOf),
};
