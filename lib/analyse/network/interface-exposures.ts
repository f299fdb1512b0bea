import type { NetworkInterface } from '../../model/aws/network-interface.ts';
import type { Block, Exposure, Family, Reach } from '../../model/network/exposure.ts';
import type { Hop } from '../../model/network/hop.ts';
import { hostRange } from '../../model/network/cidr.ts';
import type { Unread } from '../../model/unread.ts';
import type { Deliveries } from './deliveries.ts';
import { enterSubnet } from './edge-routing.ts';
import { exposureOf } from './exposure-of.ts';
import { internetAddress } from './interface-address.ts';
import { internetHop } from './hops.ts';
import type { Internet } from './internet.ts';
import type { OpenPorts } from './open-ports.ts';
import { distinct } from './passage.ts';
import type { Stopped } from './subnet-entrance.ts';
import { reachesOf, stopAt, throughAnyNode, type Attempt, type Way } from './way.ts';

const families: readonly Family[] = ['ipv4', 'ipv6'];
/** What sends through its interface and takes no connection in: NAT gateways, and functions ("Lambda Hyperplane ENIs"). */
const takesNothing: ReadonlyMap<string, Block> = new Map([
  ['lambda', 'not-in-use'],
  ['nat_gateway', 'nat-gateway'],
  ['natGateway', 'nat-gateway'],
]);

/** What every way to one interface comes to. */
export interface InterfaceWays {
  readonly ways: readonly Way[];
  readonly stops: readonly Stopped[];
  readonly idle?: Stopped;
  /** What was not read of the thing that would answer. */
  readonly unread: readonly Unread[];
}

/** Every way from the internet to an interface: to its own addresses, and through what forwards to it. */
export function waysTo(internet: Internet, deliveries: Deliveries, eni: NetworkInterface): InterfaceWays {
  const attempts = families.map((family) => directly(internet, eni, family));
  const state = stateOf(internet, eni);
  const ways = [...attempts.flatMap((attempt) => attempt.ways), ...throughAnyNode(deliveries.waysTo(eni.id))];
  const stops = [...attempts.flatMap(({ stopped }) => stopped ?? []), ...deliveries.stopsOf(eni.id)];
  return { ways, stops, ...state };
}

/** An interface's exposure. */
export function interfaceExposure(
  internet: Internet,
  open: OpenPorts,
  eni: NetworkInterface,
  told: InterfaceWays,
  named: Pick<Exposure, 'partOf' | 'ofOther'>,
): Exposure {
  const { id, arn, tags } = eni;
  const name = tags['Name'] || eni.description || id;
  const end = endOf(eni);
  return exposureOf({
    kind: 'network-interface',
    id,
    arn,
    name,
    tags,
    ...named,
    ...reachesAt(internet, eni.vpcId, told, end),
    stops: told.stops,
    openRules: open.of(eni.securityGroupIds),
    ...(told.idle && { idle: told.idle }),
  });
}

/** Ways as reaches: those that are proven, those that are not, and what was not read of these. */
export function reachesAt(
  { network }: Internet,
  vpcId: string,
  { ways, unread }: Pick<InterfaceWays, 'ways' | 'unread'>,
  end: readonly Hop[],
): { readonly reaches: readonly Reach[]; readonly possible: readonly Reach[]; readonly unread: readonly Unread[] } {
  const isProven = (way: Way): boolean => way.unread.length === 0 && unread.length === 0;
  const told = (some: readonly Way[]): readonly Reach[] =>
    some.flatMap((way) => reachesOf(way, network.outside(vpcId, way.family), end));
  const open = ways.filter((way) => !isProven(way));
  return {
    reaches: told(ways.filter(isProven)),
    possible: told(open),
    unread: distinct([...unread, ...open.flatMap((way) => way.unread)]),
  };
}

/** What a path to an interface ends with. */
export function endOf({ id, instanceId }: NetworkInterface): readonly Hop[] {
  const own: Hop = { kind: 'network-interface', id, operation: 'ec2:DescribeNetworkInterfaces' };
  return instanceId === undefined
    ? [own]
    : [own, { kind: 'resource', id: instanceId, operation: 'ec2:DescribeInstances' }];
}

function directly(internet: Internet, eni: NetworkInterface, family: Family): Attempt {
  const address = takesNothing.get(eni.type) ?? internetAddress(internet.network, eni, family);
  if (address === 'address' || address === 'ingress-routing') {
    return enter(internet, eni, family, address === 'ingress-routing');
  }
  if (typeof address === 'object') {
    const attempt = enter(internet, eni, family, false);
    return { ...attempt, ways: attempt.ways.map((way) => ({ ...way, unread: [...way.unread, address] })) };
  }
  const last: Hop = { kind: 'network-interface', id: eni.id, operation: 'ec2:DescribeNetworkInterfaces' };
  return { ways: [], stopped: stopAt('address', address, [internetHop], last) };
}

function enter(internet: Internet, eni: NetworkInterface, family: Family, byIngressRouting: boolean): Attempt {
  const { subnetId, vpcId, securityGroupIds: groupIds, id } = eni;
  const own = (family === 'ipv4' ? eni.privateIpv4 : eni.ipv6).map((each) => hostRange(each));
  return enterSubnet(internet, { subnetId, vpcId, own, id }, { subnetId, groupIds, family, byIngressRouting });
}

const stoppedStates = new Set(['stopped', 'stopping', 'terminated', 'shutting-down']);

/** Whether there is something that answers. An instance of another account's is not listed, and counts as running. */
function stateOf({ network }: Internet, eni: NetworkInterface): Pick<InterfaceWays, 'idle' | 'unread'> {
  const own: Hop = { kind: 'network-interface', id: eni.id, operation: 'ec2:DescribeNetworkInterfaces' };
  if (eni.status === 'available') return { idle: stopAt('state', 'not-attached', [internetHop], own), unread: [] };
  if (eni.instanceId === undefined) return { unread: [] };
  const instance = network.instance(eni.instanceId);
  if ('unread' in instance) {
    const unread = network.unread('aws.instances');
    return { unread: unread ? [unread] : [] };
  }
  const { id, state } = instance.thing;
  if (!stoppedStates.has(state)) return { unread: [] };
  const last: Hop = { kind: 'resource', id, rule: state, operation: 'ec2:DescribeInstances' };
  return { idle: stopAt('state', 'not-running', [internetHop, own], last), unread: [] };
}
