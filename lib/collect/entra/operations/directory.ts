import { graphAppId } from '../../../model/entra/graph-app.ts';
import type { GraphOperation, GraphRow, ReadSoFar } from '../graph-operation.ts';
import { idIn, objectIn, textIn, textsIn } from '../row-fields.ts';
import { groupsWithRoles, tellGroupsWithRoles } from './groups-with-roles.ts';

const policies = '/identity/conditionalAccess/policies';
const assignments = '/roleManagement/directory/roleAssignments';
const assignedTo = '/servicePrincipals/{id}/appRoleAssignedTo';

const userFields = [
  'id',
  'displayName',
  'userPrincipalName',
  'userType',
  'accountEnabled',
  'createdDateTime',
  'employeeHireDate',
  'externalUserState',
  'externalUserStateChangeDateTime',
  'onPremisesSyncEnabled',
  'passwordPolicies',
  'lastPasswordChangeDateTime',
  'assignedLicenses',
  'givenName',
  'surname',
];

/** The fields of `/users`, with and without those that need a licence. */
export const userQueries = {
  whole: `$select=${[...userFields, 'signInActivity'].join(',')}&$top=999`,
  withoutSignIns: `$select=${userFields.join(',')}&$top=999`,
} as const;

/** Who and what is in the directory. */
export const directoryOperations: readonly GraphOperation[] = [
  { id: '/organization', query: '$select=id,displayName', answers: 'collection', budget: 'directory' },
  {
    id: '/subscribedSkus',
    query: '$select=skuPartNumber,capabilityStatus,servicePlans',
    answers: 'collection',
    budget: 'directory',
    cost: 2,
  },
  { id: '/domains', answers: 'collection', budget: 'directory' },
  { id: '/groupSettings', answers: 'collection', budget: 'directory', keep: withoutBannedWords },
  { id: '/users', query: userQueries.whole, answers: 'collection', budget: 'directory' },
  {
    id: '/groups',
    query: '$select=id,displayName,isAssignableToRole&$top=999',
    answers: 'collection',
    budget: 'directory',
  },
  {
    id: '/groups/{id}/transitiveMembers',
    query: '$select=id&$top=999',
    answers: 'collection',
    budget: 'directory',
    cost: 4,
    each: { of: [policies, ...tellGroupsWithRoles], ids: namedGroups },
  },
  {
    id: '/groups/{id}/owners',
    query: '$select=id,displayName',
    answers: 'collection',
    budget: 'directory',
    each: { of: tellGroupsWithRoles, ids: groupsWithRoles },
  },
  {
    id: '/applications',
    query: '$select=id,appId,displayName,createdDateTime,passwordCredentials,keyCredentials&$top=999',
    answers: 'collection',
    budget: 'directory',
    keep: withoutKeys,
  },
  {
    id: '/servicePrincipals',
    query:
      '$select=id,appId,displayName,servicePrincipalType,accountEnabled,appOwnerOrganizationId,verifiedPublisher,createdDateTime,appRoleAssignmentRequired,passwordCredentials,keyCredentials,preferredSingleSignOnMode,alternativeNames,appRoles&$top=999',
    answers: 'collection',
    budget: 'directory',
    keep: withoutKeys,
  },
  {
    // Asked of the service that offers the permissions, one call answers for all who hold one.
    id: assignedTo,
    query: '$top=999',
    answers: 'collection',
    budget: 'directory',
    cost: 2,
    each: { of: ['/servicePrincipals'], ids: offeringServices },
  },
  {
    id: '/applications/{id}/owners',
    query: '$select=id,displayName',
    answers: 'collection',
    budget: 'directory',
    each: { of: ['/applications', '/servicePrincipals', assignedTo, assignments], ids: privilegedRegistrations },
  },
  {
    id: '/applications/{id}/federatedIdentityCredentials',
    query: '$select=name,issuer,subject',
    answers: 'collection',
    budget: 'directory',
    each: { of: ['/applications', '/servicePrincipals', assignedTo, assignments], ids: privilegedRegistrations },
  },
  {
    id: '/servicePrincipals/{id}/owners',
    query: '$select=id,displayName',
    answers: 'collection',
    budget: 'directory',
    each: { of: ['/servicePrincipals', assignedTo, assignments], ids: privilegedPrincipals },
  },
  { id: '/oauth2PermissionGrants', query: '$top=999', answers: 'collection', budget: 'directory', cost: 2 },
];

/** The services whose permissions are judged: Microsoft Graph. */
function offeringServices(read: ReadSoFar): readonly string[] {
  return read.rows('/servicePrincipals').flatMap((row) => (textIn(row, 'appId') === graphAppId ? idIn(row) : []));
}

/** Groups that policies or roles name: of others, nobody needs the members. */
function namedGroups(read: ReadSoFar): readonly string[] {
  const named = read.rows(policies).flatMap((policy) => {
    const users = objectIn(objectIn(policy, 'conditions'), 'users');
    return [...textsIn(users, 'includeGroups'), ...textsIn(users, 'excludeGroups')];
  });
  const known = new Set(read.rows('/groups').flatMap(idIn));
  // Of a group that is no more there is nothing to ask; where groups were not read, all are asked about.
  const existing = read.isRead('/groups') ? named.filter((each) => known.has(each)) : named;
  return [...existing, ...groupsWithRoles(read)];
}

/** Service principals that hold a permission of the service or a role: whoever owns one may sign in as it. */
function privilegedPrincipals(read: ReadSoFar): readonly string[] {
  const known = new Set(read.rows('/servicePrincipals').flatMap(idIn));
  const holders = [...read.rowsBy(assignedTo).values()].flat().map((row) => textIn(row, 'principalId'));
  const withRoles = read.rows(assignments).map((row) => textIn(row, 'principalId'));
  return [...holders, ...withRoles].filter((each) => known.has(each));
}

function privilegedRegistrations(read: ReadSoFar): readonly string[] {
  const privileged = new Set(privilegedPrincipals(read));
  const appIds = new Set(
    read
      .rows('/servicePrincipals')
      .flatMap((row) => (idIn(row).some((each) => privileged.has(each)) ? textIn(row, 'appId') : [])),
  );
  return read.rows('/applications').flatMap((row) => (appIds.has(textIn(row, 'appId')) ? idIn(row) : []));
}

/** Public keys and hints say nothing that anybody needs. */
function withoutKeys(row: GraphRow): GraphRow {
  const strip = (field: string, kept: readonly string[]): readonly GraphRow[] => {
    const list = row[field];
    return Array.isArray(list)
      ? list.map((each: GraphRow) => Object.fromEntries(kept.map((name) => [name, each[name] ?? null])))
      : [];
  };
  const common = ['keyId', 'displayName', 'startDateTime', 'endDateTime', 'customKeyIdentifier'];
  return {
    ...row,
    passwordCredentials: strip('passwordCredentials', common),
    keyCredentials: strip('keyCredentials', [...common, 'type', 'usage']),
  };
}

/** An organisation's own banned passwords are half a password: how many there are is enough. */
function withoutBannedWords(row: GraphRow): GraphRow {
  const values = row['values'];
  if (!Array.isArray(values)) return row;
  const list = values as readonly GraphRow[];
  const banned = list.find(({ name }) => name === 'BannedPasswordList');
  if (!banned) return row;
  const words = textIn(banned, 'value')
    .split(/[\t,]/)
    .filter((word) => word.trim() !== '');
  const others = list.filter((each) => each !== banned);
  return { ...row, values: [...others, { name: 'BannedPasswordCount', value: String(words.length) }] };
}
