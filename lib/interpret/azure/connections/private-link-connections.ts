import type { AzureConnection } from '../../../model/azure/connection.ts';
import { subscriptionOf } from '../../../model/azure/arm-id.ts';
import { itemsOf, type JsonObject } from '../../json-object.ts';
import { childrenIn, namedIn, propertiesIn, referenceIn } from '../arm-resource.ts';
import type { AzureConnectionSource } from './azure-connection-source.ts';
import { subscriptionBehind } from './counterpart.ts';
import { isGone, stateIn } from './private-endpoints.ts';

/** What private endpoints lead to: private link services, and services of the platform that hold data. */
const targets = [
  'Microsoft.Network/privateLinkServices',
  'Microsoft.Storage/storageAccounts',
  'Microsoft.Sql/servers',
  'Microsoft.KeyVault/vaults',
  'Microsoft.DocumentDB/databaseAccounts',
  'Microsoft.DBforPostgreSQL/flexibleServers',
  'Microsoft.DBforMySQL/flexibleServers',
  'Microsoft.ContainerRegistry/registries',
  'Microsoft.CognitiveServices/accounts',
  'Microsoft.Search/searchServices',
  'Microsoft.ServiceBus/namespaces',
  'Microsoft.EventHub/namespaces',
  'Microsoft.Web/sites',
];

/** Private endpoints of other subscriptions at what the subscription has. */
export const privateLinkConnections: readonly AzureConnectionSource[] = targets.map((operation) => ({
  kind: 'private-link-connection',
  operation,
  connections: (answers, { subscription }) =>
    itemsOf(answers, operation).flatMap((each) => connectionsTo(each, operation, subscription.toLowerCase())),
}));

function connectionsTo(target: JsonObject, operation: string, own: string): readonly AzureConnection[] {
  const service = namedIn(target);
  const children = childrenIn(propertiesIn(target), 'privateEndpointConnections', service.id);
  return children.flatMap(({ id, name, properties }): readonly AzureConnection[] => {
    const endpoint = referenceIn(properties, 'privateEndpoint');
    const state = stateIn(properties);
    const isOwn = endpoint !== undefined && subscriptionOf(endpoint) === own;
    if (isOwn || isGone(state)) return [];
    return [
      {
        kind: 'private-link-connection',
        id,
        name: `${service.name}/${name}`,
        location: service.location,
        tags: service.tags,
        state,
        isPending: state.toLowerCase() === 'pending',
        counterpart: subscriptionBehind(endpoint, operation),
        reach: [service.id],
        operation,
      },
    ];
  });
}
