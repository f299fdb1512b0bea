import type { AzureResourceInUse } from '../../model/azure/service-in-use.ts';
import { serviceName } from '../../model/azure/service-name.ts';
import type { ServiceUse } from '../../model/services/service-use.ts';
import { isMadeByAzure } from '../azure/services/services-in-use.ts';
import { glob } from './glob.ts';

const exampleCount = 3;
const models = /^microsoft\.(?:cognitiveservices|machinelearningservices|botservice)\//;

/** What a subscription uses, by type of resource and location. Types that the standard ignores come along by themselves. */
export function azureUses(
  subscription: string,
  resources: readonly AzureResourceInUse[],
  ignoredTypes: readonly string[],
): readonly ServiceUse[] {
  const ignored = ignoredTypes.map(glob);
  const groups = Map.groupBy(resources, ({ type, location }) => `${type} ${location}`);
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, each]): readonly ServiceUse[] => {
      const [first] = each;
      if (!first) return [];
      const { type, location } = first;
      const category = categoryOf(type);
      return [
        {
          provider: 'azure',
          account: subscription,
          region: location,
          key: type,
          name: serviceName(type),
          ...(category && { category }),
          examples: each.slice(0, exampleCount).map(({ id }) => id),
          sightings: [
            { layer: 'inventory', operation: 'Microsoft.Resources/resources', ref: first.id, count: each.length },
          ],
          isAutomatic: each.every(isMadeByAzure) || ignored.some((matches) => matches(type)),
        },
      ];
    });
}

/** What is bought in the Marketplace is billed through Azure and run by a partner. */
function categoryOf(type: string): ServiceUse['category'] {
  if (models.test(type)) return 'ai';
  return type.startsWith('microsoft.saas/') || !type.startsWith('microsoft.') ? 'marketplace' : undefined;
}
