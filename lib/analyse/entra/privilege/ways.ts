import type { PrivilegePath, PrivilegeStep, PrivilegeWay, ScopedRole } from '../../../model/entra/privilege.ts';
import type { RoleAssignment } from '../../../model/entra/directory-role.ts';
import { ownedByPermission, privilegedPermissions } from './privileged-permissions.ts';
import { privilegedRole } from './privileged-roles.ts';
import { graphAppId } from '../../../model/entra/graph-app.ts';
import type { TenantGraph } from './tenant-graph.ts';

/** What leads where, by object id of who can go it. */
export interface Ways {
  readonly ways: ReadonlyMap<string, readonly PrivilegeWay[]>;
  readonly scoped: ReadonlyMap<string, readonly ScopedRole[]>;
}

/** Every way of a tenant to its control: by roles, by groups that hold them, by permissions, by owning what has them. */
export function waysIn(graph: TenantGraph): Ways {
  const ways = new Map<string, PrivilegeWay[]>();
  const scoped = new Map<string, ScopedRole[]>();
  const add = (id: string, way: PrivilegeWay): void => void ways.set(id, [...(ways.get(id) ?? []), way]);
  for (const assignment of graph.active) addRole(graph, assignment, 'active', add, scoped);
  for (const assignment of graph.eligible) addRole(graph, assignment, 'eligible', add, scoped);
  addPermissions(graph, add);
  addOwners(graph, ways, add);
  return { ways, scoped };
}

type Add = (id: string, way: PrivilegeWay) => void;

function addRole(
  graph: TenantGraph,
  assignment: RoleAssignment,
  held: 'active' | 'eligible',
  add: Add,
  scoped: Map<string, ScopedRole[]>,
): void {
  const role = privilegedRole(assignment.role, graph.definitions);
  if (!role) return;
  const { principal, scope } = assignment;
  const group = graph.groups.get(principal);
  const members = (graph.members.get(principal) ?? []).map(({ id }) => id);
  if (scope.kind !== 'tenant') {
    const said = { role: assignment.role, roleName: role.name, assignment: assignment.id, scope: scope.id ?? '' };
    if (scope.kind === 'administrativeUnit')
      for (const id of group ? members : [principal]) scoped.set(id, [...(scoped.get(id) ?? []), said]);
    else addObjectScope(graph, assignment, role.name, add);
    return;
  }
  const last: PrivilegeStep = { id: assignment.role, name: role.name, kind: 'role' };
  const path: PrivilegePath = role.isCustom ? 'customRole' : held === 'active' ? 'activeRole' : 'eligibleRole';
  const by = held === 'active' ? 'holds' : 'mayActivate';
  const standing = held === 'active' && isStanding(graph, assignment);
  const way = (steps: readonly PrivilegeStep[], as: PrivilegePath, by_: string): PrivilegeWay => ({
    path: as,
    tier: role.tier,
    steps: [...steps, last],
    held: by_,
    ...(standing && (as === 'activeRole' || as === 'customRole') && { isStanding: true }),
  });
  if (!group && members.length === 0) {
    add(principal, way([step(graph, principal, by)], path, assignment.id));
    return;
  }
  const through = step(graph, principal, by);
  for (const id of members) add(id, way([step(graph, id, 'memberOf'), through], path, assignment.id));
  for (const { id } of graph.groupOwners.get(principal) ?? [])
    add(id, way([step(graph, id, 'owns'), through], 'groupOwner', principal));
  for (const { principal: id, access } of graph.groupEligibilities.get(principal) ?? []) {
    const own = access === 'owner' ? step(graph, id, 'owns') : step(graph, id, 'mayJoin');
    const people = graph.groups.has(id) ? (graph.members.get(id) ?? []).map((each) => each.id) : [id];
    for (const person of people)
      add(person, way([person === id ? own : step(graph, person, 'memberOf'), through], 'eligibleGroup', principal));
  }
}

/** A role over one application is as good as owning it. */
function addObjectScope(graph: TenantGraph, { principal, scope, id }: RoleAssignment, role: string, add: Add): void {
  const target =
    graph.servicePrincipals.get(scope.id ?? '') ??
    [...graph.registrations.values()].find((registration) => registration.id === scope.id);
  const owned = target && [...graph.servicePrincipals.values()].find(({ appId }) => appId === target.appId);
  const permission = owned && permissionsOf(graph, owned.id)[0];
  if (!target || !owned || !permission) return;
  add(principal, {
    path: 'appOwner',
    tier: permission.tier,
    steps: [
      { ...step(graph, principal, 'scopedTo'), name: `${step(graph, principal).name} (${role})` },
      step(graph, owned.id, 'holds'),
      permission.last,
    ],
    held: id,
  });
}

/** For good: it neither ends nor was activated. Without Privileged Identity Management, every assignment is. */
function isStanding({ schedules }: TenantGraph, assignment: RoleAssignment): boolean {
  const same = schedules?.filter(
    ({ principal, role, scope }) =>
      principal === assignment.principal && role === assignment.role && scope.kind === assignment.scope.kind,
  );
  return same === undefined || same.length === 0 || same.some(({ isActivated, ends }) => !isActivated && !ends);
}

function permissionsOf(
  graph: TenantGraph,
  principal: string,
): readonly { readonly id: string; readonly tier: PrivilegeWay['tier']; readonly last: PrivilegeStep }[] {
  return (graph.permissions.get(principal) ?? []).flatMap(({ id, resource, role }) => {
    if (graph.servicePrincipals.get(resource)?.appId !== graphAppId) return [];
    const known = privilegedPermissions.get(role);
    return known ? [{ id, tier: known.tier, last: { id: role, name: known.name, kind: 'permission' as const } }] : [];
  });
}

function addPermissions(graph: TenantGraph, add: Add): void {
  for (const principal of graph.permissions.keys())
    for (const { id, tier, last } of permissionsOf(graph, principal))
      add(principal, { path: 'appPermission', tier, steps: [step(graph, principal, 'holds'), last], held: id });
}

/**
 * Owners add credentials to what they own, and sign in as it. A service principal that owns needs a permission for that
 * (Application.ReadWrite.OwnedBy). One owner leads to the next, so it goes on until nothing is new.
 */
function addOwners(graph: TenantGraph, ways: ReadonlyMap<string, readonly PrivilegeWay[]>, add: Add): void {
  const done = new Set<string>();
  for (let isNew = true; isNew;) {
    isNew = false;
    for (const principal of graph.servicePrincipals.values()) {
      const best = ways.get(principal.id)?.find(({ tier }) => tier !== 'privileged');
      if (!best || done.has(principal.id) || principal.isManagedIdentity) continue;
      done.add(principal.id);
      isNew = true;
      const registration = graph.registrations.get(principal.appId);
      const owners = [
        ...ownersOf(graph, registration && graph.applicationOwners.get(registration.id), 'appOwner'),
        ...ownersOf(graph, graph.servicePrincipalOwners.get(principal.id), 'spOwner'),
      ];
      for (const { id, path } of owners) {
        const [first, ...rest] = best.steps;
        if (!first || best.steps.some((each) => each.id === id)) continue;
        const steps = [step(graph, id, 'owns'), { ...first, by: first.by ?? 'holds' }, ...rest];
        add(id, { path, tier: best.tier, steps, held: path === 'spOwner' ? principal.id : (registration?.id ?? '') });
      }
    }
  }
}

function ownersOf(
  graph: TenantGraph,
  owners: readonly { readonly id: string }[] | undefined,
  path: 'appOwner' | 'spOwner',
): readonly { readonly id: string; readonly path: PrivilegePath }[] {
  return (owners ?? []).flatMap(({ id }) => {
    const isPrincipal = graph.servicePrincipals.has(id);
    return !isPrincipal || mayUseOwnership(graph, id) ? [{ id, path }] : [];
  });
}

function mayUseOwnership(graph: TenantGraph, principal: string): boolean {
  return (graph.permissions.get(principal) ?? []).some(
    ({ resource, role }) => role === ownedByPermission && graph.servicePrincipals.get(resource)?.appId === graphAppId,
  );
}

/** An object on a way, by the name that people know. */
function step(graph: TenantGraph, id: string, by?: PrivilegeStep['by']): PrivilegeStep {
  const user = graph.users.get(id);
  const group = graph.groups.get(id);
  const principal = graph.servicePrincipals.get(id);
  return {
    id,
    name: user?.name ?? group?.name ?? principal?.name ?? id,
    kind: user ? 'user' : group ? 'group' : 'servicePrincipal',
    ...(by && { by }),
  };
}
