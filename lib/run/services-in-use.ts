import { tenantModel, type TenantModel } from '../evaluate/tenant-model.ts';
import type { ObjectStore } from '../model/object-store.ts';
import type { ServiceUse } from '../model/services/service-use.ts';
import type { Standard } from '../model/standard.ts';
import { groupByTenant } from '../snapshot/read-snapshots.ts';
import { readOrganization } from './read-organization.ts';
import { azureUses } from './uses/azure-uses.ts';
import { entraUses } from './uses/entra-uses.ts';

/** How each provider's part of the model says what is in use; a tenant of another provider has none of it. */
const sources: readonly ((model: TenantModel) => readonly ServiceUse[])[] = [azureUses, entraUses];

/** What every tenant of a stored snapshot uses, holding one tenant's documents in memory at a time. */
export async function servicesInUse(store: ObjectStore, standard: Standard): Promise<readonly ServiceUse[]> {
  const organization = await readOrganization(store);
  const uses: ServiceUse[] = [];
  for await (const { snapshots } of groupByTenant(store)) {
    const own = snapshots.filter(({ unit }) => !('organization' in unit));
    const model = tenantModel(own, standard, organization);
    uses.push(...sources.flatMap((usesOf) => usesOf(model)));
  }
  return uses;
}
