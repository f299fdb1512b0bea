import type { Listener, LoadBalancer } from '../../model/aws/load-balancer.ts';
import type { Family, Reach } from '../../model/network/exposure.ts';
import type { Hop } from '../../model/network/hop.ts';
import type { Unread } from '../../model/unread.ts';
import type { AddressSet } from './address-set.ts';
import { enterSubnet } from './edge-routing.ts';
import { noGroups, type GroupIds } from './group-passages.ts';
import type { Internet } from './internet.ts';
import type { Passage } from './passage.ts';
import type { Stopped } from './subnet-entrance.ts';
import { addressesOf } from './traffic.ts';
import { slabsOf, type Attempt } from './way.ts';

/** Clients that reach a listener of a load balancer through one of its nodes. */
export interface Arrival {
  readonly balancer: LoadBalancer;
  readonly listener: Listener;
  readonly family: Family;
  readonly protocol: 'tcp' | 'udp';
  /** The subnet of the node. */
  readonly subnetId: string;
  readonly clients: AddressSet;
  readonly unread: readonly Unread[];
  readonly hops: readonly Hop[];
  /** The port that the client dials. */
  readonly dialled: number;
  /** What stands before the load balancer: an accelerator, a distribution, another load balancer. */
  readonly before?: string;
  readonly clientPorts?: string;
  readonly strength?: Reach['strength'];
  readonly requests?: string;
  /** Something before the load balancer calls it in the client's place. */
  readonly hidden?: true;
}

/** How clients come to a load balancer, other than by its own public addresses. */
export interface Approach {
  readonly family: Family;
  readonly clients: Passage;
  readonly hops: readonly Hop[];
  readonly dialled: number;
  readonly before: string;
  /** What is forwarded; without it, whatever the listener speaks. */
  readonly protocol?: 'tcp' | 'udp';
  readonly strength?: Reach['strength'];
  readonly requests?: string;
  /** The load balancer's groups and network ACLs were asked about what calls it in the client's place. */
  readonly admitted?: true;
}

/** Protocols that a listener's connections use underneath. */
export function transportsOf(protocol: string): readonly ('tcp' | 'udp')[] {
  if (protocol === 'UDP' || protocol === 'QUIC') return ['udp'];
  return protocol === 'TCP_UDP' || protocol === 'TCP_QUIC' ? ['tcp', 'udp'] : ['tcp'];
}

/** The groups of a load balancer; a network load balancer without any lets everybody in. */
export function groupsOf({ type, securityGroupIds }: LoadBalancer): GroupIds {
  return type === 'network' && securityGroupIds.length === 0 ? noGroups : securityGroupIds;
}

/** Arrivals at a listener, node by node: from the internet, or by an approach. */
export function arrivalsAt(
  internet: Internet,
  balancer: LoadBalancer,
  listener: Listener,
  approach?: Approach,
): { readonly arrivals: readonly Arrival[]; readonly stops: readonly Stopped[] } {
  const families = approach ? [approach.family] : familiesOf(internet, balancer);
  const attempts = balancer.subnetIds.flatMap((subnetId) =>
    families.map((family) => ({ subnetId, family, attempt: enter(internet, balancer, subnetId, family, approach) })),
  );
  const arrivals = attempts.flatMap(({ subnetId, family, attempt }) =>
    transportsOf(listener.protocol)
      .filter((protocol) => !approach?.protocol || approach.protocol === protocol)
      .flatMap((protocol) =>
        attempt.ways
          .filter((way) => way.protocol === 'all' || way.protocol === protocol)
          .filter(({ flow }) => flow.fromPort <= listener.port && listener.port <= flow.toPort)
          .map((way): Arrival => ({
            balancer,
            listener,
            family,
            protocol,
            subnetId,
            clients: way.flow.sources,
            unread: way.unread,
            hops: [...way.hops, ...hopsOf(balancer, listener)],
            dialled: approach?.dialled ?? listener.port,
            ...(approach && { before: approach.before }),
            ...(approach?.admitted && { hidden: true as const }),
            ...(way.clientPorts !== undefined && { clientPorts: way.clientPorts }),
            ...((approach?.strength ?? way.strength) && { strength: approach?.strength ?? way.strength }),
            ...(approach?.requests !== undefined && { requests: approach.requests }),
          })),
      ),
  );
  return { arrivals, stops: attempts.flatMap(({ attempt }) => attempt.stopped ?? []) };
}

/** Nodes have addresses of the VPC's blocks: where these are private to it, none that the internet knows. */
function familiesOf({ network }: Internet, { families, vpcId }: LoadBalancer): readonly Family[] {
  const vpc = network.vpc(vpcId);
  const hidden = new Set(vpc?.privateIpv6);
  const known = vpc?.cidrs.some((cidr) => cidr.includes(':') && !hidden.has(cidr)) ?? true;
  return families.filter((family) => family === 'ipv4' || known);
}

function enter(
  internet: Internet,
  balancer: LoadBalancer,
  subnetId: string,
  family: Family,
  approach: Approach | undefined,
): Attempt {
  if (approach?.admitted) {
    const { clients, hops } = approach;
    return { ways: slabsOf(clients).map((slab) => ({ ...slab, family, protocol: 'all', hops })) };
  }
  const groupIds = groupsOf(balancer);
  if (approach) {
    const { clients, hops } = approach;
    return internet.enter({ subnetId, groupIds, family, clients, hops });
  }
  const subnet = internet.network.subnet(subnetId);
  const own = addressesOf('thing' in subnet ? subnet.thing.cidrs : [], family);
  const { vpcId } = balancer;
  return enterSubnet(internet, { subnetId, vpcId, own }, { subnetId, groupIds, family });
}

function hopsOf({ id, name, type }: LoadBalancer, { id: listenerId, port, protocol }: Listener): readonly Hop[] {
  const classic = type === 'classic';
  const lists = classic ? 'elb:DescribeLoadBalancers' : 'elbv2:DescribeLoadBalancers';
  const listens = classic ? lists : 'elbv2:DescribeListeners';
  return [
    { kind: 'load-balancer', id, name, operation: lists },
    { kind: 'listener', id: listenerId, rule: `${protocol} ${port}`, operation: listens },
  ];
}
