import type { PartDefinition } from '../part.ts';
import { itemsOf, objectsIn, textIn, wordIn } from '../json-object.ts';

/** The tenant itself. */
export const tenant: PartDefinition<'entra.tenant'> = {
  per: 'entra-tenant',
  operations: ['/organization'],
  interpret(answers, unit) {
    const [organization] = itemsOf(answers, '/organization');
    const id = organization ? textIn(organization, 'id').toLowerCase() : unit.tenant;
    return { id, name: (organization && wordIn(organization, 'displayName')) ?? unit.tenant };
  },
};

const premiumP1 = '41781fb2-bc02-4b7c-bd55-b576c07bb09d';
const premiumP2 = 'eec0eb4f-6444-4f95-aba0-50c24d67f998';

/** What the tenant pays for, by the plans of its subscriptions that still run ("Product names and service plan identifiers"). */
export const licences: PartDefinition<'entra.licences'> = {
  per: 'entra-tenant',
  operations: ['/subscribedSkus'],
  interpret(answers) {
    const running = itemsOf(answers, '/subscribedSkus').filter((sku) =>
      ['Enabled', 'Warning', undefined].includes(wordIn(sku, 'capabilityStatus')),
    );
    const plans = new Set(
      running.flatMap((sku) => objectsIn(sku, 'servicePlans').map((plan) => wordIn(plan, 'servicePlanId'))),
    );
    return { hasP1: plans.has(premiumP1) || plans.has(premiumP2), hasP2: plans.has(premiumP2) };
  },
};
