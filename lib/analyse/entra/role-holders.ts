import type { RoleAssignment } from '../../model/entra/directory-role.ts';
import type { ObjectsById } from '../../model/entra/group.ts';

/** Who holds which roles, through groups as well. */
export interface RoleHolders {
  /** Object ids by role, in the tenant as a whole. */
  inTenant(role: string): ReadonlySet<string>;
  /** Object ids by role, in administrative units or for single objects. */
  scoped(role: string): ReadonlySet<string>;
  /** Whether a group that holds the role has members that were not read. */
  isPartial(role: string): boolean;
}

const nobody: ReadonlySet<string> = new Set();

/** Groups hold roles for their members; a principal that no list knows as a group holds them itself. */
export function roleHolders(
  assignments: readonly RoleAssignment[],
  members: ObjectsById,
  isGroup: (id: string) => boolean,
): RoleHolders {
  const inTenant = new Map<string, Set<string>>();
  const scoped = new Map<string, Set<string>>();
  const partial = new Set<string>();
  for (const { principal, role, scope } of assignments) {
    const where = scope.kind === 'tenant' ? inTenant : scoped;
    const holders = where.get(role) ?? new Set();
    where.set(role, holders);
    holders.add(principal);
    for (const { id } of members.get(principal) ?? []) holders.add(id);
    if (isGroup(principal) && !members.has(principal)) partial.add(role);
  }
  return {
    inTenant: (role) => inTenant.get(role) ?? nobody,
    scoped: (role) => scoped.get(role) ?? nobody,
    isPartial: (role) => partial.has(role),
  };
}
