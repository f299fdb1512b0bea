import type { GraphRow, ReadSoFar } from '../graph-operation.ts';
import { objectIn, textIn, textsIn } from '../row-fields.ts';

/**
 * Users for whom the old per-user switch may be all there is: those whom no policy asks for a second factor, or blocks,
 * without any condition. That is more than need be, and never fewer.
 */
export function usersWithoutPolicy(read: ReadSoFar): readonly string[] {
  if (read.object('/policies/identitySecurityDefaultsEnforcementPolicy')?.['isEnabled'] === true) return [];
  const members = read.rowsBy('/groups/{id}/transitiveMembers');
  const covering = read
    .rows('/identity/conditionalAccess/policies')
    .filter(coversEverything)
    .map((policy) => exclusionsOf(policy, members));
  return read.rows('/users').flatMap((user) => {
    const id = textIn(user, 'id');
    if (user['accountEnabled'] !== true || id === '') return [];
    const isCovered = covering.some(({ ids, guests }) => !ids.has(id) && !(guests && isExternal(user)));
    return isCovered ? [] : [id];
  });
}

/** What of the conditions does not narrow a policy down by itself. */
const scopes: ReadonlySet<string> = new Set(['applications', 'clientAppTypes', 'users']);

/** An enabled policy that asks everybody for a second factor, whatever the application, client, place or risk. */
function coversEverything(policy: GraphRow): boolean {
  const conditions = objectIn(policy, 'conditions');
  const users = objectIn(conditions, 'users');
  const isNarrowed = Object.entries(conditions).some(
    ([name, value]) => !scopes.has(name) && value !== null && !(Array.isArray(value) && value.length === 0),
  );
  return (
    policy['state'] === 'enabled' &&
    textsIn(users, 'includeUsers').includes('All') &&
    textsIn(users, 'excludeRoles').length === 0 &&
    textsIn(objectIn(conditions, 'applications'), 'includeApplications').includes('All') &&
    textsIn(conditions, 'clientAppTypes').includes('all') &&
    !isNarrowed &&
    demandsFactor(objectIn(policy, 'grantControls'))
  );
}

/** Whether a second factor is asked for, or everything blocked. Where a click or a password serves instead, it is not. */
function demandsFactor(grant: GraphRow): boolean {
  const controls = textsIn(grant, 'builtInControls');
  if (controls.includes('block')) return true;
  const isStrong = objectIn(grant, 'authenticationStrength')['requirementsSatisfied'] === 'mfa';
  const isWeak = grant['authenticationStrength'] != null && !isStrong;
  const isOptional = grant['operator'] !== 'AND' && (isWeak || textsIn(grant, 'termsOfUse').length > 0);
  return (controls.includes('mfa') || isStrong) && !isOptional;
}

interface Exclusions {
  readonly ids: ReadonlySet<string>;
  readonly guests: boolean;
}

function exclusionsOf(policy: GraphRow, members: ReturnType<ReadSoFar['rowsBy']>): Exclusions {
  const users = objectIn(objectIn(policy, 'conditions'), 'users');
  const named = textsIn(users, 'excludeUsers');
  const grouped = textsIn(users, 'excludeGroups').flatMap((group) => members.get(group) ?? []);
  return {
    ids: new Set([...named, ...grouped.map((member) => textIn(member, 'id'))]),
    guests: users['excludeGuestsOrExternalUsers'] != null || named.includes('GuestsOrExternalUsers'),
  };
}

function isExternal(user: GraphRow): boolean {
  return textIn(user, 'userType').toLowerCase() === 'guest' || /#EXT#/i.test(textIn(user, 'userPrincipalName'));
}
