import { armKey } from '../../../model/azure/arm-id.ts';
import type { HeldHow } from '../../../model/azure/access.ts';
import type { AzureDelegation, AzureRoleAssignment, AzureRoleSchedule } from '../../../model/azure/role.ts';
import { scopeKey } from '../../../model/azure/role-scope.ts';

/** A role that somebody holds, and how. */
export interface Grant extends AzureRoleAssignment {
  readonly how: HeldHow;
  /** The managing tenant and the name there, of who comes by a delegation. */
  readonly tenant?: string;
  readonly principalName?: string;
}

/**
 * Active roles, each as what it is: one that was activated appears among the assignments like any other, and only its
 * schedule tells. A schedule names the assignment behind it; where it does not, principal, role and scope do.
 */
export function activeGrants(
  assignments: readonly AzureRoleAssignment[],
  schedules: readonly AzureRoleSchedule[],
): readonly Grant[] {
  if (schedules.length === 0) return assignments.map((each) => ({ ...each, how: 'standing' }));
  const ids = new Set(assignments.map(({ id }) => armKey(id)));
  const isNamed = ({ origin }: AzureRoleSchedule): boolean => origin !== undefined && ids.has(armKey(origin));
  const activated = schedules.filter(({ isActivated }) => isActivated);
  const origins = new Set(activated.filter(isNamed).map(({ origin = '' }) => armKey(origin)));
  const assigned = new Set(schedules.filter(({ isActivated }) => !isActivated).map(tripleOf));
  const triples = new Set(activated.filter((each) => !isNamed(each)).map(tripleOf));
  const isActivated = (each: AzureRoleAssignment): boolean =>
    origins.has(armKey(each.id)) || (triples.has(tripleOf(each)) && !assigned.has(tripleOf(each)));
  const known = new Set(assignments.map(tripleOf));
  const alone = activated.filter((each) => !isNamed(each) && !known.has(tripleOf(each)));
  return [
    ...assignments.map((each): Grant => ({ ...each, how: isActivated(each) ? 'activated' : 'standing' })),
    ...alone.map((each): Grant => ({ ...each, id: each.origin ?? each.id, how: 'activated' })),
  ];
}

/** What principals of other tenants may do. */
export function delegatedGrants(delegations: readonly AzureDelegation[]): readonly Grant[] {
  return delegations.flatMap(({ id, scope, tenant, roles = [] }) =>
    roles.map(({ principal, name, role }): Grant => ({
      id,
      principal,
      role,
      scope,
      how: 'external',
      ...(tenant !== undefined && { tenant }),
      ...(name !== undefined && { principalName: name }),
    })),
  );
}

function tripleOf({ principal, role, scope }: AzureRoleAssignment): string {
  return `${principal}|${role}|${scopeKey(scope)}`;
}
