import type { AccessRules, AzureEndpoint } from '../../../model/azure/endpoint.ts';
import { flagIn, itemsOf, objectIn, wordIn, wordsIn, type JsonObject } from '../../json-object.ts';
import { propertiesIn } from '../arm-resource.ts';
import { everybody, onlyFrom } from './access-rules.ts';
import type { AzureEndpointSource } from './azure-endpoint-source.ts';
import { endpointOf } from './endpoint-of.ts';
import { publicAccess } from './public-access.ts';

const operation = 'Microsoft.ContainerService/managedClusters';

/** Clusters of Azure Kubernetes Service by their API servers, which always ask who calls. */
export const managedClusters: AzureEndpointSource = {
  kinds: ['aks-cluster'],
  operation,
  endpoints: (answers) =>
    itemsOf(answers, operation).map((each): AzureEndpoint => {
      const properties = propertiesIn(each);
      const profile = objectIn(properties, 'apiServerAccessProfile') ?? {};
      const isPrivate = flagIn(profile, 'enablePrivateCluster');
      const open = isPrivate
        ? ({ stop: 'private-endpoint', unread: [] } as const)
        : publicAccess(properties, operation);
      const rules = { access: accessIn(profile), unread: [] };
      const endpoint = endpointOf(each, { kind: 'aks-cluster', operation, open, rules });
      return { ...endpoint, id: `${endpoint.name}-api`, ...(isStopped(properties) && { idle: true }) };
    }),
};

/** Where no range is given, everybody may call. 0.0.0.0/32 stands for the cluster's own outbound address, and nobody else. */
function accessIn(profile: JsonObject): AccessRules {
  const ranges = wordsIn(profile, 'authorizedIPRanges');
  const others = ranges.filter((range) => !/^0\.0\.0\.0(\/32)?$/.test(range.trim()));
  return ranges.length === 0 ? everybody : onlyFrom(others, 'authorizedIPRanges');
}

function isStopped(properties: JsonObject): boolean {
  const state = objectIn(properties, 'powerState') ?? {};
  return wordIn(state, 'code')?.toLowerCase() === 'stopped';
}
