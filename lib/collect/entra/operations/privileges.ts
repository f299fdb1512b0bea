import type { GraphOperation } from '../graph-operation.ts';
import { groupsWithRoles, tellGroupsWithRoles } from './groups-with-roles.ts';

const assignments = '/roleManagement/directory/roleAssignments';
const eligibilities = '/roleManagement/directory/roleEligibilityScheduleInstances';

/** Who holds directory roles, and who may take one. */
export const privilegeOperations: readonly GraphOperation[] = [
  {
    id: assignments,
    query: '$select=id,principalId,roleDefinitionId,directoryScopeId',
    answers: 'collection',
    budget: 'other',
  },
  {
    id: '/roleManagement/directory/roleDefinitions',
    query: '$select=id,templateId,displayName,isBuiltIn,isEnabled,rolePermissions',
    answers: 'collection',
    budget: 'other',
  },
  { id: eligibilities, answers: 'collection', budget: 'other' },
  { id: '/roleManagement/directory/roleAssignmentScheduleInstances', answers: 'collection', budget: 'other' },
  {
    id: '/identityGovernance/privilegedAccess/group/eligibilityScheduleInstances',
    query: "$filter=groupId eq '{id}'",
    answers: 'collection',
    budget: 'other',
    each: { of: tellGroupsWithRoles, ids: groupsWithRoles },
  },
];
