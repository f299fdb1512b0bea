import { armKey, armParent } from '../../../model/azure/arm-id.ts';
import type { AzureFirewall, DnatRule } from '../../../model/azure/firewall.ts';
import type { VirtualNetwork } from '../../../model/azure/network.ts';
import type { Hop } from '../../../model/network/hop.ts';
import { portRangeText } from '../../../model/network/port-range.ts';
import type { Unread } from '../../../model/unread.ts';
import { addressSet, intersect, type AddressSet } from '../../network/address-set.ts';
import type { AzureNetwork } from './azure-network.ts';
import { addressRange, clients } from './client-space.ts';
import { internetHop, type Entry, type InnerEntry, type Seat } from './entry.ts';
import { addressHop } from './public-entries.ts';

const operation = 'Microsoft.Network/azureFirewalls';

/** What firewalls translate to private addresses: the target sees the firewall, and answers it. */
export class FirewallEntries {
  /** What leads to which address; those to a name that only DNS knows, at the address ''. */
  readonly inner: readonly InnerEntry[];
  readonly #byAddress: ReadonlyMap<string, readonly InnerEntry[]>;

  constructor(network: AzureNetwork, firewalls: readonly AzureFirewall[]) {
    this.inner = firewalls.flatMap((firewall) => {
      const networks = networksBehind(firewall, network.networks);
      return firewall.dnat
        .filter((rule) => isPublic(rule, firewall, network))
        .map((rule) => ({
          address: rule.translatedAddress ?? '',
          entry: entryOf(network, firewall, rule),
          networks,
        }));
    });
    this.#byAddress = Map.groupBy(this.inner, ({ address }) => address);
  }

  /** The entries that lead to a seat. */
  to({ configuration: { address, subnetId } }: Seat): readonly Entry[] {
    if (address === undefined || subnetId === undefined) return [];
    const own = armKey(armParent(subnetId));
    return ['', address]
      .flatMap((each) => this.#byAddress.get(each) ?? [])
      .flatMap(({ entry, networks }) => (!networks || networks.has(own) ? [entry] : []));
  }
}

/** Whether a rule is about an address of the firewall that the internet knows. */
function isPublic(
  { destinations }: DnatRule,
  { publicAddressIds, privateAddress }: AzureFirewall,
  network: AzureNetwork,
): boolean {
  // In a virtual hub it has public addresses that are no resources; deallocated it has no address at all.
  const isInHub = publicAddressIds.length === 0 && privateAddress !== undefined;
  const own = publicAddressIds.map((id) => network.address(id));
  const known = own.flatMap((each) => ('thing' in each ? (each.thing.address ?? []) : []));
  return destinations.some((each) => {
    const range = addressRange(each);
    if (!range || isInHub || known.length < own.length) return !range || intersect([range], clients.ipv4).length > 0;
    return known.some((address) => intersect([range], addressSet([addressRange(address) ?? range])).length > 0);
  });
}

/** The networks that a firewall reaches: its own and those peered with it; all of them, for one in a virtual hub. */
function networksBehind(
  { subnetId }: AzureFirewall,
  networks: readonly VirtualNetwork[],
): ReadonlySet<string> | undefined {
  if (subnetId === undefined) return undefined;
  const home = armKey(armParent(subnetId));
  const peered = networks.flatMap(({ id, peerings }) =>
    peerings.flatMap(({ remoteNetworkId, state }) => {
      if (state.toLowerCase() !== 'connected') return [];
      const [one, other] = [armKey(id), armKey(remoteNetworkId)];
      return one === home ? [other] : other === home ? [one] : [];
    }),
  );
  return new Set([home, ...peered]);
}

function entryOf(network: AzureNetwork, firewall: AzureFirewall, rule: DnatRule): Entry {
  const [ports] = rule.ports;
  const isOne = rule.ports.length === 1 && ports?.fromPort === ports?.toPort;
  const dialled = rule.ports.map(portRangeText).join(',');
  const sources = sourcesOf(rule);
  const seenAs = placeOf(network, firewall);
  const hops: readonly Hop[] = [
    internetHop,
    ...firewall.publicAddressIds.slice(0, 1).map((id) => addressHop(network, id)),
    { kind: 'firewall', id: firewall.id, name: firewall.name, operation },
    {
      kind: 'listener',
      id: rule.id,
      name: rule.name,
      rule: `DNAT ${rule.protocols.join('/')} ${dialled} → ${rule.translatedAddress ?? '?'}:${rule.translatedPort}`,
      operation:
        firewall.policyId === undefined ? operation : 'Microsoft.Network/firewallPolicies/ruleCollectionGroups',
    },
  ];
  return {
    family: 'ipv4',
    protocols: rule.protocols,
    ports: { fromPort: rule.translatedPort, toPort: rule.translatedPort },
    via: firewall.id,
    ...(isOne && ports && { listenerPort: ports.fromPort }),
    ...(sources && { sources }),
    // The way leads through the virtual network, and not to a public address of the target.
    withoutGroup: 'open',
    ...(seenAs !== undefined && { seenAs }),
    unread: [
      ...(rule.sourceGroups.length > 0 ? [unreadGroups(rule)] : []),
      ...(rule.translatedAddress === undefined ? [unreadName(rule)] : []),
    ],
    hops,
  };
}

/** Where targets see the firewall: its address, or where none is said, its subnet or its network. */
function placeOf(network: AzureNetwork, { privateAddress, subnetId }: AzureFirewall): string | undefined {
  if (privateAddress !== undefined || subnetId === undefined) return privateAddress;
  const places = [network.subnet(subnetId), network.networkOf(subnetId)];
  return places.flatMap((each) => ('thing' in each ? each.thing.prefixes : []))[0];
}

/** Who may come; undefined for everybody. IP groups may hold anybody. */
function sourcesOf({ sources, sourceGroups }: DnatRule): AddressSet | undefined {
  if (sourceGroups.length > 0 || sources.some((each) => each === '*' || each === '0.0.0.0/0')) return undefined;
  return intersect(addressSet(sources.flatMap((each) => addressRange(each) ?? [])), clients.ipv4);
}

function unreadGroups({ name }: DnatRule): Unread {
  const message = `the addresses of the IP groups in the rule ${name} are not read`;
  return { operation: 'Microsoft.Network/ipGroups', code: 'NotCollected', message };
}

function unreadName({ name }: DnatRule): Unread {
  const message = `the rule ${name} translates to a name, whose address is not read`;
  return { operation: 'Microsoft.Network/firewallPolicies/ruleCollectionGroups', code: 'NotUnderstood', message };
}
