import type { GraphOperation, GraphRow, ReadSoFar } from '../graph-operation.ts';
import { objectIn, textsIn } from '../row-fields.ts';

const conditionalAccess = '/identity/conditionalAccess/policies';
const securityDefaults = '/policies/identitySecurityDefaultsEnforcementPolicy';

/** Users asked about per-user MFA at most: one call each, of which a batch takes twenty. */
const mostUsers = 10_000;

/** What the tenant's policies say. */
export const policyOperations: readonly GraphOperation[] = [
  { id: conditionalAccess, answers: 'collection', budget: 'conditionalAccess' },
  {
    id: '/identity/conditionalAccess/namedLocations',
    answers: 'collection',
    budget: 'conditionalAccess',
    keep: withoutRanges,
  },
  { id: securityDefaults, answers: 'object', budget: 'other' },
  { id: '/policies/authorizationPolicy', answers: 'object', budget: 'other' },
  { id: '/policies/crossTenantAccessPolicy/default', answers: 'object', budget: 'other' },
  { id: '/policies/crossTenantAccessPolicy/partners', answers: 'collection', budget: 'other' },
  {
    id: '/users/{id}/authentication/requirements',
    version: 'beta',
    answers: 'object',
    budget: 'directory',
    each: {
      of: [conditionalAccess, securityDefaults, '/users', '/groups/{id}/transitiveMembers'],
      ids: usersWithoutPolicy,
      atMost: mostUsers,
    },
  },
];

/**
 * Users for whom the old per-user switch may be all there is: those that no policy includes without any condition. That
 * is more than need be, and never fewer.
 */
function usersWithoutPolicy(read: ReadSoFar): readonly string[] {
  if (read.object(securityDefaults)?.['isEnabled'] === true) return [];
  const covering = read.rows(conditionalAccess).filter(coversEverything).map(exclusionsOf);
  const excluded = covering.map(({ users, groups }) => {
    const members = read.rowsBy('/groups/{id}/transitiveMembers');
    return new Set([...users, ...groups.flatMap((group) => (members.get(group) ?? []).map(({ id }) => id))]);
  });
  return read.rows('/users').flatMap(({ id, accountEnabled, userType }) => {
    if (accountEnabled !== true || typeof id !== 'string') return [];
    const isCovered = covering.some(
      ({ guests }, at) => !excluded[at]?.has(id) && !(guests && String(userType).toLowerCase() === 'guest'),
    );
    return isCovered ? [] : [id];
  });
}

/** An enabled policy that asks everybody for a second factor, whatever the application, client, place or risk. */
function coversEverything(policy: GraphRow): boolean {
  const conditions = objectIn(policy, 'conditions');
  const applications = objectIn(conditions, 'applications');
  const users = objectIn(conditions, 'users');
  const grant = objectIn(policy, 'grantControls');
  const isConditional = ['platforms', 'locations', 'devices', 'authenticationFlows', 'clientApplications'].some(
    (field) => conditions[field] !== null && conditions[field] !== undefined,
  );
  const isForRisk = ['userRiskLevels', 'signInRiskLevels'].some((field) => textsIn(conditions, field).length > 0);
  const controls = textsIn(grant, 'builtInControls');
  const demands =
    (controls.includes('mfa') && controls.length === 1) ||
    grant['authenticationStrength'] != null ||
    controls.includes('block');
  return (
    policy['state'] === 'enabled' &&
    textsIn(users, 'includeUsers').includes('All') &&
    textsIn(users, 'excludeRoles').length === 0 &&
    textsIn(applications, 'includeApplications').includes('All') &&
    textsIn(conditions, 'clientAppTypes').includes('all') &&
    !isConditional &&
    !isForRisk &&
    demands
  );
}

function exclusionsOf(policy: GraphRow): {
  readonly users: readonly unknown[];
  readonly groups: readonly string[];
  readonly guests: boolean;
} {
  const users = objectIn(objectIn(policy, 'conditions'), 'users');
  return {
    users: textsIn(users, 'excludeUsers'),
    groups: textsIn(users, 'excludeGroups').map(String),
    guests:
      users['excludeGuestsOrExternalUsers'] != null || textsIn(users, 'excludeUsers').includes('GuestsOrExternalUsers'),
  };
}

/** The addresses of an organisation's places are nobody's business; that they are trusted is. */
function withoutRanges({ '@odata.type': type, id, displayName, isTrusted }: GraphRow): GraphRow {
  return { '@odata.type': type, id, displayName, isTrusted };
}
