import type { ConditionalAccessPolicy } from '../../../model/entra/conditional-access.ts';
import type { ObjectsById } from '../../../model/entra/group.ts';
import type { Enforcement, MfaReport } from '../../../model/entra/mfa-coverage.ts';
import { isEmergencyAccount } from '../../../model/entra/is-emergency-account.ts';
import type { EntraUser } from '../../../model/entra/user.ts';
import type { Unread } from '../../../model/unread.ts';
import type { AnalysisDefinition, EntraSources } from '../../analysis.ts';
import { isBuiltInRole } from '../privilege/privileged-roles.ts';
import { roleHolders, type RoleHolders } from '../role-holders.ts';
import { coverageOf, type Joined } from './coverage-of.ts';
import { danglingReferences } from './dangling-references.ts';
import { enforcementOf } from './enforcement-of.ts';
import { notAtSignIn } from './not-at-sign-in.ts';
import { standingOf, standings, type Directory } from './policy-standing.ts';
import { underSecurityDefaults } from './security-defaults.ts';

/** Who must bring a second factor, where, and who could get in without one. */
export const mfa: AnalysisDefinition<'entra.mfa'> = {
  per: 'entra-tenant',
  requires: ['entra.users'],
  uses: [
    'entra.crossTenantTrust',
    'entra.groupMembers',
    'entra.groups',
    'entra.licences',
    'entra.namedLocations',
    'entra.perUserMfa',
    'entra.policies',
    'entra.registrations',
    'entra.roleAssignments',
    'entra.roleDefinitions',
    'entra.roleEligibilities',
    'entra.securityDefaults',
  ],
  analyse: analyseMfa,
};

/** Comparisons in one tenant: some twenty seconds at worst. The largest tenants that were generated need a tenth. */
const mostWork = 100_000_000;

const unreadable: Enforcement = {
  enforcement: 'unknown',
  gaps: [{ code: 'POLICIES_UNREADABLE', policies: [] }],
  isLegacyOpen: false,
};

function analyseMfa(sources: EntraSources): MfaReport {
  const users = sources.part('entra.users') ?? [];
  const directory = directoryOf(sources, users);
  const joined = joinedOf(sources);
  const basis = basisOf(sources);
  const policies = sources.part('entra.policies') ?? [];
  const inForce = policies.filter(({ state }) => state !== 'disabled');
  const enforcement = enforcementByUser(basis, inForce, directory, sources);
  const groups = sources.part('entra.groups');
  const locations = sources.part('entra.namedLocations');
  return {
    users: users.map((user, at) => coverageOf(user, enforcement(at), joined)),
    dangling: danglingReferences(policies, {
      users: new Set(users.map(({ id }) => id)),
      groups: groups && new Set(groups.map(({ id }) => id)),
      locations: locations && new Set(locations.map(({ id }) => id)),
    }),
    ...(typeof basis === 'object' && { unread: basis }),
  };
}

/** What enforces MFA in a tenant, or why nobody can tell. */
type Basis = 'securityDefaults' | 'conditionalAccess' | 'none' | Unread;

/**
 * What enforces MFA in the tenant. Security defaults and policies that are in force exclude each other. Where the licence
 * is missing, Graph answers with an empty list: it says nothing.
 */
function basisOf({ part }: EntraSources): Basis {
  const defaults = part('entra.securityDefaults');
  const policies = part('entra.policies');
  const licences = part('entra.licences');
  if (defaults?.isEnabled) return 'securityDefaults';
  if (policies?.some(({ state }) => state === 'enabled')) return 'conditionalAccess';
  const unread = (operation: string, message: string): Unread => ({ operation, code: 'NotRead', message });
  const list = '/identity/conditionalAccess/policies';
  if (!policies) return unread(list, 'which policies there are was not read');
  if (!defaults)
    return unread(
      '/policies/identitySecurityDefaultsEnforcementPolicy',
      'whether security defaults are on was not read',
    );
  if (policies.length > 0 || licences?.hasP1) return 'none';
  if (!licences)
    return unread(
      '/subscribedSkus',
      'whether the tenant has the licence without which the list of policies is always empty',
    );
  const message = 'the list of policies is empty, and without the licence it always is: it proves nothing';
  return { operation: list, code: 'EmptyWithoutLicence', message, licence: 'P1' };
}

function enforcementByUser(
  basis: Basis,
  policies: readonly ConditionalAccessPolicy[],
  directory: Directory,
  { part }: EntraSources,
): (at: number) => Enforcement {
  const { users } = directory;
  if (typeof basis === 'object') return () => unreadable;
  if (basis === 'securityDefaults') return (at) => underSecurityDefaults(users[at]?.id ?? '', directory.active);
  const locations = part('entra.namedLocations');
  const judged = policies.map((policy) =>
    usesUnread(policy, locations) ? { ...policy, unknown: ['locations'] } : policy,
  );
  const places = new Map(users.map(({ id }, at) => [id, at]));
  // One row a user, one byte a policy: users with the same bytes are treated alike, and are judged once.
  const table = Buffer.alloc(users.length * judged.length);
  for (const [column, policy] of judged.entries()) {
    const row = standingOf(policy, directory, places);
    for (let at = 0; at < row.length; at += 1) table[at * judged.length + column] = row[at] ?? 0;
  }
  const reasons = judged.map(notAtSignIn);
  const known = new Map<string, Enforcement>();
  const work = { left: mostWork };
  return (at) => {
    const key = table.toString('latin1', at * judged.length, (at + 1) * judged.length);
    const before = known.get(key);
    if (before) return before;
    const stands = judged.map((policy, column) => {
      const standing = standings[key.charCodeAt(column)] ?? 'NOT_IN_SCOPE';
      const reason = reasons[column];
      const applies = standing === 'applies' || standing === 'may-apply';
      if (reason === undefined) return { policy, stands: standing };
      return { policy, stands: applies || reason === 'WORKLOAD_ONLY' ? reason : ('NOT_IN_SCOPE' as const) };
    });
    const made = enforcementOf(stands, locations ?? [], work);
    known.set(key, made);
    return made;
  };
}

/** Whether a policy names places of which nobody knows whether they are trusted. */
function usesUnread({ locations: scope }: ConditionalAccessPolicy, locations: unknown): boolean {
  return !locations && scope !== undefined && [...scope.include, ...scope.exclude].some((id) => !id.startsWith('All'));
}

function directoryOf({ part }: EntraSources, users: readonly EntraUser[]): Directory {
  const members: ObjectsById = part('entra.groupMembers') ?? new Map();
  const groups = part('entra.groups');
  const known = groups && new Set(groups.map(({ id }) => id));
  const sets = new Map<string, ReadonlySet<string>>();
  const definitions = part('entra.roleDefinitions') ?? [];
  const custom = new Set(
    definitions.filter(({ id, isBuiltIn }) => !isBuiltIn && !isBuiltInRole(id)).map(({ id }) => id),
  );
  const holders = (name: 'entra.roleAssignments' | 'entra.roleEligibilities'): RoleHolders | undefined => {
    const assignments = part(name);
    return assignments && roleHolders(assignments, members, (id) => known?.has(id) ?? false);
  };
  return {
    users,
    external: users.flatMap(({ isGuest, kind }, at) => (isGuest || kind !== 'member' ? [at] : [])),
    active: holders('entra.roleAssignments'),
    eligible: holders('entra.roleEligibilities'),
    isCustomRole: (role) => custom.has(role),
    membersOf(group) {
      const list = members.get(group);
      // A group that is no more has no members.
      if (!list) return known && !known.has(group) ? new Set() : undefined;
      const set = sets.get(group) ?? new Set(list.map(({ id }) => id));
      sets.set(group, set);
      return set;
    },
  };
}

function joinedOf({ part, standard }: EntraSources): Joined {
  return {
    registrations: part('entra.registrations'),
    perUserMfa: part('entra.perUserMfa'),
    trust: part('entra.crossTenantTrust'),
    isEmergencyAccount: (user) => isEmergencyAccount(user, standard.entra),
  };
}
