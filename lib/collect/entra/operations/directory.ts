import { graphAppId } from '../../../model/entra/graph-app.ts';
import type { GraphOperation, GraphRow, ReadSoFar } from '../graph-operation.ts';

const policies = '/identity/conditionalAccess/policies';
const assignments = '/roleManagement/directory/roleAssignments';
const eligibilities = '/roleManagement/directory/roleEligibilityScheduleInstances';
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
    each: { of: [policies, assignments, eligibilities, '/groups'], ids: namedGroups },
  },
  {
    id: '/groups/{id}/owners',
    query: '$select=id,displayName',
    answers: 'collection',
    budget: 'directory',
    each: { of: [assignments, eligibilities, '/groups'], ids: groupsWithRoles },
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
  return read.rows('/servicePrincipals').flatMap((row) => (text(row, 'appId') === graphAppId ? id(row) : []));
}

/** Groups that policies or roles name: of others, nobody needs the members. */
function namedGroups(read: ReadSoFar): readonly string[] {
  const named = read.rows(policies).flatMap((policy) => {
    const users = object(object(policy, 'conditions'), 'users');
    return [...texts(users, 'includeGroups'), ...texts(users, 'excludeGroups')];
  });
  const known = new Set(read.rows('/groups').flatMap(id));
  // Of a group that is no more there is nothing to ask; where groups were not read, all are asked about.
  const existing = read.isRead('/groups') ? named.filter((each) => known.has(each)) : named;
  return [...existing, ...groupsWithRoles(read)];
}

function groupsWithRoles(read: ReadSoFar): readonly string[] {
  const groups = read.rows('/groups');
  const known = new Set(groups.flatMap(id));
  const assigned = [assignments, eligibilities].flatMap((each) =>
    read.rows(each).map((row) => text(row, 'principalId')),
  );
  return [
    ...assigned.filter((each) => known.has(each)),
    ...groups.filter((group) => group['isAssignableToRole'] === true).flatMap(id),
  ];
}

/** Service principals that hold a permission of the service or a role: whoever owns one may sign in as it. */
function privilegedPrincipals(read: ReadSoFar): readonly string[] {
  const known = new Set(read.rows('/servicePrincipals').flatMap(id));
  const holders = [...read.rowsBy(assignedTo).values()].flat().map((row) => text(row, 'principalId'));
  const withRoles = read.rows(assignments).map((row) => text(row, 'principalId'));
  return [...holders, ...withRoles].filter((each) => known.has(each));
}

function privilegedRegistrations(read: ReadSoFar): readonly string[] {
  const privileged = new Set(privilegedPrincipals(read));
  const appIds = new Set(
    read
      .rows('/servicePrincipals')
      .flatMap((row) => (id(row).some((each) => privileged.has(each)) ? text(row, 'appId') : [])),
  );
  return read.rows('/applications').flatMap((row) => (appIds.has(text(row, 'appId')) ? id(row) : []));
}

/** A group's id, for lists: none where an object has none. */
function id(row: GraphRow): readonly string[] {
  const value = row['id'];
  return typeof value === 'string' ? [value] : [];
}

function text(row: GraphRow, field: string): string {
  const value = row[field];
  return typeof value === 'string' ? value : '';
}

function texts(row: GraphRow, field: string): readonly string[] {
  const value = row[field];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

function object(row: GraphRow, field: string): GraphRow {
  const value = row[field];
  return typeof value === 'object' && value !== null ? (value as GraphRow) : {};
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
  const words = text(banned, 'value')
    .split(/[\t,]/)
    .filter((word) => word.trim() !== '');
  const others = list.filter((each) => each !== banned);
  return { ...row, values: [...others, { name: 'BannedPasswordCount', value: String(words.length) }] };
}
