import type { ListenerForward, LoadBalancer, Target, TargetGroup } from '../../model/aws/load-balancer.ts';
import type { NetworkInterface } from '../../model/aws/network-interface.ts';
import { hostRange, overlaps, parseCidr, type AddressRange } from '../../model/network/cidr.ts';
import type { Unread } from '../../model/unread.ts';
import { sameAddresses, type AddressSet } from './address-set.ts';
import { groupsOf, type Arrival } from './arrivals.ts';
import { ruleHop, type Internet } from './internet.ts';
import { nodeAddresses } from './node-addresses.ts';
import { distinct } from './passage.ts';
import type { Stopped } from './subnet-entrance.ts';
import { addressesOf } from './traffic.ts';
import { transfer, type Transferred } from './transit.ts';
import type { Way } from './way.ts';

/** What came of a connection to one interface behind a load balancer. */
export interface Reached {
  /** The interface. */
  readonly id: string;
  readonly way?: Way;
  readonly stopped?: Stopped;
}

/** Finds the interfaces behind target groups, and follows connections to them. */
export class TargetInterfaces {
  readonly #internet: Internet;
  readonly #byAddress: ReadonlyMap<string, readonly NetworkInterface[]>;
  readonly #delegated: readonly { readonly block: AddressRange; readonly eni: NetworkInterface }[];
  readonly #nodes: ReadonlyMap<string, AddressSet>;

  constructor(internet: Internet, balancers: readonly LoadBalancer[]) {
    this.#internet = internet;
    const { interfaces } = internet.network;
    const addresses = interfaces.flatMap((eni) =>
      [...eni.privateIpv4, ...eni.ipv6].map((address) => ({ address: canonical(address), eni })),
    );
    this.#byAddress = new Map(
      [...Map.groupBy(addresses, ({ address }) => address)].map(([address, all]) => [
        address,
        all.map(({ eni }) => eni),
      ]),
    );
    this.#delegated = interfaces.flatMap((eni) => eni.prefixes.map((block) => ({ block: parseCidr(block), eni })));
    this.#nodes = nodeAddresses(interfaces, balancers);
  }

  /** The interfaces of a group's targets; functions and load balancers have none. */
  idsOf(group: TargetGroup): readonly string[] {
    if (group.type === 'lambda' || group.type === 'alb') return [];
    return (group.targets ?? []).flatMap((target) => this.#interfaceOf(target, group)?.eni.id ?? []);
  }

  /** What becomes of an arrival that is forwarded to a target; nothing where the target is not in this region. */
  reached(arrival: Arrival, group: TargetGroup, target: Target, forward: ListenerForward): readonly Reached[] {
    const found = this.#interfaceOf(target, group);
    if (!found) return [];
    const { eni, address } = found;
    const crossing = eni.vpcId === arrival.balancer.vpcId ? this.#crossing(arrival, group, eni) : anotherVpc(eni);
    if (crossing === 'no') return [{ id: eni.id, stopped: stoppedAt(arrival, eni, 'cross-zone') }];
    const told = this.#transfers(arrival, group, target, eni, address);
    if (told.clients.length === 0) return [{ id: eni.id, stopped: stoppedAt(arrival, eni, told.block ?? 'target-sg') }];
    const unread = distinct([...arrival.unread, ...told.unread, ...(crossing === 'yes' ? [] : [crossing])]);
    const { more } = told;
    return [
      { id: eni.id, way: wayTo(arrival, target, forward, told, unread) },
      ...(more
        ? [{ id: eni.id, way: wayTo(arrival, target, forward, { ...told, ...more }, [...unread, ...more.unread]) }]
        : []),
    ];
  }

  #interfaceOf(
    target: Target,
    group: TargetGroup,
  ): { readonly eni: NetworkInterface; readonly address: string } | undefined {
    if (group.type === 'instance') {
      const eni = this.#internet.network.firstInterface(target.id);
      const address = group.family === 'ipv6' ? eni?.ipv6[0] : eni?.privateIpv4[0];
      return eni && address !== undefined ? { eni, address } : undefined;
    }
    const all = this.#standingAt(target.id);
    // Ranges of VPCs may overlap: that of the group goes first, and one elsewhere must be reached by a peering.
    const eni = all.find(({ vpcId }) => vpcId === group.vpcId) ?? (all.length === 1 ? all[0] : undefined);
    return eni && { eni, address: target.id };
  }

  /** Interfaces that have an address, or to which a block that holds it is delegated, as Kubernetes asks for them. */
  #standingAt(address: string): readonly NetworkInterface[] {
    if (!/^[\d.]+$|:/.test(address)) return [];
    const own = this.#byAddress.get(canonical(address));
    if (own) return own;
    const range = hostRange(address);
    return this.#delegated
      .filter(({ block }) => overlaps(block, range) && block.last - block.first < 1n << 80n)
      .map(({ eni }) => eni);
  }

  /** Whether the node may use a target in the zone of this interface. */
  #crossing({ balancer, subnetId }: Arrival, group: TargetGroup, eni: NetworkInterface): 'yes' | 'no' | Unread {
    const crossZone = group.crossZone ?? balancer.crossZone;
    const { network } = this.#internet;
    const [from, to] = [network.subnet(subnetId), network.subnet(eni.subnetId)];
    if ('unread' in from) return from.unread;
    if ('unread' in to) return to.unread;
    if (from.thing.zone === to.thing.zone) return 'yes';
    // A target in a zone that the load balancer does not stand in is registered, and not used.
    const stands = balancer.subnetIds.some((id) => {
      const each = network.subnet(id);
      return 'unread' in each || each.thing.zone === to.thing.zone;
    });
    if (!stands || crossZone === false) return 'no';
    if (crossZone === true) return 'yes';
    const message = `the attributes of ${balancer.arn} were not read`;
    return { operation: 'elbv2:DescribeLoadBalancerAttributes', code: 'NotCollected', message };
  }

  /** Where it was not read whether the target sees the client, both ways must come to the same. */
  #transfers(
    arrival: Arrival,
    group: TargetGroup,
    target: Target,
    eni: NetworkInterface,
    address: string,
  ): Transferred {
    const family = address.includes(':') ? 'ipv6' : 'ipv4';
    const follow = (preserved: boolean): Transferred =>
      transfer(this.#internet, {
        family,
        protocol: arrival.protocol,
        fromSubnet: arrival.subnetId,
        nodes: this.#nodesOf(arrival, family),
        groupIds: groupsOf(arrival.balancer),
        toSubnet: eni.subnetId,
        toAddress: address,
        toGroups: eni.securityGroupIds,
        port: target.port,
        clients: arrival.clients,
        preserved,
      });
    const nodes = this.#nodesOf(arrival, family);
    // A client of the other family is told to the target by the node's address, and so is one that another proxy hid.
    if (arrival.balancer.type !== 'network' || family !== arrival.family || arrival.hidden) {
      return nodes.length > 0 ? follow(false) : { ...follow(true), unread: [unknownNodes(arrival)] };
    }
    if (group.preservesClient !== undefined) return follow(group.preservesClient);
    const [seen, hidden] = [follow(true), follow(false)];
    if (sameAddresses(seen.clients, hidden.clients)) return seen;
    const message = `the attributes of ${group.arn} were not read`;
    const gap: Unread = { operation: 'elbv2:DescribeTargetGroupAttributes', code: 'NotCollected', message };
    const wider = seen.clients.length > 0 ? seen : hidden;
    return { ...wider, unread: [...wider.unread, gap] };
  }

  /** Addresses that the node may send from: those of its interface, else any of its subnet. */
  #nodesOf({ balancer, subnetId }: Arrival, family: 'ipv4' | 'ipv6'): AddressSet {
    const own = this.#nodes.get(`${balancer.arn} ${subnetId} ${family}`);
    if (own) return own;
    const subnet = this.#internet.network.subnet(subnetId);
    return 'thing' in subnet ? addressesOf(subnet.thing.cidrs, family) : [];
  }
}

/** The same address however it is written. */
function canonical(address: string): string {
  return address.includes(':') ? String(hostRange(address).first) : address;
}

function anotherVpc({ id, vpcId }: NetworkInterface): Unread {
  const message = `${id} stands in ${vpcId}, and whether the load balancer reaches that was not followed`;
  return { operation: 'ec2:DescribeVpcPeeringConnections', code: 'NotFollowed', message };
}

function unknownNodes({ balancer, subnetId }: Arrival): Unread {
  const message = `neither the interfaces of ${balancer.arn} nor its subnet ${subnetId} were read`;
  return { operation: 'ec2:DescribeSubnets', code: 'NotCollected', message };
}

function wayTo(
  arrival: Arrival,
  target: Target,
  { authenticates, requests = arrival.requests }: ListenerForward,
  { clients, rule, groupId, preserved }: Transferred,
  unread: readonly Unread[],
): Way {
  const { family, protocol, hops, dialled, balancer, clientPorts, strength } = arrival;
  const group = rule && groupId !== undefined ? [ruleHop({ groupId, rule })] : [];
  return {
    family,
    protocol,
    flow: { fromPort: target.port, toPort: target.port, sources: clients },
    unread,
    hops: [...hops, ...group],
    via: balancer.id,
    listenerPort: dialled,
    ...(clientPorts !== undefined && { clientPorts }),
    ...(requests !== undefined && { requests }),
    ...((authenticates || strength) && { strength: authenticates ? 'authenticated' : strength }),
    ...(!preserved && { proxied: true as const }),
  };
}

function stoppedAt({ hops }: Arrival, eni: NetworkInterface, block: Stopped['block']): Stopped {
  const kinds = {
    'target-nacl': 'network-acl',
    'cross-zone': 'load-balancer',
    'lb-sg-egress': 'security-group',
  } as const;
  const kind = block in kinds ? kinds[block as keyof typeof kinds] : 'security-group';
  const id = kind === 'security-group' ? eni.securityGroupIds.join(', ') : eni.subnetId;
  return { stage: 'security-group', block, hops: [...hops, { kind, id, rule: block, stops: true }] };
}
