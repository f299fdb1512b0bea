import { graphNeeds, signInActivity } from '../../lib/model/entra/graph-operations.ts';
import { snapshotSchema, type CollectError, type KeyedResponse, type Snapshot } from '../../lib/model/snapshot.ts';

/** A tenant as a case states it: Graph's collections by name. A missing one is empty. */
export type CaseTenant = Readonly<Record<string, unknown>>;

type Row = Readonly<Record<string, unknown>>;
type Rows = readonly Row[];

/** The collections of a case, and the operation that answers with each. */
const collections: Readonly<Record<string, string>> = {
  applications: '/applications',
  conditionalAccessPolicies: '/identity/conditionalAccess/policies',
  domains: '/domains',
  groupSettings: '/groupSettings',
  groups: '/groups',
  namedLocations: '/identity/conditionalAccess/namedLocations',
  oauth2PermissionGrants: '/oauth2PermissionGrants',
  roleAssignments: '/roleManagement/directory/roleAssignments',
  roleAssignmentScheduleInstances: '/roleManagement/directory/roleAssignmentScheduleInstances',
  roleDefinitions: '/roleManagement/directory/roleDefinitions',
  roleEligibilityScheduleInstances: '/roleManagement/directory/roleEligibilityScheduleInstances',
  servicePrincipalSignInActivities: '/reports/servicePrincipalSignInActivities',
  servicePrincipals: '/servicePrincipals',
  userRegistrationDetails: '/reports/authenticationMethods/userRegistrationDetails',
  users: '/users',
};

/** Objects by the id of what they belong to. */
const byObject: Readonly<Record<string, string>> = {
  applicationOwners: '/applications/{id}/owners',
  groupOwners: '/groups/{id}/owners',
  servicePrincipalOwners: '/servicePrincipals/{id}/owners',
};

/** The unit that a scan of the tenant of a case would have written. */
export function entraUnit(tenant: CaseTenant, collectedAt: string): Snapshot {
  const id = textOf(tenant['organizationId']) ?? '7e57aaaa-0000-4000-8000-000000000001';
  const hasUsers = Array.isArray(tenant['users']) && tenant['users'].length > 0;
  // Where users are there all the same, what was refused is one of their fields.
  const errors = fetchErrors(tenant['fetchErrors']).map((error) =>
    error.operation === '/users' && hasUsers ? { ...error, operation: signInActivity } : error,
  );
  // A case that is not about the use of applications states no report of it.
  const unstated = tenant['servicePrincipalSignInActivities'] ? [] : ['/reports/servicePrincipalSignInActivities'];
  const failed = new Set(unstated.concat(errors.filter(({ input }) => !input).map(({ operation }) => operation)));
  const answers = responsesOf(tenant, id, errors.some(isLicence));
  return {
    schema: snapshotSchema,
    unit: { provider: 'entra', tenant: id },
    collectedAt,
    responses: Object.fromEntries(Object.entries(answers).filter(([operation]) => !failed.has(operation))),
    errors,
  };
}

function responsesOf(tenant: CaseTenant, id: string, isUnlicensed: boolean): Record<string, unknown> {
  const rows = (name: string): Rows => (Array.isArray(tenant[name]) ? (tenant[name] as Rows) : []);
  const groups = rows('groups').map((group) => String(group['id']));
  const members = record(tenant['groupMembers']);
  const resources = Map.groupBy(rows('appRoleAssignments'), ({ resourceId }) => String(resourceId));
  const eligibilities = Map.groupBy(rows('privilegedAccessGroupEligibilityScheduleInstances'), ({ groupId }) =>
    String(groupId),
  );
  const perUser = record(tenant['perUserMfaState']);
  const enabled = rows('users').filter(({ accountEnabled }) => accountEnabled === true);
  const trust = crossTenantOf(tenant);
  const skus = { value: [{ capabilityStatus: 'Enabled', servicePlans: [{ servicePlanId: premium }] }] };
  return {
    ...Object.fromEntries(Object.entries(collections).map(([name, operation]) => [operation, { value: rows(name) }])),
    ...Object.fromEntries(
      Object.entries(byObject).map(([name, operation]) => [operation, keyed(Object.entries(record(tenant[name])))]),
    ),
    '/organization': { value: [{ id, displayName: 'Contoso' }] },
    // Whoever cannot pay for it sees nothing: a case says so by an error.
    ...(tenant['subscribedSkus']
      ? { '/subscribedSkus': { value: rows('subscribedSkus') } }
      : !isUnlicensed && { '/subscribedSkus': skus }),
    '/policies/identitySecurityDefaultsEnforcementPolicy': tenant['identitySecurityDefaultsEnforcementPolicy'] ?? {
      isEnabled: false,
    },
    '/policies/authorizationPolicy': tenant['authorizationPolicy'] ?? { defaultUserRolePermissions: {} },
    '/policies/crossTenantAccessPolicy/default': trust.byDefault,
    '/policies/crossTenantAccessPolicy/partners': { value: trust.partners },
    '/groups/{id}/transitiveMembers': keyed(
      [...new Set([...groups, ...Object.keys(members)])].map((group) => [group, closure(group, members)]),
    ),
    '/identityGovernance/privilegedAccess/group/eligibilityScheduleInstances': keyed([...eligibilities]),
    '/servicePrincipals/{id}/appRoleAssignedTo': keyed([...resources]),
    '/users/{id}/authentication/requirements': enabled.map(({ id: user }) => ({
      input: { id: user },
      output: { perUserMfaState: perUser[String(user)] ?? 'disabled' },
    })),
  };
}

const premium = 'eec0eb4f-6444-4f95-aba0-50c24d67f998';

function keyed(entries: readonly (readonly [string, unknown])[]): KeyedResponse[] {
  return entries.map(([id, value]) => ({ input: { id }, output: { value } }));
}

/** Members of members, as Graph answers; nested groups may go round in a circle. */
function closure(group: string, members: Row): Rows {
  const found = new Map<string, Row>();
  const open = [group];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const member of (members[next] ?? []) as Rows) {
      const id = String(member['id']);
      if (found.has(id) || id === group) continue;
      found.set(id, member);
      open.push(id);
    }
  }
  return [...found.values()];
}

function crossTenantOf(tenant: CaseTenant): { readonly byDefault: unknown; readonly partners: unknown } {
  const named = Object.entries(tenant).filter(([name]) => /crossTenant/i.test(name));
  const list = named.find(([name, value]) => /partner/i.test(name) && Array.isArray(value))?.[1];
  const whole = record(named.find(([, value]) => !Array.isArray(value))?.[1]);
  return { byDefault: whole['default'] ?? whole, partners: list ?? whole['partners'] ?? [] };
}

/** Calls that failed, whichever way the case names them: by path, by address, or by the collection. */
function fetchErrors(stated: unknown): CollectError[] {
  const entries: readonly (readonly [string, Row])[] = Array.isArray(stated)
    ? (stated as Rows).map((each) => [Object.values(each).find((value) => typeof value === 'string') ?? '', each])
    : Object.entries(record(stated)).map(([call, each]) => [call, record(each)]);
  return entries.map(([call, each]) => {
    const { operation, input } = operationOf(call);
    const body = typeof each['body'] === 'string' ? parsed(each['body']) : record(each['body']);
    const error = record(body['error'] ?? body);
    return {
      operation,
      code: textOf(error['code']) ?? textOf(each['code']) ?? `HTTP ${JSON.stringify(each['status'] ?? 0)}`,
      message: textOf(error['message']) ?? textOf(each['message']) ?? '',
      ...(input && { input }),
    };
  });
}

function operationOf(call: string): { readonly operation: string; readonly input?: Row } {
  if (/signInActivity/i.test(call)) return { operation: signInActivity };
  if (collections[call]) return { operation: collections[call] };
  const path = call
    .replace(/^\w+ /, '')
    .replace(/^https:\/\/[^/]+/, '')
    .replace(/^\/?(?:v1\.0|beta)\//, '/')
    .replace(/\?.*$/s, '');
  const id = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/i.exec(path)?.[0];
  const operation = (path.startsWith('/') ? path : `/${path}`).replace(id ?? '\0', '{id}');
  const known = Object.keys(graphNeeds).find((each) => each === operation || each.endsWith(operation)) ?? operation;
  return { operation: known, ...(id && { input: { id } }) };
}

function isLicence({ code, message }: CollectError): boolean {
  return /premium|licen[sc]e/i.test(`${code} ${message}`);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function record(value: unknown): Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : {};
}

function parsed(text: string): Row {
  try {
    return record(JSON.parse(text));
  } catch {
    return { message: text };
  }
}
