import type { NetworkInterface } from '../../model/aws/network-interface.ts';
import type { Route } from '../../model/aws/route-table.ts';
import { overlaps } from '../../model/network/cidr.ts';
import type { Family } from '../../model/network/exposure.ts';
import type { Hop } from '../../model/network/hop.ts';
import { addressSet, type AddressSet } from './address-set.ts';
import { flows, fromSources } from './flow-set.ts';
import { gatewayHop, internetHop, routeHop } from './hops.ts';
import type { Entry, Internet } from './internet.ts';
import { exactly, mapFlows, nothing, type Passage } from './passage.ts';
import { takenRoutes } from './return-routes.ts';
import { everyAddress } from './traffic.ts';
import type { Attempt } from './way.ts';

/** Where a VPC's edge table sends what comes in, other than to where it belongs. */
interface Redirection {
  readonly route: Route;
  readonly tableId: string;
  readonly gatewayId: string;
}

/** What traffic is for: addresses in a subnet, of an interface or of a load balancer's nodes. */
export interface Destination {
  readonly subnetId: string;
  readonly vpcId: string;
  readonly own: AddressSet;
  /** The interface, where it is one. */
  readonly id?: string;
}

/** Enters a subnet as the VPC's gateways send traffic to it: straight, or past an appliance whose rules nobody here knows. */
export function enterSubnet(internet: Internet, destination: Destination, entry: Entry): Attempt {
  const redirection = redirectionOf(internet, destination, entry.family);
  if (!redirection) return internet.enter(entry);
  const { clients, hops } = throughAppliance(internet, destination, entry.family, redirection);
  const attempt = internet.enter({ ...entry, clients, hops });
  return { ...attempt, ways: attempt.ways.map((way) => ({ ...way, strength: 'conditional' as const })) };
}

/** The redirection of what comes in ("Gateway route tables"); most networks have none. */
function redirectionOf(
  { network }: Internet,
  { vpcId, own, id }: Destination,
  family: Family,
): Redirection | undefined {
  for (const table of network.edgeTables(vpcId)) {
    const taken = takenRoutes(table, everyAddress[family], family);
    const route = own
      .map((one) => taken.find(({ addresses }) => addresses.some((range) => overlaps(range, one)))?.route)
      .find((each) => each && each.target.kind !== 'local' && each.target.id !== id);
    if (route) return { route, tableId: table.id, gatewayId: table.gatewayIds[0] ?? '' };
  }
  return undefined;
}

/**
 * The clients that come through an appliance and are answered through it: the subnet sends answers back to it, and the
 * appliance's own subnet leads to the internet.
 */
function throughAppliance(
  through: Internet,
  { subnetId }: Destination,
  family: Family,
  { route, tableId, gatewayId }: Redirection,
): { readonly clients: Passage; readonly hops: readonly Hop[] } {
  const hops: readonly Hop[] = [
    internetHop,
    gatewayHop(gatewayId),
    routeHop(tableId, route),
    { kind: 'appliance', id: route.target.id },
  ];
  const entrance = through.entrances.of(subnetId, family);
  if ('unread' in entrance || route.state === 'blackhole') return { clients: nothing, hops };
  if (entrance.stopped?.block === 'bpa') return { clients: nothing, hops };
  const back = entrance.routes.appliances.filter((taken) => taken.route.target.id === route.target.id);
  if (back.length === 0) return { clients: entrance.clients, hops };
  const answered = addressSet(back.flatMap(({ addresses }) => addresses));
  return { clients: outOf(through, route.target.id, family, answered), hops };
}

/** What of these clients the subnet of an appliance leads to; all of them where its subnet is not known. */
function outOf({ network, entrances }: Internet, id: string, family: Family, answered: AddressSet): Passage {
  const own = network.interfaces.find((each) => each.id === id || (isEndpoint(each) && each.description.endsWith(id)));
  const entrance = own && entrances.of(own.subnetId, family);
  if (!entrance || 'unread' in entrance) return exactly(flows(answered));
  return mapFlows(entrance.clients, (set) => fromSources(set, answered));
}

/** A Gateway Load Balancer's endpoint, which AWS alone can make, and whose description AWS writes. */
function isEndpoint({ type }: NetworkInterface): boolean {
  return type === 'gateway_load_balancer_endpoint' || type === 'gatewayLoadBalancerEndpoint';
}
