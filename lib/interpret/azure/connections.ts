import type { AzureConnections } from '../../model/azure/connection.ts';
import type { AzureUnit } from '../../model/unit.ts';
import { readWhole, type Answers, type HowRead, type PartDefinition } from '../part.ts';
import type { AzureConnectionSource } from './connections/azure-connection-source.ts';
import { expressRouteCircuits } from './connections/express-route-circuits.ts';
import { gatewayConnections } from './connections/gateway-connections.ts';
import { networkPeerings } from './connections/network-peerings.ts';
import { pointToSite } from './connections/point-to-site.ts';
import { privateEndpoints } from './connections/private-endpoints.ts';
import { privateLinkConnections } from './connections/private-link-connections.ts';
import { privateLinkServices } from './connections/private-link-services.ts';

const sources: readonly AzureConnectionSource[] = [
  networkPeerings,
  gatewayConnections,
  pointToSite,
  expressRouteCircuits,
  privateEndpoints,
  ...privateLinkConnections,
  privateLinkServices,
];

/** `azure.connections`: what leads out of the subscription's networks and into them, each kind read or not by itself. */
export const connections: PartDefinition<'azure.connections'> = {
  per: 'azure-subscription',
  operations: [],
  optional: [...new Set(sources.flatMap(({ operation, more = [] }) => [operation, ...more]))],
  interpret: (answers, unit, { isSkipped } = readWhole) => {
    const read = sources.map((source) => readKind(source, answers, unit, isSkipped));
    return {
      connections: read.flatMap((each) => each.connections),
      unread: onceEach(read.flatMap(({ unread }) => unread)),
    };
  },
};

/** A kind that several operations list is unread once: by the first of them that is. */
function onceEach(unread: AzureConnections['unread']): AzureConnections['unread'] {
  return unread.filter(({ kind }, at) => unread.findIndex((each) => each.kind === kind) === at);
}

function readKind(
  source: AzureConnectionSource,
  answers: Answers,
  unit: AzureUnit,
  isSkipped: HowRead['isSkipped'],
): AzureConnections {
  const { kind, operation } = source;
  const lost = (code: string, message: string): AzureConnections => ({
    connections: [],
    unread: [{ kind, unread: { operation, code, message } }],
  });
  if (!Object.hasOwn(answers, operation)) {
    return isSkipped(operation) ? { connections: [], unread: [] } : lost('NotCollected', `${operation} was not read`);
  }
  try {
    return { connections: source.connections(answers, unit), unread: [] };
  } catch (error) {
    // An answer that has not the documented shape leaves its own kind unread, and no other.
    if (!(error instanceof TypeError)) throw error;
    return lost('UnexpectedAnswer', error.message);
  }
}
