import type { RoleAssignment, RoleSchedule, RoleScope } from '../../model/entra/directory-role.ts';
import type { PartDefinition } from '../part.ts';
import { given, itemsOf, momentIn, textIn, wordIn, type JsonObject } from '../json-object.ts';

const active = '/roleManagement/directory/roleAssignments';
const eligible = '/roleManagement/directory/roleEligibilityScheduleInstances';
const scheduled = '/roleManagement/directory/roleAssignmentScheduleInstances';

/** Who holds a role now, activated ones among them. */
export const roleAssignments: PartDefinition<'entra.roleAssignments'> = {
  per: 'entra-tenant',
  operations: [active],
  interpret: (answers) => itemsOf(answers, active).map(assignmentOf),
};

/** Who may take a role by activating it. */
export const roleEligibilities: PartDefinition<'entra.roleEligibilities'> = {
  per: 'entra-tenant',
  operations: [eligible],
  interpret: (answers) => itemsOf(answers, eligible).map(assignmentOf),
};

/** Active assignments, and whether they end. */
export const roleSchedules: PartDefinition<'entra.roleSchedules'> = {
  per: 'entra-tenant',
  operations: [scheduled],
  interpret: (answers) =>
    itemsOf(answers, scheduled).map((instance): RoleSchedule => ({
      ...assignmentOf(instance),
      isActivated: wordIn(instance, 'assignmentType') === 'Activated',
      ...given('ends', momentIn(instance, 'endDateTime')),
    })),
};

function assignmentOf(assignment: JsonObject): RoleAssignment {
  return {
    id: textIn(assignment, 'id'),
    principal: textIn(assignment, 'principalId'),
    role: textIn(assignment, 'roleDefinitionId'),
    scope: scopeOf(wordIn(assignment, 'directoryScopeId')),
  };
}

/** `/` is the tenant; an assignment in the scope of an application of another service names no directory scope. */
function scopeOf(directoryScope: string | undefined): RoleScope {
  if (directoryScope === '/') return { kind: 'tenant' };
  const unit = /^\/administrativeUnits\/(.+)$/i.exec(directoryScope ?? '')?.[1];
  if (unit !== undefined) return { kind: 'administrativeUnit', id: unit };
  return { kind: 'object', ...given('id', directoryScope?.replace(/^\//, '')) };
}
