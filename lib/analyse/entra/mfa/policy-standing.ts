import type { ConditionalAccessPolicy, PolicyUsers } from '../../../model/entra/conditional-access.ts';
import type { GapCode } from '../../../model/entra/mfa-coverage.ts';
import type { EntraUser } from '../../../model/entra/user.ts';
import type { RoleHolders } from '../role-holders.ts';

/** Who is in which group and holds which role, as far as it was read. */
export interface Directory {
  readonly users: readonly EntraUser[];
  /** Places in that list of guests and of whoever comes from another tenant. */
  readonly external: readonly number[];
  /** Members, those of nested groups among them; undefined where they were not read. */
  membersOf(group: string): ReadonlySet<string> | undefined;
  /** Undefined where roles were not read. */
  readonly active: RoleHolders | undefined;
  readonly eligible: RoleHolders | undefined;
  /** A policy that names a custom role means nobody by it. */
  isCustomRole(role: string): boolean;
}

/** How a policy stands to a user. */
export type Standing = 'applies' | 'may-apply' | GapCode;

/** What a standing is in a table of bytes. */
export const standings: readonly Standing[] = [
  'applies',
  'may-apply',
  'NOT_IN_SCOPE',
  'EXCLUDED_USER',
  'EXCLUDED_GROUP',
  'EXCLUDED_GUEST',
  'PIM_ELIGIBLE',
  'SCOPED_ROLE',
];
const [applies, mayApply, notInScope, excludedUser, excludedGroup, excludedGuest, eligible, scoped] =
  standings.keys() as unknown as readonly [number, number, number, number, number, number, number, number];

/** Places of the users in the directory's list, by id. */
export type Places = ReadonlyMap<string, number>;

/**
 * How a policy stands to every user, one byte each, as a place in {@link standings}. Exclusion wins over inclusion. A role
 * is meant where it is active in the tenant as a whole; who is merely eligible, or holds it in an administrative unit, is
 * not included ("Conditional Access: Users, groups, and workload identities", Microsoft Entra ID).
 */
export function standingOf(policy: ConditionalAccessPolicy, directory: Directory, places: Places): Uint8Array {
  const include = withBuiltInRoles(policy.include, directory);
  const exclude = withBuiltInRoles(policy.exclude, directory);
  const { users } = directory;
  const all = include.users.has('All');
  const row = new Uint8Array(users.length).fill(all ? applies : notInScope);
  if (!all) includeSome(row, include, directory, places);
  const put = (ids: Iterable<string>, standing: number): void => {
    for (const id of ids) {
      const at = places.get(id);
      if (at !== undefined && (row[at] === applies || row[at] === mayApply)) row[at] = standing;
    }
  };
  put(exclude.users, excludedUser);
  for (const group of exclude.groups) {
    const members = directory.membersOf(group);
    if (members) put(members, excludedGroup);
    else row.forEach((standing, at) => (row[at] = standing === applies ? mayApply : standing));
  }
  for (const at of guestsIn(exclude, directory))
    if (row[at] === applies || row[at] === mayApply)
      row[at] = isUncertain(exclude, users[at]) ? mayApply : excludedGuest;
  for (const role of exclude.roles) {
    put(directory.active?.inTenant(role) ?? [], excludedUser);
    if (!directory.active || directory.active.isPartial(role))
      row.forEach((standing, at) => (row[at] = standing === applies ? mayApply : standing));
  }
  return row;
}

function withBuiltInRoles(named: PolicyUsers, { isCustomRole }: Directory): PolicyUsers {
  return { ...named, roles: new Set([...named.roles].filter((role) => !isCustomRole(role))) };
}

function includeSome(row: Uint8Array, include: PolicyUsers, directory: Directory, places: Places): void {
  const put = (ids: Iterable<string>, standing: number, over: (before: number | undefined) => boolean): void => {
    for (const id of ids) {
      const at = places.get(id);
      if (at !== undefined && over(row[at])) row[at] = standing;
    }
  };
  const isOut = (before: number | undefined): boolean => before !== applies;
  for (const role of include.roles) {
    put(directory.active?.scoped(role) ?? [], scoped, isOut);
    put(directory.eligible?.inTenant(role) ?? [], eligible, isOut);
  }
  const isPartial = (role: string): boolean => !directory.active || directory.active.isPartial(role);
  const unread = include.groups.some((group) => !directory.membersOf(group)) || [...include.roles].some(isPartial);
  if (unread) row.fill(mayApply);
  for (const role of include.roles) put(directory.active?.inTenant(role) ?? [], applies, isOut);
  put(include.users, applies, isOut);
  for (const group of include.groups) put(directory.membersOf(group) ?? [], applies, isOut);
  for (const at of guestsIn(include, directory))
    if (row[at] !== applies) row[at] = isUncertain(include, directory.users[at]) ? mayApply : applies;
}

/** Places of the guests and external users that a policy means. */
function guestsIn({ users, guests }: PolicyUsers, directory: Directory): readonly number[] {
  if (guests.size === 0 && !users.has('GuestsOrExternalUsers')) return [];
  return directory.external.filter((at) => {
    const kind = directory.users[at]?.kind ?? 'member';
    return guests.has(kind) || users.has('GuestsOrExternalUsers');
  });
}

/** Of which tenant a guest is, the account does not say. Internal guests are of none. */
function isUncertain({ isOfSomeTenants, users }: PolicyUsers, user: EntraUser | undefined): boolean {
  return isOfSomeTenants && user?.kind !== 'internalGuest' && !users.has('GuestsOrExternalUsers');
}
