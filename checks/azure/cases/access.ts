import type { Snapshot } from '../../../lib/model/snapshot.ts';
import { answering, scope } from './subscription.ts';

type Answers = Snapshot['responses'];

/** Roles by the GUIDs that Azure gives them. */
export const roles = {
  owner: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
  contributor: 'b24988ac-6180-42a0-ab88-20f7382dd24c',
  reader: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
  userAccessAdministrator: '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9',
  rbacAdministrator: 'f58310d9-a9f6-439a-9e8d-f62e7b41a168',
  machineContributor: '9980e02c-c2be-4d73-94e8-173b1dc7cf3c',
  blobOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b',
  custom: 'cccccccc-0000-4000-8000-000000000001',
} as const;

const rbac = 'Microsoft.Authorization';

interface Permission {
  readonly actions?: readonly string[];
  readonly notActions?: readonly string[];
  readonly dataActions?: readonly string[];
}

/** A role as ARM writes it; its type is custom when its GUID is the custom one. */
function definition(key: string, roleName: string, permissions: readonly Permission[], type = 'BuiltInRole'): object {
  const id = `${scope}/providers/${rbac}/roleDefinitions/${key}`;
  return {
    id,
    name: key,
    properties: { roleName, type, assignableScopes: [type === 'BuiltInRole' ? '/' : scope], permissions },
  };
}

const builtIn = [
  definition(roles.owner, 'Owner', [{ actions: ['*'] }]),
  definition(roles.contributor, 'Contributor', [
    { actions: ['*'], notActions: [`${rbac}/*/Delete`, `${rbac}/*/Write`, `${rbac}/elevateAccess/Action`] },
  ]),
  definition(roles.reader, 'Reader', [{ actions: ['*/read'] }]),
  definition(roles.userAccessAdministrator, 'User Access Administrator', [{ actions: ['*/read', `${rbac}/*`] }]),
  definition(roles.rbacAdministrator, 'Role Based Access Control Administrator', [
    { actions: [`${rbac}/roleAssignments/write`, `${rbac}/roleAssignments/delete`, '*/read'] },
  ]),
  definition(roles.machineContributor, 'Virtual Machine Contributor', [
    { actions: ['Microsoft.Compute/virtualMachines/*'] },
  ]),
  definition(roles.blobOwner, 'Storage Blob Data Owner', [
    { dataActions: ['Microsoft.Storage/storageAccounts/blobServices/containers/blobs/*'] },
  ]),
];

/** The built-in roles, and a custom one where its permissions are given. */
export function definitions(...custom: readonly Permission[]): Answers {
  const own = custom.length > 0 ? [definition(roles.custom, 'ops', custom, 'CustomRole')] : [];
  return answering(`${rbac}/roleDefinitions`, ...builtIn, ...own);
}

/** A principal, its role, where it holds it (default: the subscription), and a condition. */
export type Assigned = readonly [principal: string, role: string, at?: string, condition?: string];

function granted(kind: string, [principal, role, at = scope, condition]: Assigned, index: number): object {
  return {
    id: `${at === '/' ? '' : at}/providers/${rbac}/${kind}/aaaaaaaa-0000-4000-8000-${String(index).padStart(12, '0')}`,
    properties: {
      principalId: principal,
      roleDefinitionId: `/providers/${rbac}/roleDefinitions/${role}`,
      scope: at,
      ...(condition !== undefined && { condition, conditionVersion: '2.0' }),
    },
  };
}

/** Roles that are held. */
export function assigned(...list: readonly Assigned[]): Answers {
  return answering(`${rbac}/roleAssignments`, ...list.map((each, index) => granted('roleAssignments', each, index)));
}

/** Roles that may be activated. */
export function eligible(...list: readonly Assigned[]): Answers {
  const kind = 'roleEligibilityScheduleInstances';
  return answering(`${rbac}/${kind}`, ...list.map((each, index) => granted(kind, each, index)));
}

/** Roles that were activated for a time: they stand among the assignments as well. */
export function activated(...list: readonly Assigned[]): Answers {
  const kind = 'roleAssignmentScheduleInstances';
  const rows = list.map((each, index) => {
    const row = granted(kind, each, index) as { properties: object };
    return { ...row, properties: { ...row.properties, assignmentType: 'Activated' } };
  });
  return answering(`${rbac}/${kind}`, ...rows);
}

/** A person of the tenant. */
export function user(id: string, rest: object = {}): object {
  return { '@odata.type': '#microsoft.graph.user', id, userType: 'Member', accountEnabled: true, ...rest };
}

/** A service principal. */
export function servicePrincipal(id: string, rest: object = {}): object {
  return { '@odata.type': '#microsoft.graph.servicePrincipal', id, ...rest };
}

/** What Microsoft Graph says of principals. */
export function directory(...objects: readonly object[]): Answers {
  return answering('/directoryObjects/getByIds', ...objects);
}

/** Groups as objects, and their members. */
export function group(id: string): object {
  return { '@odata.type': '#microsoft.graph.group', id, displayName: id };
}

/** Who is in which group. */
export function members(byGroup: Readonly<Record<string, readonly string[]>>): Answers {
  const answers = Object.entries(byGroup).map(([id, people]) => ({
    input: { id },
    output: { value: people.map((each) => ({ '@odata.type': '#microsoft.graph.user', id: each })) },
  }));
  return { '/groups/{id}/transitiveMembers': answers };
}

const partner = '9a97ae95-0000-4000-8000-000000000009';

/** A standard that trusts the tenant of {@link delegated}. */
export const defaultTrust = { trustedAccounts: [{ id: partner, name: 'partner' }] } as const;

/** Delegations to another tenant, by name, and the role of each. */
export function delegated(byName: Readonly<Record<string, string>>): Answers {
  const services = `${scope}/providers/Microsoft.ManagedServices`;
  const names = Object.entries(byName);
  return {
    ...answering(
      'Microsoft.ManagedServices/registrationAssignments',
      ...names.map(([name]) => ({
        id: `${services}/registrationAssignments/${name}`,
        properties: { registrationDefinitionId: `${services}/registrationDefinitions/${name}` },
      })),
    ),
    ...answering(
      'Microsoft.ManagedServices/registrationDefinitions',
      ...names.map(([name, role]) => ({
        id: `${services}/registrationDefinitions/${name}`,
        properties: {
          registrationDefinitionName: name,
          managedByTenantId: partner,
          authorizations: [{ principalId: `group-${name}`, roleDefinitionId: role }],
        },
      })),
    ),
  };
}
