import { everybody, type DenyAssignment } from '../../../model/azure/role.ts';
import { scopeKey, scopesAbove } from '../../../model/azure/role-scope.ts';
import { allows, allowsData, type RoleProfile } from './role-profile.ts';

/** Whom a deny assignment is asked about: the principal, and the groups that it is in. */
export type Everyone = (principal: string) => readonly string[];

/** Takes from a role what is denied to a principal at a scope. */
export type Subtract = (profile: RoleProfile, principal: string, scope: string) => RoleProfile;

/**
 * Deny assignments by scope. One takes away exactly the actions that it names, at its scope and below; one that stops at
 * its scope takes nothing from a role that reaches further down.
 */
export function denySubtraction(denies: readonly DenyAssignment[], identitiesOf: Everyone): Subtract {
  const enforced = denies.filter(({ isEnforced }) => isEnforced);
  if (enforced.length === 0) return (profile) => profile;
  const byScope = Map.groupBy(enforced, ({ scope }) => scopeKey(scope));
  const above = [...byScope.keys()].filter((key) => !key.startsWith('/subscriptions/'));
  const known = new Map<string, RoleProfile>();
  const numbers = new Map<RoleProfile, number>();
  return (profile, principal, scope) => {
    const own = scopeKey(scope);
    const keys = [...scopesAbove(scope), ...above.filter((key) => own.startsWith('/subscriptions/') || key === '/')];
    const found = [...new Set(keys)].flatMap((key) =>
      (byScope.get(key) ?? []).filter(({ isOnlyHere }) => !isOnlyHere || (key === own && isLeaf(own))),
    );
    const applying = found.length === 0 ? [] : found.filter((deny) => concerns(deny, identitiesOf(principal)));
    if (applying.length === 0) return profile;
    if (!numbers.has(profile)) numbers.set(profile, numbers.size);
    const name = [numbers.get(profile), ...applying.map(({ id }) => id)].join('|');
    const result = known.get(name) ?? without(profile, applying);
    known.set(name, result);
    return result;
  };
}

/** A resource: nothing that matters stands below it. */
function isLeaf(scope: string): boolean {
  return /\/providers\/[^/]+\/[^/]+\/[^/]+$/.test(scope) && scope.startsWith('/subscriptions/');
}

function concerns({ principals, excluded }: DenyAssignment, identities: readonly string[]): boolean {
  const names = (list: readonly string[]): boolean =>
    list.includes(everybody) || identities.some((id) => list.includes(id));
  return names(principals) && !names(excluded);
}

function without(profile: RoleProfile, denies: readonly DenyAssignment[]): RoleProfile {
  const permissions = denies.flatMap((deny) => deny.permissions);
  const actions = [...profile.actions].filter((action) => !permissions.some((each) => allows(each, action)));
  const dataActions = [...profile.dataActions].filter(
    (action) => !permissions.some((each) => allowsData(each, action)),
  );
  return { ...profile, actions: new Set(actions), dataActions: new Set(dataActions) };
}
