import { subscriptionOf } from '../../../model/azure/arm-id.ts';
import type { AzureConnection } from '../../../model/azure/connection.ts';
import { itemsOf, objectIn, wordIn, type JsonObject } from '../../json-object.ts';
import { childrenIn, namedIn, propertiesIn } from '../arm-resource.ts';
import type { AzureConnectionSource } from './azure-connection-source.ts';
import { subscriptionBehind } from './counterpart.ts';

const operation = 'Microsoft.Network/privateEndpoints';

/**
 * Private endpoints that lead out of the subscription. The alias of a private link service does not say whose it is; the
 * private endpoint to a service of the subscription itself leads nowhere else.
 */
export const privateEndpoints: AzureConnectionSource = {
  kind: 'private-endpoint',
  operation,
  connections: (answers, { subscription }) =>
    itemsOf(answers, operation).flatMap((each): readonly AzureConnection[] => {
      const named = namedIn(each);
      return linksOf(each, named.id).flatMap((link): readonly AzureConnection[] => {
        const target = wordIn(link, 'privateLinkServiceId');
        if (target !== undefined && subscriptionOf(target) === subscription.toLowerCase()) return [];
        const state = stateIn(link);
        if (isGone(state)) return [];
        return [
          {
            kind: 'private-endpoint',
            ...named,
            state,
            isPending: state.toLowerCase() === 'pending',
            counterpart: subscriptionBehind(target, operation),
            reach: target === undefined ? [] : [target],
            operation,
          },
        ];
      });
    }),
};

function linksOf(endpoint: JsonObject, id: string): readonly JsonObject[] {
  const properties = propertiesIn(endpoint);
  const fields = ['privateLinkServiceConnections', 'manualPrivateLinkServiceConnections'];
  return fields.flatMap((field) => childrenIn(properties, field, id).map((child) => child.properties));
}

/** The state of a connection of Private Link, in Azure's words. */
export function stateIn(link: JsonObject): string {
  const state = objectIn(link, 'privateLinkServiceConnectionState');
  return (state && wordIn(state, 'status')) ?? '';
}

/** Whether nothing passes any more. */
export function isGone(state: string): boolean {
  return ['rejected', 'disconnected'].includes(state.toLowerCase());
}
