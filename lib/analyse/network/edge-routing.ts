import type { NetworkInterface } from '../../model/aws/network-interface.ts';
import type { Route } from '../../model/aws/route-table.ts';
import { overlaps, parseCidr } from '../../model/network/cidr.ts';
import type { Family } from '../../model/network/exposure.ts';
import type { Hop } from '../../model/network/hop.ts';
import { addressSet, intersect, type AddressSet } from './address-set.ts';
import { flows } from './flow-set.ts';
import { edgeTables } from './interface-address.ts';
import { internet, type Internet } from './internet.ts';
import { mapFlows, nothing, type Passage } from './passage.ts';
import { takenRoutes } from './return-routes.ts';
import { everyAddress } from './traffic.ts';

/** Where a VPC's edge table sends what comes in for an interface, other than to the interface. */
export interface Redirection {
  readonly route: Route;
  readonly tableId: string;
  readonly gatewayId: string;
}

/** The redirection of what comes in for an interface ("Gateway route tables"); most have none. */
export function redirectionOf({ network }: Internet, eni: NetworkInterface, family: Family): Redirection | undefined {
  for (const { id, routes, gatewayIds, ...table } of edgeTables(network, eni.vpcId)) {
    const taken = takenRoutes({ ...table, id, routes, gatewayIds }, everyAddress[family], family);
    const own = (family === 'ipv4' ? eni.privateIpv4 : eni.ipv6).map((each) =>
      parseCidr(`${each}/${family === 'ipv4' ? 32 : 128}`),
    );
    const route = own
      .map((one) => taken.find(({ addresses }) => addresses.some((range) => overlaps(range, one)))?.route)
      .find((each) => each && each.target.kind !== 'local' && each.target.id !== eni.id);
    if (route) return { route, tableId: id, gatewayId: gatewayIds[0] ?? '' };
  }
  return undefined;
}

/**
 * The clients that come through an appliance and are answered through it: the interface's subnet sends answers back to it,
 * and the appliance's own subnet leads to the internet. The appliance's rules are not known.
 */
export function throughAppliance(
  through: Internet,
  eni: NetworkInterface,
  family: Family,
  { route, tableId, gatewayId }: Redirection,
): { readonly clients: Passage; readonly hops: readonly Hop[] } {
  const hops: readonly Hop[] = [
    internet,
    { kind: 'internet-gateway', id: gatewayId, operation: 'ec2:DescribeInternetGateways' },
    {
      kind: 'route',
      id: tableId,
      rule: `${route.destination} → ${route.target.id}`,
      operation: 'ec2:DescribeRouteTables',
    },
    { kind: 'appliance', id: route.target.id },
  ];
  const entrance = through.entrances.of(eni.subnetId, family);
  if (!entrance || route.state === 'blackhole') return { clients: nothing, hops };
  if (entrance.stopped?.block === 'bpa') return { clients: nothing, hops };
  const back = entrance.routes.appliances.filter((taken) => taken.route.target.id === route.target.id);
  if (back.length === 0) return { clients: entrance.clients, hops };
  const answered = addressSet(back.flatMap(({ addresses }) => addresses));
  return { clients: outOf(through, route.target.id, family, answered), hops };
}

/** What of these clients the subnet of an appliance leads to; all of them where its subnet is not known. */
function outOf({ network, entrances }: Internet, id: string, family: Family, answered: AddressSet): Passage {
  const own = network.interfaces.find((each) => each.id === id || each.description.includes(id));
  const entrance = own && entrances.of(own.subnetId, family);
  if (!entrance) return { sure: flows(answered), possible: flows(answered), unread: [] };
  return mapFlows(entrance.clients, (set) =>
    set.flatMap((slab) => flows(intersect(slab.sources, answered), slab.fromPort, slab.toPort)),
  );
}
