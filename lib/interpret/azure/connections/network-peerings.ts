import type { AzureConnection } from '../../../model/azure/connection.ts';
import { itemsOf, objectIn, wordIn, wordsIn } from '../../json-object.ts';
import { childrenIn, namedIn, propertiesIn, referenceIn, type ArmChild, type ArmNamed } from '../arm-resource.ts';
import type { AzureConnectionSource } from './azure-connection-source.ts';
import { subscriptionBehind } from './counterpart.ts';

const operation = 'Microsoft.Network/virtualNetworks';

/** Peerings of virtual networks. One that the other side has deleted leads nowhere. */
export const networkPeerings: AzureConnectionSource = {
  kind: 'vnet-peering',
  operation,
  connections: (answers) =>
    itemsOf(answers, operation).flatMap((network) => {
      const named = namedIn(network);
      return childrenIn(propertiesIn(network), 'virtualNetworkPeerings', named.id)
        .map((child) => peeringOf(child, named))
        .filter(({ state }) => state.toLowerCase() !== 'disconnected');
    }),
};

function peeringOf({ id, name, properties }: ArmChild, network: ArmNamed): AzureConnection {
  const remote = referenceIn(properties, 'remoteVirtualNetwork');
  const state = wordIn(properties, 'peeringState') ?? '';
  const space = objectIn(properties, 'remoteVirtualNetworkAddressSpace') ?? objectIn(properties, 'remoteAddressSpace');
  return {
    kind: 'vnet-peering',
    id,
    name: `${network.name}/${name}`,
    location: network.location,
    tags: network.tags,
    state,
    isPending: state.toLowerCase() === 'initiated',
    counterpart: subscriptionBehind(remote, operation),
    reach: [...(remote === undefined ? [] : [remote]), ...(space ? wordsIn(space, 'addressPrefixes') : [])],
    operation,
  };
}
