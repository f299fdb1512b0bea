import type { Resource } from '../resource.ts';

/** Where a finding in a tenant stands. Directory objects have no region. */
const place = { provider: 'entra', region: 'global' } as const;

/** The tenant itself, as what a finding is about. */
export function tenantResource(tenant: string): Resource {
  return { ...place, account: tenant, type: 'entra-tenant', id: `entra:${tenant}`, name: tenant };
}

/** An object of a tenant, by its object id. */
export function entraResource(
  tenant: string,
  type: 'user' | 'group' | 'service-principal' | 'application' | 'conditional-access-policy' | 'wifi-profile',
  { id, name }: { readonly id: string; readonly name: string },
): Resource {
  return { ...place, account: tenant, type: `entra-${type}`, id, name };
}
