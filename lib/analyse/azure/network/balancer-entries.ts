import { armKey } from '../../../model/azure/arm-id.ts';
import type { AzureFrontend, AzureLoadBalancer, ForwardingRule } from '../../../model/azure/load-balancing.ts';
import type { Family } from '../../../model/network/exposure.ts';
import type { Hop } from '../../../model/network/hop.ts';
import type { Unread } from '../../../model/unread.ts';
import { armParent } from '../../../model/azure/arm-id.ts';
import type { AzureNetwork } from './azure-network.ts';
import { internetHop, type Entry, type Seat } from './entry.ts';
import { addressHop } from './public-entries.ts';
import { protocols, type Protocol } from './rule-passages.ts';

const operation = 'Microsoft.Network/loadBalancers';

/** What public load balancers forward, by what names the backend: a pool, a NAT rule or pool, a configuration, an address. */
export class BalancerEntries {
  readonly #byKey = new Map<string, Entry[]>();

  constructor(network: AzureNetwork, balancers: readonly AzureLoadBalancer[]) {
    for (const balancer of balancers) {
      const publicFrontends = new Map(
        balancer.frontends.filter(({ isPublic }) => isPublic).map((each) => [armKey(each.id), each]),
      );
      for (const rule of balancer.rules) {
        const frontend = publicFrontends.get(armKey(rule.frontendId));
        if (frontend) this.#add(balancer, rule, entryOf(network, balancer, frontend, rule));
      }
    }
  }

  /** The entries that lead to a seat, each once however many names it has. */
  to({ configuration }: Seat): readonly Entry[] {
    const { id, backendPoolIds, natRuleIds, address, subnetId, family } = configuration;
    const inNetwork = address !== undefined && subnetId !== undefined ? [addressKey(armParent(subnetId), address)] : [];
    const keys = [...backendPoolIds, ...natRuleIds, id].map(armKey);
    const found = [...keys, ...inNetwork].flatMap((key) => this.#byKey.get(key) ?? []);
    return [...new Set(found)].filter((entry) => entry.family === family);
  }

  #add({ poolAddresses }: AzureLoadBalancer, rule: ForwardingRule, entry: Entry): void {
    const pools = rule.backendPoolIds.map(armKey);
    const named = pools.flatMap((pool) => poolAddresses.get(pool) ?? []);
    const addresses = named.flatMap(({ address, virtualNetworkId }) =>
      virtualNetworkId === undefined ? [] : [addressKey(virtualNetworkId, address)],
    );
    const own = rule.kind === 'load-balancing' ? [] : [armKey(rule.id)];
    const configuration = rule.backendConfigurationId === undefined ? [] : [armKey(rule.backendConfigurationId)];
    for (const key of new Set([...pools, ...addresses, ...own, ...configuration]))
      this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), entry]);
  }
}

function addressKey(networkId: string, address: string): string {
  return `${armKey(networkId)} ${address}`;
}

function entryOf(
  network: AzureNetwork,
  balancer: AzureLoadBalancer,
  frontend: AzureFrontend,
  rule: ForwardingRule,
): Entry {
  const { fromPort, toPort } = rule.frontendPorts;
  const ports = fromPort === toPort ? String(fromPort) : `${fromPort}-${toPort}`;
  const to = rule.backendPorts.fromPort === fromPort ? '' : ` → ${rule.backendPorts.fromPort}`;
  const hops: readonly Hop[] = [
    internetHop,
    ...(frontend.publicAddressId === undefined ? [] : [addressHop(network, frontend.publicAddressId)]),
    { kind: 'load-balancer', id: balancer.id, name: balancer.name, operation },
    { kind: 'listener', id: rule.id, name: rule.name, rule: `${rule.protocol} ${ports}${to}`, operation },
  ];
  return {
    family: familyOfFrontend(network, frontend),
    protocols: protocolsOf(rule),
    ports: rule.backendPorts,
    via: balancer.id,
    ...(fromPort === toPort && { listenerPort: fromPort }),
    withoutGroup: balancerRule(balancer),
    ...(rule.isFloating && { isFloating: true as const }),
    unread: [],
    hops,
  };
}

function familyOfFrontend(network: AzureNetwork, { publicAddressId }: AzureFrontend): Family {
  const found = publicAddressId === undefined ? undefined : network.address(publicAddressId);
  return found && 'thing' in found ? found.thing.family : 'ipv4';
}

function protocolsOf({ protocol }: ForwardingRule): readonly Protocol[] {
  return protocols.filter((each) => protocol === '*' || protocol === each);
}

function balancerRule({ sku, name }: AzureLoadBalancer): 'open' | 'closed' | Unread {
  if (sku === 'basic') return 'open';
  if (sku !== 'unknown') return 'closed';
  return { operation, code: 'NotUnderstood', message: `the SKU of ${name} is newer than this version` };
}
