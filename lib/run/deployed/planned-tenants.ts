import type { AzureEntry } from './azure-subscriptions.ts';
import type { Plan } from './run-documents.ts';

/** A tenant that a run reports on. */
export interface PlannedTenant {
  /** As in `tenantPath`; `azure/TENANT` stands for the subscriptions of an entry that could not be listed. */
  readonly tenant: string;
  /** The item of the distributed map that scans it, as `readMapFailures` names it. */
  readonly item: string;
  readonly standsForSubscriptions?: true;
}

/** The tenants of a run: accounts, subscriptions, tenants of Microsoft Entra. Each once, whoever names it. */
export function plannedTenants(
  { accounts, entra = [] }: Pick<Plan, 'accounts' | 'entra'>,
  azure: readonly AzureEntry[],
): readonly PlannedTenant[] {
  const ofAzure = new Map<string, PlannedTenant>();
  // Who could list a subscription knows more of it than who could not.
  for (const entry of azure.toSorted((a, b) => Number(b.isListed) - Number(a.isListed)))
    for (const each of tenantsOf(entry)) if (!ofAzure.has(each.tenant)) ofAzure.set(each.tenant, each);
  return [
    ...accounts.map((account) => ({ tenant: `aws/${account}`, item: account })),
    ...[...ofAzure.values()].toSorted((a, b) => (a.tenant < b.tenant ? -1 : 1)),
    ...entra.map((tenant) => ({ tenant: `entra/${tenant}`, item: `entra/${tenant}` })),
  ];
}

function tenantsOf({ key, tenant, isListed, subscriptions }: AzureEntry): readonly PlannedTenant[] {
  const item = `azure/${key}`;
  const known = subscriptions.map((id) => ({ tenant: `azure/${id}`, item }));
  return isListed ? known : [{ tenant: `azure/${tenant}`, item, standsForSubscriptions: true }, ...known];
}

/** How a manifest names a planned tenant: an account by its twelve digits alone. */
export function nameInManifest({ tenant }: PlannedTenant): string {
  return tenant.replace(/^aws\//, '');
}
