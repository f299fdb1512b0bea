import type { AzurePeering, AzureSubnet, VirtualNetwork } from '../../model/azure/network.ts';
import type { PartDefinition } from '../part.ts';
import { flagIn, given, itemsOf, objectIn, objectsIn, wordIn, wordsIn, type JsonObject } from '../json-object.ts';
import { childrenIn, namedIn, propertiesIn, referenceIn, type ArmChild } from './arm-resource.ts';

const operation = 'Microsoft.Network/virtualNetworks';

/** Virtual networks with their subnets and peerings. */
export const virtualNetworks: PartDefinition<'azure.virtualNetworks'> = {
  per: 'azure-subscription',
  operations: [operation],
  interpret: (answers) =>
    itemsOf(answers, operation).map((each): VirtualNetwork => {
      const named = namedIn(each);
      const properties = propertiesIn(each);
      return {
        ...named,
        prefixes: spaceIn(properties, 'addressSpace'),
        subnets: childrenIn(properties, 'subnets', named.id).map(subnetOf),
        peerings: childrenIn(properties, 'virtualNetworkPeerings', named.id).flatMap(peeringOf),
      };
    }),
};

function spaceIn(properties: JsonObject, field: string): readonly string[] {
  const space = objectIn(properties, field);
  return space ? wordsIn(space, 'addressPrefixes') : [];
}

function subnetOf({ id, name, properties }: ArmChild): AzureSubnet {
  const single = wordIn(properties, 'addressPrefix');
  const delegations = objectsIn(properties, 'delegations').map(propertiesIn);
  return {
    id,
    name,
    prefixes: [...(single === undefined ? [] : [single]), ...wordsIn(properties, 'addressPrefixes')],
    ...given('networkSecurityGroupId', referenceIn(properties, 'networkSecurityGroup')),
    ...given('routeTableId', referenceIn(properties, 'routeTable')),
    ...given('natGatewayId', referenceIn(properties, 'natGateway')),
    delegations: delegations.flatMap((each) => wordIn(each, 'serviceName') ?? []),
    used: objectsIn(properties, 'ipConfigurations').length,
  };
}

function peeringOf({ id, name, properties }: ArmChild): readonly AzurePeering[] {
  const remoteNetworkId = referenceIn(properties, 'remoteVirtualNetwork');
  if (remoteNetworkId === undefined) return [];
  const current = spaceIn(properties, 'remoteVirtualNetworkAddressSpace');
  return [
    {
      id,
      name,
      remoteNetworkId,
      remotePrefixes: [...new Set([...current, ...spaceIn(properties, 'remoteAddressSpace')])],
      state: wordIn(properties, 'peeringState') ?? '',
      allowsForwarded: flagIn(properties, 'allowForwardedTraffic') ?? false,
      usesRemoteGateways: flagIn(properties, 'useRemoteGateways') ?? false,
    },
  ];
}
