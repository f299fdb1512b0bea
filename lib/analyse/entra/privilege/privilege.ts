import {
  privilegePaths,
  type PrivilegedPrincipal,
  type PrivilegeReport,
  type PrivilegeWay,
} from '../../../model/entra/privilege.ts';
import type { AnalysisDefinition, EntraSources } from '../../analysis.ts';
import type { RoleAssignment } from '../../../model/entra/directory-role.ts';
import { globalAdministrator } from './privileged-roles.ts';
import { privilegedScopes } from './privileged-permissions.ts';
import { tenantGraph, type TenantGraph } from './tenant-graph.ts';
import { waysIn } from './ways.ts';

/** Parts that make the answer better: where one was not read, somebody may be missing. */
const uses = [
  'entra.applicationOwners',
  'entra.applications',
  'entra.appRoleAssignments',
  'entra.groupEligibilities',
  'entra.groupMembers',
  'entra.groupOwners',
  'entra.groups',
  'entra.licences',
  'entra.permissionGrants',
  'entra.roleDefinitions',
  'entra.roleEligibilities',
  'entra.roleSchedules',
  'entra.servicePrincipalOwners',
  'entra.servicePrincipals',
] as const;

/** Who controls the tenant, or can. */
export const privilege: AnalysisDefinition<'entra.privilege'> = {
  per: 'entra-tenant',
  requires: ['entra.users', 'entra.roleAssignments'],
  uses,
  analyse: analysePrivilege,
};

function analysePrivilege(sources: EntraSources): PrivilegeReport {
  const graph = tenantGraph(sources);
  const { ways, scoped } = waysIn(graph);
  const delegated = delegatedIn(graph);
  const roles = rolesByHolder(graph, graph.active);
  const eligibleRoles = rolesByHolder(graph, graph.eligible);
  const ids = [ways, scoped, delegated, roles, eligibleRoles].flatMap((each) => [...each.keys()]);
  const principals = [...new Set(ids)].flatMap((id) => {
    const user = graph.users.get(id);
    const servicePrincipal = graph.servicePrincipals.get(id);
    if (!user && !servicePrincipal) return [];
    const found: PrivilegedPrincipal = {
      id,
      name: user?.name ?? servicePrincipal?.name ?? id,
      kind: user ? 'user' : 'servicePrincipal',
      ...(user && { user }),
      enabled: user?.enabled ?? servicePrincipal?.enabled ?? true,
      ways: inOrder(ways.get(id) ?? []),
      scopedRoles: scoped.get(id) ?? [],
      delegated: delegated.get(id) ?? [],
      roles: [...(roles.get(id) ?? [])].toSorted(),
      eligibleRoles: [...(eligibleRoles.get(id) ?? [])].toSorted(),
    };
    return [found];
  });
  return {
    principals: principals.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1)),
    globalAdministrators: globalAdministratorsIn(principals),
    unread: unreadIn(sources, graph),
  };
}

/** Privileged Identity Management is nothing to miss where the tenant has no licence for it. */
const ofPim: ReadonlySet<string> = new Set([
  'entra.groupEligibilities',
  'entra.roleEligibilities',
  'entra.roleSchedules',
]);

/** What was not read of what a way may lead through; members of a group that holds a role are such. */
function unreadIn(sources: EntraSources, { active, eligible, groups, members }: TenantGraph): readonly string[] {
  const hasPim = sources.part('entra.licences')?.hasP2 !== false;
  const missing = uses.filter((each) => sources.unread(each) !== undefined && (hasPim || !ofPim.has(each)));
  const isPartial = [...active, ...eligible].some(({ principal }) => groups.has(principal) && !members.has(principal));
  return isPartial && !missing.includes('entra.groupMembers') ? [...missing, 'entra.groupMembers'] : missing;
}

function inOrder(ways: readonly PrivilegeWay[]): readonly PrivilegeWay[] {
  const rank = ({ path, steps }: PrivilegeWay): number => privilegePaths.indexOf(path) * 100 + steps.length;
  return ways.toSorted((a, b) => rank(a) - rank(b));
}

function globalAdministratorsIn(principals: readonly PrivilegedPrincipal[]): PrivilegeReport['globalAdministrators'] {
  const people = principals.filter(({ kind, enabled }) => kind === 'user' && enabled);
  const withPath = (paths: readonly string[]): string[] =>
    people
      .filter(({ ways }) =>
        ways.some(({ path, steps }) => paths.includes(path) && steps.at(-1)?.id === globalAdministrator),
      )
      .map(({ id }) => id);
  return { active: withPath(['activeRole']), effective: withPath(['activeRole', 'eligibleRole', 'eligibleGroup']) };
}

/** Grants in everybody's name that reach as far as tier zero does; how far they go, the signed-in user decides. */
function delegatedIn({ grants }: TenantGraph): ReadonlyMap<string, PrivilegedPrincipal['delegated']> {
  const found = grants.flatMap(({ id, client, user, scopes }) => {
    const wide = scopes.filter((scope) => privilegedScopes.has(scope));
    return user === undefined && wide.length > 0 ? [{ client, grant: id, scopes: wide }] : [];
  });
  return Map.groupBy(found, ({ client }) => client);
}

function rolesByHolder(
  graph: TenantGraph,
  assignments: readonly RoleAssignment[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { principal, role } of assignments) {
    const name = graph.definitions.get(role)?.name ?? role;
    const holders = graph.groups.has(principal)
      ? (graph.members.get(principal) ?? []).map(({ id }) => id)
      : [principal];
    for (const id of holders) found.set(id, (found.get(id) ?? new Set()).add(name));
  }
  return found;
}
