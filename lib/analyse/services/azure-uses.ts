import type { ServiceInUse } from '../../model/azure/service-in-use.ts';
import type { ServiceUse } from '../../model/services/service-use.ts';

const models = /^microsoft\.(?:cognitiveservices|machinelearningservices|botservice)\//;

/** Types that are copies, or outlive the machine that they belong to. */
const copies: ReadonlySet<string> = new Set([
  'microsoft.compute/disks',
  'microsoft.compute/snapshots',
  'microsoft.compute/images',
  'microsoft.compute/restorepointcollections',
]);

/** What a subscription uses, by type of resource and location. Types that the standard ignores come along by themselves. */
export function azureUses(subscription: string, services: readonly ServiceInUse[]): readonly ServiceUse[] {
  return services.map(({ service, type, location, count, examples, isAutomatic, isIgnored }) => {
    const category = categoryOf(type);
    const layer = copies.has(type) ? 'stored' : 'inventory';
    return {
      provider: 'azure',
      account: subscription,
      region: location,
      key: type,
      name: service,
      ...(category && { category }),
      examples,
      sightings: [{ layer, operation: 'Microsoft.Resources/resources', ref: examples[0] ?? type, count }],
      isAutomatic: isAutomatic || isIgnored,
    };
  });
}

/** What is bought in the Marketplace is billed through Azure and run by a partner. */
function categoryOf(type: string): ServiceUse['category'] {
  if (models.test(type)) return 'ai';
  return type.startsWith('microsoft.saas/') || !type.startsWith('microsoft.') ? 'marketplace' : undefined;
}
