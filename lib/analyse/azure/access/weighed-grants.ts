import type { RolePower } from '../../../model/azure/access.ts';
import { scopeKey, scopeLevel, type ScopeLevel } from '../../../model/azure/role-scope.ts';
import type { Subtract } from './deny-index.ts';
import type { Grant } from './grants.ts';
import type { KnownRole, KnownRoles } from './known-roles.ts';
import { rolePower, type PowerFound } from './role-power.ts';
import type { RoleProfile } from './role-profile.ts';

/** A role that somebody holds, and how far it goes there. */
export interface WeighedGrant {
  readonly grant: Grant;
  readonly level: ScopeLevel;
  /** The scope as a key. */
  readonly key: string;
  readonly power: RolePower;
  readonly hasUnclearCondition: boolean;
  readonly actions: readonly string[];
  /** Undefined where the role's definition was not read. */
  readonly role?: KnownRole;
  /** What the role allows there, less what is denied. */
  readonly profile?: RoleProfile;
}

/** Weighs roles: what one allows, less what is denied to its holder there. */
export function weighing(roles: KnownRoles, subtract: Subtract): (grant: Grant) => WeighedGrant {
  const known = new Map<string, PowerFound>();
  const numbers = new Map<RoleProfile, number>();
  return (grant) => {
    const level = scopeLevel(grant.scope);
    const key = scopeKey(grant.scope);
    const role = roles.get(grant.role);
    if (!role) return { grant, level, key, power: 'unknown', hasUnclearCondition: false, actions: [] };
    const profile = subtract(role.profile, grant.principal, grant.scope);
    if (!numbers.has(profile)) numbers.set(profile, numbers.size);
    const name = `${numbers.get(profile)}|${grant.role}|${grant.condition ?? ''}`;
    const found = known.get(name) ?? rolePower(profile, grant.role, grant.condition, roles.givers);
    known.set(name, found);
    return { grant, level, key, role, profile, ...found };
  };
}
