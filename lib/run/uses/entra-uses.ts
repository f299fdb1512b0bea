import type { TenantModel } from '../../evaluate/tenant-model.ts';
import type { ReviewedApplication } from '../../model/entra/application-review.ts';
import type { ServiceUse, Sighting } from '../../model/services/service-use.ts';
import { globalRegion, isEntraUnit } from '../../model/unit.ts';

/**
 * Enterprise applications of third parties in a tenant; nothing where they were not read, or the tenant is another
 * provider's. Those of Microsoft come with the tenant, and its own are no service of somebody else.
 */
export function entraUses({ global, read }: TenantModel): readonly ServiceUse[] {
  const { unit } = global ?? {};
  if (!global || !unit || !isEntraUnit(unit)) return [];
  const reading = read('entra.applicationReview', global);
  if (!reading.read) return [];
  return reading.value.applications
    .filter((application) => application.class === 'thirdParty')
    .map((application) => ({
      provider: 'entra',
      account: unit.tenant,
      region: globalRegion,
      key: application.appId.toLowerCase(),
      name: application.name,
      examples: [],
      sightings: [sightingOf(application)],
      isAutomatic: false,
    }));
}

function sightingOf({ appId, servicePrincipal, lastUsed }: ReviewedApplication): Sighting {
  return {
    layer: 'application',
    operation: '/servicePrincipals',
    ref: servicePrincipal?.id ?? appId,
    ...(servicePrincipal?.created && { firstSeen: servicePrincipal.created.toISOString() }),
    ...(lastUsed && { lastSeen: lastUsed.toISOString() }),
  };
}
