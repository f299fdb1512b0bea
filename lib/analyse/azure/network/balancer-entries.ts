import type { AzureFrontend, AzureLoadBalancer, ForwardingRule } from '../../../model/azure/load-balancing.ts';
import type { Hop } from '../../../model/network/hop.ts';
import { portRangeText } from '../../../model/network/port-range.ts';
import type { Unread } from '../../../model/unread.ts';
import { armKey, armParent } from '../../../model/azure/arm-id.ts';
import { appendTo } from '../../append-to.ts';
import { absent, type AzureNetwork } from './azure-network.ts';
import { internetHop, type Entry, type InnerEntry, type Seat } from './entry.ts';
import { addressHop, familyOfFrontend, skuRule } from './public-entries.ts';
import { protocols, type Protocol } from './rule-passages.ts';

const operation = 'Microsoft.Network/loadBalancers';

/** What public load balancers forward, by what names the backend: a pool, a NAT rule or pool, a configuration, an address. */
export class BalancerEntries {
  readonly #byKey = new Map<string, Entry[]>();
  readonly #known: ReadonlySet<string>;

  /** `inner` are the ways to private addresses, where internal load balancers may stand. */
  constructor(network: AzureNetwork, balancers: readonly AzureLoadBalancer[], inner: readonly InnerEntry[]) {
    this.#known = new Set(balancers.map(({ id }) => armKey(id)));
    const byAddress = Map.groupBy(inner, ({ address }) => address);
    for (const balancer of balancers) {
      const frontends = new Map(balancer.frontends.map((each) => [armKey(each.id), each]));
      for (const rule of balancer.rules) {
        const frontend = frontends.get(armKey(rule.frontendId));
        if (frontend?.isPublic)
          for (const entry of entriesOf(network, balancer, frontend, rule)) this.#add(balancer, rule, entry);
        else if (frontend)
          for (const each of byAddress.get(frontend.privateAddress ?? '') ?? [])
            for (const entry of innerEntries(balancer, frontend, rule, each)) this.#add(balancer, rule, entry);
      }
    }
  }

  /** Load balancers that a seat names and no answer holds: another subscription's may be public. */
  missing({ configuration: { backendPoolIds, natRuleIds } }: Seat): readonly Unread[] {
    const owners = [...backendPoolIds, ...natRuleIds].map(armParent);
    return owners.filter((id) => !this.#known.has(armKey(id))).map((id) => absent(operation, id));
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
    for (const key of new Set([...pools, ...addresses, ...own, ...configuration])) appendTo(this.#byKey, key, entry);
  }
}

function addressKey(networkId: string, address: string): string {
  return `${armKey(networkId)} ${address}`;
}

/** Where the address of a frontend was not read, it may be of the other family just as well. */
function entriesOf(
  network: AzureNetwork,
  balancer: AzureLoadBalancer,
  frontend: AzureFrontend,
  rule: ForwardingRule,
): readonly Entry[] {
  const entry = entryOf(network, balancer, frontend, rule);
  const found = frontend.publicAddressId === undefined ? undefined : network.address(frontend.publicAddressId);
  return found && 'unread' in found ? [entry, { ...entry, family: 'ipv6', unread: [found.unread] }] : [entry];
}

function entryOf(
  network: AzureNetwork,
  balancer: AzureLoadBalancer,
  frontend: AzureFrontend,
  rule: ForwardingRule,
): Entry {
  const { fromPort, toPort } = rule.frontendPorts;
  const ports = portRangeText(rule.frontendPorts);
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
    withoutGroup: skuRule(balancer, operation),
    ...(rule.isFloating && { isFloating: true as const }),
    unread: [],
    hops,
  };
}

/** What comes to an internal frontend goes on to its backends. */
function innerEntries(
  { id, name }: AzureLoadBalancer,
  { subnetId }: AzureFrontend,
  rule: ForwardingRule,
  { entry, networks }: InnerEntry,
): readonly Entry[] {
  const own = subnetId === undefined ? undefined : armKey(armParent(subnetId));
  const port = entry.ports.fromPort;
  const { fromPort, toPort } = rule.frontendPorts;
  const common = entry.protocols.filter((each) => protocolsOf(rule).includes(each));
  const isThere = own !== undefined && (!networks || networks.has(own));
  if (!isThere || port < fromPort || port > toPort || common.length === 0) return [];
  const isWhole = rule.backendPorts.fromPort < rule.backendPorts.toPort;
  const hops: readonly Hop[] = [
    ...entry.hops,
    { kind: 'load-balancer', id, name, operation },
    { kind: 'listener', id: rule.id, name: rule.name, rule: `${rule.protocol} ${port}`, operation },
  ];
  const floating = rule.isFloating ? { isFloating: true as const } : {};
  return [{ ...entry, ...floating, protocols: common, ports: isWhole ? entry.ports : rule.backendPorts, hops }];
}

function protocolsOf({ protocol }: ForwardingRule): readonly Protocol[] {
  return protocols.filter((each) => protocol === '*' || protocol === each);
}
