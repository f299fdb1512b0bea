import type { Remediation } from '../judgement.ts';
import { graphCommand, idInPath } from './graph-command.ts';
import type { PrivilegedPrincipal, PrivilegeWay } from './privilege.ts';

/** The command that takes the first step of a way away from a principal. */
export function takeAway(
  { id }: Pick<PrivilegedPrincipal, 'id'>,
  way: PrivilegeWay,
): readonly [Remediation, ...Remediation[]] {
  const [first, second] = way.steps;
  if (first?.by === 'memberOf')
    return [graphCommand('DELETE', `groups/${idInPath(second?.id ?? '')}/members/${idInPath(id)}/$ref`)];
  if (first?.by === 'owns') return [ownership(id, way)];
  if (first?.by === 'mayActivate') return [eligibility(id, way)];
  if (first?.by === 'mayJoin') return [groupEligibility(id, way)];
  return [way.path === 'appPermission' ? permission(id, way) : assignment(way)];
}

function assignment({ held }: PrivilegeWay): Remediation {
  return graphCommand('DELETE', `roleManagement/directory/roleAssignments/${idInPath(held)}`);
}

function ownership(id: string, { path, held }: PrivilegeWay): Remediation {
  const of = path === 'groupOwner' ? 'groups' : path === 'appOwner' ? 'applications' : 'servicePrincipals';
  return graphCommand('DELETE', `${of}/${idInPath(held)}/owners/${idInPath(id)}/$ref`);
}

function eligibility(id: string, { steps }: PrivilegeWay): Remediation {
  return graphCommand('POST', 'roleManagement/directory/roleEligibilityScheduleRequests', {
    action: 'adminRemove',
    principalId: id,
    roleDefinitionId: steps.at(-1)?.id ?? '',
    directoryScopeId: '/',
    justification: 'Tenken',
  });
}

function groupEligibility(id: string, { steps, held }: PrivilegeWay): Remediation {
  return graphCommand('POST', 'identityGovernance/privilegedAccess/group/eligibilityScheduleRequests', {
    accessId: steps[0]?.by === 'owns' ? 'owner' : 'member',
    principalId: id,
    groupId: held,
    action: 'adminRemove',
    justification: 'Tenken',
  });
}

/** The grant is named by what holds it; which one it is, its own list says. */
function permission(id: string, { held }: PrivilegeWay): Remediation {
  return graphCommand('DELETE', `servicePrincipals/${idInPath(id)}/appRoleAssignments/${idInPath(held)}`);
}
