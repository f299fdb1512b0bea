import { tenantModel } from '../evaluate/tenant-model.ts';
import type { ObjectStore } from '../model/object-store.ts';
import type { ServiceUse } from '../model/services/service-use.ts';
import type { Standard } from '../model/standard.ts';
import { groupByTenant } from '../snapshot/read-snapshots.ts';
import { readOrganization } from './read-organization.ts';

/** What every tenant of a stored snapshot uses, holding one tenant's documents in memory at a time. */
export async function servicesInUse(store: ObjectStore, standard: Standard): Promise<readonly ServiceUse[]> {
  const organization = await readOrganization(store);
  const uses: ServiceUse[] = [];
  for await (const { snapshots } of groupByTenant(store)) {
    const own = snapshots.filter(({ unit }) => !('organization' in unit));
    const { global, read } = tenantModel(own, standard, organization);
    const review = global && read('any.serviceReview', global);
    if (review?.read) uses.push(...review.value.uses.map(({ use }) => use));
  }
  return uses;
}
