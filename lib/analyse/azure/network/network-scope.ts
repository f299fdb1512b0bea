import type { AzureRouteTable, VirtualNetwork } from '../../../model/azure/network.ts';
import type { Family } from '../../../model/network/exposure.ts';
import { addressSet, intersect, subtract, unite, type AddressSet } from '../../network/address-set.ts';
import { addressRange, clients, everything, familyOf, type ServiceTags } from './client-space.ts';

/** What the words of rules mean in a subnet, and which clients get answers from it. */
export interface NetworkScope {
  /** Tells scopes apart. */
  readonly key: string;
  /** `VirtualNetwork`: the network, its peers, and the prefixes of the subnet's own routes ("Virtual network service tags"). */
  readonly own: Readonly<Record<Family, AddressSet>>;
  /** `Internet`: public addresses outside the network, Azure's own among them. */
  readonly internet: Readonly<Record<Family, AddressSet>>;
  /** Clients whose packets are answered on the way by which they came. */
  readonly answered: Readonly<Record<Family, AddressSet>>;
  /** The route that sends answers another way, for evidence. */
  readonly detour?: { readonly table: AzureRouteTable; readonly route: AzureRouteTable['routes'][number] };
}

const families = ['ipv4', 'ipv6'] as const;
/** Next hops that take an answer away from the internet. */
const elsewhere: ReadonlySet<string> = new Set(['virtualappliance', 'virtualnetworkgateway', 'vnetlocal', 'none']);

/** The scope of a subnet with this route table, in this network that is peered with those prefixes. */
export function networkScope(
  network: VirtualNetwork,
  peers: readonly string[],
  table: AzureRouteTable | undefined,
  tags: ServiceTags,
): NetworkScope {
  const widening = (table?.routes ?? []).filter(({ nextHop }) => nextHop.startsWith('virtual'));
  const own = perFamily((family) =>
    addressSet([
      ...blocks(network.prefixes, family),
      ...blocks(peers, family),
      ...widening.flatMap((each) => reach(each.destination, family, tags)),
    ]),
  );
  const space = perFamily((family) => addressSet(blocks(network.prefixes, family)));
  const away = (table?.routes ?? []).filter(({ nextHop }) => elsewhere.has(nextHop));
  const detour = away.toSorted((a, b) => lengthOf(a.destination) - lengthOf(b.destination))[0];
  return {
    key: `${network.id} ${table?.id ?? ''}`,
    own,
    internet: perFamily((family) => subtract(clients[family], space[family])),
    answered: table ? perFamily((family) => subtract(clients[family], detoured(table, family, tags))) : clients,
    ...(table && detour && { detour: { table, route: detour } }),
  };
}

/** Where the most specific route of an address leads elsewhere than to the internet. */
function detoured({ routes }: AzureRouteTable, family: Family, tags: ServiceTags): AddressSet {
  const ordered = routes.toSorted((a, b) => lengthOf(a.destination) - lengthOf(b.destination));
  return ordered.reduce<AddressSet>((away, { destination, nextHop }) => {
    const set = intersect(addressSet(reach(destination, family, tags)), clients[family]);
    if (elsewhere.has(nextHop)) return unite(away, set);
    return nextHop === 'internet' ? subtract(away, set) : away;
  }, []);
}

/** The length of a prefix; of a service tag, longer than the default route: it is a list of longer ones. */
function lengthOf(destination: string): number {
  return Number(destination.split('/')[1] ?? 1);
}

/** A destination as addresses; the default route takes the tags along. */
function reach(destination: string, family: Family, tags: ServiceTags): AddressSet {
  const range = addressRange(destination);
  if (!range) return tags.of(destination.toLowerCase(), family);
  if (familyOf(destination) !== family) return [];
  return destination.endsWith('/0') ? everything[family] : [range];
}

function blocks(prefixes: readonly string[], family: Family): AddressSet {
  return prefixes.filter((each) => familyOf(each) === family).flatMap((each) => addressRange(each) ?? []);
}

function perFamily(make: (family: Family) => AddressSet): Readonly<Record<Family, AddressSet>> {
  return Object.fromEntries(families.map((family) => [family, make(family)])) as Record<Family, AddressSet>;
}
