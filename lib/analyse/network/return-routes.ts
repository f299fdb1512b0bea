import type { Route, RouteTable } from '../../model/aws/route-table.ts';
import type { Subnet } from '../../model/aws/vpc.ts';
import type { AddressRange } from '../../model/network/cidr.ts';
import type { Block, Family } from '../../model/network/exposure.ts';
import type { Unread } from '../../model/unread.ts';
import { intersect, subtract, unite, type AddressSet } from './address-set.ts';
import type { Network } from './network.ts';
import { distinct } from './passage.ts';
import { addressesOf } from './traffic.ts';
import { unreadPrefixList } from './unread-prefix-list.ts';

/** A route and the addresses that no more specific route takes from it. */
export interface TakenRoute {
  readonly route: Route;
  readonly addresses: AddressSet;
}

/** The clients that a subnet can answer through internet gateways: without an answer there is no connection. */
export interface ReturnRoutes {
  readonly sure: AddressSet;
  readonly possible: AddressSet;
  readonly unread: readonly Unread[];
  readonly tableId?: string;
  /** Those that lead to an internet gateway which is attached. */
  readonly taken: readonly TakenRoute[];
  /** Those that lead to an interface or an endpoint, which may be an appliance that inspects. */
  readonly appliances: readonly TakenRoute[];
  /** Why nobody is answered. */
  readonly block: Block;
  /** The route that says so. */
  readonly blocking?: Route;
}

/**
 * Follows a subnet's route table ("Route priority", Amazon VPC User Guide): the longest prefix decides, and of two routes
 * to the same block a static one. A blackhole drops what it matches.
 */
export function returnRoutes(network: Network, subnet: Subnet, family: Family): ReturnRoutes {
  const outside = network.outside(subnet.vpcId, family);
  const found = network.table(subnet);
  if ('unread' in found) {
    const { unread } = found;
    return { sure: [], possible: outside, unread: [unread], taken: [], appliances: [], block: 'no-igw-route' };
  }
  const table = found.thing;
  const taken = takenRoutes(table, outside, family);
  const answers = taken.map((each) => ({ ...each, leads: leadsOut(network, each.route, subnet.vpcId) }));
  const working = answers.filter(({ leads }) => leads === true);
  const open = answers.flatMap(({ leads }) => (typeof leads === 'object' ? [leads] : []));
  const sure = union(working);
  const lists = unreadLists(table);
  const possible = union(answers.filter(({ leads }) => leads !== false && leads !== 'igw-not-attached'));
  return {
    sure: lists.length > 0 ? [] : sure,
    possible: lists.some(({ target }) => target.kind === 'internet-gateway') ? outside : possible,
    unread: distinct([...open, ...lists.map(({ destination }) => unreadPrefixList(destination))]),
    tableId: table.id,
    taken: working.length > 0 ? working : answers.filter(({ leads }) => typeof leads === 'object'),
    appliances: taken.filter(({ route }) => ['endpoint', 'network-interface'].includes(route.target.kind)),
    ...whyNot(answers),
  };
}

/** Each route with what is left for it, the most specific first. */
export function takenRoutes(table: RouteTable, space: AddressSet, family: Family): readonly TakenRoute[] {
  const blocks = table.routes
    .filter(({ state }) => state !== 'filtered')
    .flatMap((route) => addressesOf(route.cidrs ?? [], family).map((range) => ({ route, range })))
    .toSorted((a, b) => bySize(a.range, b.range) || rank(a.route) - rank(b.route));
  let left = space;
  const taken: TakenRoute[] = [];
  for (const { route, range } of blocks) {
    const addresses = intersect(left, [range]);
    if (addresses.length === 0) continue;
    left = subtract(left, addresses);
    taken.push({ route, addresses });
  }
  return taken;
}

/** Of routes to one block: static ones, then those by a prefix list, then learned ones ("Route priority"). */
function rank({ propagated, destination }: Route): number {
  if (propagated) return 2;
  return destination.startsWith('pl-') ? 1 : 0;
}

function bySize(one: AddressRange, other: AddressRange): number {
  const difference = one.last - one.first - (other.last - other.first);
  return difference < 0n ? -1 : Number(difference > 0n);
}

/** Whether a route leads to the internet and back: through an internet gateway that is attached to the VPC. */
function leadsOut(network: Network, route: Route, vpcId: string): boolean | 'igw-not-attached' | Unread {
  const { target, state } = route;
  if (target.id === '' && state !== 'blackhole') return newTarget(route);
  if (target.kind !== 'internet-gateway' || state === 'blackhole') return false;
  const gateway = network.gateway(target.id);
  if ('thing' in gateway) return gateway.thing.vpcIds.includes(vpcId) || 'igw-not-attached';
  // A participant of a shared VPC does not own its gateway, and a gateway that is gone leaves a dangling route.
  return gateway.unread;
}

function newTarget({ destination }: Route): Unread {
  const message = `the route to ${destination} leads to something that is not known here`;
  return { operation: 'ec2:DescribeRouteTables', code: 'UnexpectedAnswer', message };
}

function whyNot(
  answers: readonly (TakenRoute & { readonly leads: boolean | string | Unread })[],
): Pick<ReturnRoutes, 'block' | 'blocking'> {
  const reasons: readonly (readonly [Block, (each: (typeof answers)[number]) => boolean])[] = [
    ['igw-not-attached', ({ leads }) => leads === 'igw-not-attached'],
    ['blackhole', ({ route }) => route.state === 'blackhole'],
    ['nat-gateway', ({ route }) => route.target.kind === 'nat-gateway'],
    ['egress-only-igw', ({ route }) => route.target.kind === 'egress-only-internet-gateway'],
  ];
  for (const [block, holds] of reasons) {
    const found = answers.find(holds);
    if (found) return { block, blocking: found.route };
  }
  const other = answers.find(({ route }) => route.target.kind !== 'local');
  return { block: 'no-igw-route', ...(other && { blocking: other.route }) };
}

function union(taken: readonly TakenRoute[]): AddressSet {
  return taken.reduce<AddressSet>((all, { addresses }) => unite(all, addresses), []);
}

function unreadLists({ routes }: RouteTable): readonly Route[] {
  return routes.filter(({ cidrs, state }) => !cidrs && state !== 'filtered');
}
