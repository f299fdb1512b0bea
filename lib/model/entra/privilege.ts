import type { EntraUser } from './user.ts';

/** Ways to the control of a tenant. */
export const privilegePaths = [
  'activeRole',
  'customRole',
  'eligibleRole',
  'eligibleGroup',
  'groupOwner',
  'appPermission',
  'appOwner',
  'spOwner',
] as const;

/** One of {@link privilegePaths}. */
export type PrivilegePath = (typeof privilegePaths)[number];

/**
 * How far a role or permission goes: it controls the tenant (tier 0) at once; it leads there by way of another object; or
 * it is privileged without that.
 */
export type PrivilegeTier = 'direct' | 'indirect' | 'privileged';

/** One object on a way: who or what it is, and how it leads to the next. */
export interface PrivilegeStep {
  /** Object id. */
  readonly id: string;
  readonly name: string;
  readonly kind: 'user' | 'group' | 'servicePrincipal' | 'application' | 'role' | 'permission';
  /** How the object leads to the next one; absent of the last. */
  readonly by?: 'holds' | 'mayActivate' | 'memberOf' | 'mayJoin' | 'owns' | 'signsInAs' | 'scopedTo';
}

/** A way that was found, from the principal to the role or permission. */
export interface PrivilegeWay {
  readonly path: PrivilegePath;
  readonly tier: PrivilegeTier;
  readonly steps: readonly PrivilegeStep[];
  /** Id of the role assignment, grant or ownership that the principal itself holds, to take away. */
  readonly held: string;
  /** Held for good: no activation, no end. Only of active roles. */
  readonly isStanding?: boolean;
}

/** A role that holds in an administrative unit or for one object alone. */
export interface ScopedRole {
  readonly role: string;
  readonly roleName: string;
  readonly assignment: string;
  readonly scope: string;
}

/** Somebody or something that signs in, and what it can reach. */
export interface PrivilegedPrincipal {
  readonly id: string;
  readonly name: string;
  readonly kind: 'user' | 'servicePrincipal';
  readonly user?: EntraUser;
  readonly enabled: boolean;
  /** Every way, the shortest of each path first. */
  readonly ways: readonly PrivilegeWay[];
  readonly scopedRoles: readonly ScopedRole[];
  /** Grants over everybody's data or over the directory, bounded by what the signed-in user may do. */
  readonly delegated: readonly { readonly grant: string; readonly scopes: readonly string[] }[];
  /** Names of all directory roles held now, and of those that may be activated. */
  readonly roles: readonly string[];
  readonly eligibleRoles: readonly string[];
}

/** Whether a principal controls the tenant, or can. */
export function isTierZero({ ways }: PrivilegedPrincipal): boolean {
  return ways.some(({ tier }) => tier !== 'privileged');
}

/** Who can control a tenant. */
export interface PrivilegeReport {
  /** Only those who hold something. */
  readonly principals: readonly PrivilegedPrincipal[];
  /** People who are Global Administrator now, and those who are or can make themselves it; enabled ones only. */
  readonly globalAdministrators: { readonly active: readonly string[]; readonly effective: readonly string[] };
  /** Parts without which somebody may be missing here, by what was not read. */
  readonly unread: readonly string[];
}
