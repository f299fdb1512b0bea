import type { CaseSnapshot } from '../../../lib/model/check-case.ts';
import type { ApprovedAzure, EntraRules } from '../../../lib/model/standard.ts';
import type { KeyedResponse, Snapshot } from '../../../lib/model/snapshot.ts';

/** The rules of a standard that nobody wrote. */
export const rules: EntraRules = {
  emergencyAccounts: [],
  genericNames: [],
  globalAdministrators: { least: 2, most: 4 },
  pendingInviteDays: 30,
  secretDays: 180,
  certificateDays: 365,
};

/** A standard that restricts nothing in Azure. */
export const unrestricted: ApprovedAzure = { types: [], locations: [], ignoredTypes: [] };

/** The tenant that cases are about. */
export const tenant = '7e57aaaa-0000-4000-8000-000000000001';
const collectedAt = '2026-06-01T00:00:00.000Z';

type Answers = Snapshot['responses'];
type Fields = Readonly<Record<string, unknown>>;

const empty = [
  '/applications',
  '/deviceManagement/deviceConfigurations',
  '/domains',
  '/groupSettings',
  '/groups',
  '/identity/conditionalAccess/namedLocations',
  '/identity/conditionalAccess/policies',
  '/oauth2PermissionGrants',
  '/policies/crossTenantAccessPolicy/partners',
  '/reports/authenticationMethods/userRegistrationDetails',
  '/reports/servicePrincipalSignInActivities',
  '/roleManagement/directory/roleAssignmentScheduleInstances',
  '/roleManagement/directory/roleAssignments',
  '/roleManagement/directory/roleDefinitions',
  '/roleManagement/directory/roleEligibilityScheduleInstances',
  '/servicePrincipals',
  '/users',
];

const each = [
  '/applications/{id}/federatedIdentityCredentials',
  '/applications/{id}/owners',
  '/groups/{id}/owners',
  '/groups/{id}/transitiveMembers',
  '/identityGovernance/privilegedAccess/group/eligibilityScheduleInstances',
  '/servicePrincipals/{id}/appRoleAssignedTo',
  '/servicePrincipals/{id}/owners',
  '/users/{id}/authentication/requirements',
];

/** A tenant with a licence, without security defaults, and otherwise empty, with these answers. */
export function inTenant(...answers: readonly Answers[]): CaseSnapshot {
  return {
    unit: { provider: 'entra', tenant },
    collectedAt,
    responses: {
      ...Object.fromEntries(empty.map((operation) => [operation, { value: [] }])),
      ...Object.fromEntries(each.map((operation) => [operation, []])),
      '/organization': { value: [{ id: tenant, displayName: 'Contoso' }] },
      '/subscribedSkus': {
        value: [
          { capabilityStatus: 'Enabled', servicePlans: [{ servicePlanId: 'eec0eb4f-6444-4f95-aba0-50c24d67f998' }] },
        ],
      },
      '/policies/authorizationPolicy': { defaultUserRolePermissions: {} },
      '/policies/crossTenantAccessPolicy/default': {},
      '/policies/identitySecurityDefaultsEnforcementPolicy': { isEnabled: false },
      ...answers.reduce((all, one) => ({ ...all, ...one }), {}),
    },
  };
}

/** The same, with an operation refused as Graph refuses it. */
export function refused(given: CaseSnapshot, operation: string, code = 'Authorization_RequestDenied'): CaseSnapshot {
  const { [operation]: _, ...responses } = given.responses ?? {};
  const message = 'Insufficient privileges to complete the operation.';
  return { ...given, responses, errors: [...(given.errors ?? []), { operation, code, message }] };
}

/** Users by short ids, which stand for object ids. */
export function users(...list: readonly Fields[]): Answers {
  return { '/users': { value: list } };
}

/** A member account, in use since January 2024. */
export function member(id: string, fields: Fields = {}): Fields {
  return {
    id,
    displayName: id,
    userPrincipalName: `${id}@contoso.example`,
    userType: 'Member',
    accountEnabled: true,
    createdDateTime: '2024-01-10T09:00:00Z',
    lastPasswordChangeDateTime: '2025-11-02T08:00:00Z',
    ...fields,
  };
}

/** What these users registered; the value says which methods. */
export function registered(methods: Readonly<Record<string, readonly string[]>>): Answers {
  const rows = Object.entries(methods).map(([id, methodsRegistered]) => {
    return { id, isMfaCapable: methodsRegistered.length > 0, methodsRegistered };
  });
  return { '/reports/authenticationMethods/userRegistrationDetails': { value: rows } };
}

/** The old per-user MFA is off for these users. */
export function perUserMfaOff(...ids: readonly string[]): Answers {
  return {
    '/users/{id}/authentication/requirements': ids.map((id) => ({
      input: { id },
      output: { perUserMfaState: 'disabled' },
    })),
  };
}

/** Policies of Conditional Access. */
export function policies(...list: readonly Fields[]): Answers {
  return { '/identity/conditionalAccess/policies': { value: list } };
}

/** A policy that asks everybody for MFA everywhere, unless the fields say otherwise. */
export function mfaPolicy(
  id: string,
  {
    users: of = {},
    conditions = {},
    grantControls = { operator: 'OR', builtInControls: ['mfa'] },
    ...fields
  }: {
    readonly users?: Fields;
    readonly conditions?: Fields;
    readonly grantControls?: Fields;
    readonly state?: string;
  } = {},
): Fields {
  return {
    id,
    displayName: id,
    state: 'enabled',
    conditions: {
      clientAppTypes: ['all'],
      applications: { includeApplications: ['All'] },
      users: { includeUsers: ['All'], ...of },
      ...conditions,
    },
    grantControls,
    ...fields,
  };
}

/** The roles that cases assign. */
export const roles = {
  globalAdministrator: '62e90394-69f5-4237-9190-012177145e10',
  userAdministrator: 'fe930be7-5e62-47db-91af-98c3a49a38b1',
} as const;

/** Active role assignments: `[user, role]`, and the scope where it is not the tenant. */
export function assigned(...list: readonly (readonly [string, string, string?])[]): Answers {
  return { '/roleManagement/directory/roleAssignments': { value: list.map(assignment) } };
}

/** The same for eligible ones. */
export function eligible(...list: readonly (readonly [string, string, string?])[]): Answers {
  return { '/roleManagement/directory/roleEligibilityScheduleInstances': { value: list.map(assignment) } };
}

function assignment([principalId, roleDefinitionId, directoryScopeId = '/']: readonly [
  string,
  string,
  string?,
]): Fields {
  return { id: `${principalId}-${roleDefinitionId.slice(0, 8)}`, principalId, roleDefinitionId, directoryScopeId };
}

/** Groups with their members and, after these, their owners. */
export function groups(
  ...list: readonly { readonly id: string; readonly members: readonly string[]; readonly owners?: readonly string[] }[]
): Answers {
  const objects = (ids: readonly string[]) => ids.map((id) => ({ '@odata.type': '#microsoft.graph.user', id }));
  return {
    '/groups': { value: list.map(({ id }) => ({ id, displayName: id, isAssignableToRole: true })) },
    '/groups/{id}/transitiveMembers': keyed(list.map(({ id, members }) => [id, objects(members)])),
    '/groups/{id}/owners': keyed(list.map((group) => [group.id, objects(group.owners ?? [])])),
  };
}

/** Microsoft Graph as an enterprise application, and others beside it. */
export function enterpriseApps(...list: readonly Fields[]): Answers {
  const graph = {
    id: 'graph',
    appId: '00000003-0000-0000-c000-000000000000',
    displayName: 'Microsoft Graph',
    accountEnabled: true,
    appOwnerOrganizationId: 'f8cdef31-a31e-4b4a-93e4-5f571e91255a',
  };
  return { '/servicePrincipals': { value: [graph, ...list] } };
}

/** An enterprise application of the tenant's own, unless the fields say otherwise. */
export function app(id: string, fields: Fields = {}): Fields {
  return {
    id,
    appId: `${id}-app`,
    displayName: id,
    servicePrincipalType: 'Application',
    accountEnabled: true,
    appOwnerOrganizationId: tenant,
    createdDateTime: '2024-05-01T00:00:00Z',
    ...fields,
  };
}

/** An application of somebody else. */
export function foreignApp(id: string, fields: Fields = {}): Fields {
  return app(id, { appOwnerOrganizationId: 'aaaaaaaa-0000-4000-8000-000000000009', ...fields });
}

/** Permissions of Microsoft Graph: `[service principal, id of the permission]`. */
export function granted(...list: readonly (readonly [string, string])[]): Answers {
  const rows = list.map(([principalId, appRoleId]) => ({
    id: `grant-${principalId}`,
    principalId,
    resourceId: 'graph',
    appRoleId,
  }));
  return { '/servicePrincipals/{id}/appRoleAssignedTo': keyed([['graph', rows]]) };
}

/** Objects by the id of what they belong to, as an operation with `{id}` answers. */
export function keyed(entries: readonly (readonly [string, readonly Fields[]])[]): KeyedResponse[] {
  return entries.map(([id, value]) => ({ input: { id }, output: { value } }));
}

/** Object references to users, as lists of owners hold them. */
export function owners(operation: string, by: Readonly<Record<string, readonly string[]>>): Answers {
  const rows = Object.entries(by).map(([id, ids]) => {
    return [id, ids.map((owner) => ({ '@odata.type': '#microsoft.graph.user', id: owner }))] as const;
  });
  return { [operation]: keyed(rows) };
}
