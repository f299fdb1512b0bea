import type {
  Application,
  AppRoleAssignment,
  PermissionGrant,
  ServicePrincipal,
} from '../../../model/entra/application.ts';
import type {
  GroupEligibility,
  RoleAssignment,
  RoleDefinition,
  RoleSchedule,
} from '../../../model/entra/directory-role.ts';
import type { EntraGroup, ObjectsById } from '../../../model/entra/group.ts';
import type { EntraUser } from '../../../model/entra/user.ts';
import type { EntraSources } from '../../analysis.ts';

/** The objects of a tenant that privileges run along, indexed; what was not read is empty. */
export interface TenantGraph {
  readonly users: ReadonlyMap<string, EntraUser>;
  readonly groups: ReadonlyMap<string, EntraGroup>;
  readonly servicePrincipals: ReadonlyMap<string, ServicePrincipal>;
  /** By application id. */
  readonly registrations: ReadonlyMap<string, Application>;
  readonly definitions: ReadonlyMap<string, RoleDefinition>;
  readonly active: readonly RoleAssignment[];
  readonly eligible: readonly RoleAssignment[];
  /** Where Privileged Identity Management could be read. */
  readonly schedules: readonly RoleSchedule[] | undefined;
  /** By object id of who holds them. */
  readonly permissions: ReadonlyMap<string, readonly AppRoleAssignment[]>;
  readonly grants: readonly PermissionGrant[];
  readonly members: ObjectsById;
  readonly groupOwners: ObjectsById;
  readonly groupEligibilities: ReadonlyMap<string, readonly GroupEligibility[]>;
  readonly applicationOwners: ObjectsById;
  readonly servicePrincipalOwners: ObjectsById;
}

/** Indexes what was read of a tenant. */
export function tenantGraph({ part }: EntraSources): TenantGraph {
  const byId = <T extends { readonly id: string }>(list: readonly T[] | undefined): ReadonlyMap<string, T> =>
    new Map(list?.map((each) => [each.id, each]));
  return {
    users: byId(part('entra.users')),
    groups: byId(part('entra.groups')),
    servicePrincipals: byId(part('entra.servicePrincipals')),
    registrations: new Map(part('entra.applications')?.map((each) => [each.appId, each])),
    definitions: byId(part('entra.roleDefinitions')),
    active: part('entra.roleAssignments') ?? [],
    eligible: part('entra.roleEligibilities') ?? [],
    schedules: part('entra.roleSchedules'),
    permissions: Map.groupBy(part('entra.appRoleAssignments') ?? [], ({ principal }) => principal),
    grants: part('entra.permissionGrants') ?? [],
    members: part('entra.groupMembers') ?? new Map(),
    groupOwners: part('entra.groupOwners') ?? new Map(),
    groupEligibilities: part('entra.groupEligibilities') ?? new Map(),
    applicationOwners: part('entra.applicationOwners') ?? new Map(),
    servicePrincipalOwners: part('entra.servicePrincipalOwners') ?? new Map(),
  };
}
