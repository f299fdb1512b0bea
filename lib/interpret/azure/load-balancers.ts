import type { AzureLoadBalancer, ForwardingRule, PoolAddress } from '../../model/azure/load-balancing.ts';
import { armKey, armParent } from '../../model/azure/arm-id.ts';
import type { PortRange } from '../../model/network/allowed-ports.ts';
import type { PartDefinition } from '../part.ts';
import { flagIn, given, itemsOf, numberIn, objectsIn, wordIn, type JsonObject } from '../json-object.ts';
import { childrenIn, namedIn, propertiesIn, referenceIn, referencesIn, skuIn, type ArmChild } from './arm-resource.ts';
import { frontends } from './frontends.ts';
import { everyPort } from '../../model/network/port-range.ts';
import { protocolOf } from './security-rule.ts';

const operation = 'Microsoft.Network/loadBalancers';

/** Load balancers with everything that forwards: rules, inbound NAT rules and pools. */
export const loadBalancers: PartDefinition<'azure.loadBalancers'> = {
  per: 'azure-subscription',
  operations: [operation],
  interpret: (answers) =>
    itemsOf(answers, operation).map((each): AzureLoadBalancer => {
      const named = namedIn(each);
      const properties = propertiesIn(each);
      const rules = (field: string, kind: ForwardingRule['kind']): readonly ForwardingRule[] =>
        childrenIn(properties, field, named.id).flatMap((rule) => forwardingRule(rule, kind));
      return {
        ...named,
        sku: balancerSku(skuIn(each)),
        frontends: frontends(properties, named.id),
        poolAddresses: new Map(
          childrenIn(properties, 'backendAddressPools', named.id).map((pool) => [armKey(pool.id), addressesOf(pool)]),
        ),
        rules: [
          ...rules('loadBalancingRules', 'load-balancing'),
          ...rules('inboundNatRules', 'nat-rule'),
          ...rules('inboundNatPools', 'nat-pool'),
        ],
      };
    }),
};

function balancerSku(name: string | undefined): AzureLoadBalancer['sku'] {
  if (name === undefined) return 'basic';
  return name === 'basic' || name === 'standard' || name === 'gateway' ? name : 'unknown';
}

/** Addresses that the pool itself names: not those that ARM repeats of interfaces in it. */
function addressesOf({ properties }: ArmChild): readonly PoolAddress[] {
  return objectsIn(properties, 'loadBalancerBackendAddresses').flatMap((each) => {
    const own = propertiesIn(each);
    const address = wordIn(own, 'ipAddress');
    const subnet = referenceIn(own, 'subnet');
    const network =
      referenceIn(own, 'virtualNetwork') ??
      referenceIn(properties, 'virtualNetwork') ??
      (subnet === undefined ? undefined : armParent(subnet));
    return address === undefined ? [] : [{ address, ...given('virtualNetworkId', network) }];
  });
}

function forwardingRule({ id, name, properties }: ArmChild, kind: ForwardingRule['kind']): readonly ForwardingRule[] {
  const frontendId = referenceIn(properties, 'frontendIPConfiguration');
  if (frontendId === undefined) return [];
  const pool = referenceIn(properties, 'backendAddressPool');
  const pools = referencesIn(properties, 'backendAddressPools');
  const isWhole = kind === 'load-balancing' && numberIn(properties, 'frontendPort') === 0;
  const [frontendPorts, backendPorts] = isWhole ? [everyPort, everyPort] : portsOf(properties);
  return [
    {
      id,
      name,
      kind,
      frontendId,
      protocol: protocolOf(wordIn(properties, 'protocol')),
      frontendPorts,
      backendPorts,
      backendPoolIds: [...new Set([...(pool === undefined ? [] : [pool]), ...pools])],
      ...given('backendConfigurationId', referenceIn(properties, 'backendIPConfiguration')),
      isFloating: flagIn(properties, 'enableFloatingIP') ?? false,
    },
  ];
}

/** A NAT rule with a range, or a pool, gives each machine a port of the frontend; all lead to the same backend port. */
function portsOf(properties: JsonObject): readonly [PortRange, PortRange] {
  const single = numberIn(properties, 'frontendPort') ?? 0;
  const fromPort = numberIn(properties, 'frontendPortRangeStart') || single;
  const toPort = numberIn(properties, 'frontendPortRangeEnd') || fromPort;
  const backend = numberIn(properties, 'backendPort') ?? fromPort;
  return [
    { fromPort, toPort },
    { fromPort: backend, toPort: backend },
  ];
}
