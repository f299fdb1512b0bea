import type { GraphOperation, GraphRow } from '../graph-operation.ts';
import { usersWithoutPolicy } from './users-without-policy.ts';

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

/** The addresses of an organisation's places are nobody's business; that they are trusted is. */
function withoutRanges({ '@odata.type': type, id, displayName, isTrusted }: GraphRow): GraphRow {
  return { '@odata.type': type, id, displayName, isTrusted };
}
