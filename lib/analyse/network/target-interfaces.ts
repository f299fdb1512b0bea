import type { ListenerForward, LoadBalancer, Target, TargetGroup } from '../../model/aws/load-balancer.ts';
import type { NetworkInterface } from '../../model/aws/network-interface.ts';
import { parseCidr } from '../../model/network/cidr.ts';
import type { Unread } from '../../model/unread.ts';
import { addressSet, sameAddresses, type AddressSet } from './address-set.ts';
import { groupsOf, type Arrival } from './arrivals.ts';
import { ruleHop, type Internet } from './internet.ts';
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
  readonly #ofInstance: ReadonlyMap<string, NetworkInterface>;
  readonly #byAddress: ReadonlyMap<string, readonly NetworkInterface[]>;
  readonly #nodes: ReadonlyMap<string, AddressSet>;

  constructor(internet: Internet, balancers: readonly LoadBalancer[]) {
    this.#internet = internet;
    const { interfaces } = internet.network;
    this.#ofInstance = new Map(
      interfaces
        // The first interface of an instance serves as a target, and comes last here so that it wins.
        .toSorted((a, b) => (b.deviceIndex ?? 0) - (a.deviceIndex ?? 0))
        .flatMap((eni) => (eni.instanceId === undefined ? [] : [[eni.instanceId, eni]])),
    );
    const addresses = interfaces.flatMap((eni) =>
      [...eni.privateIpv4, ...eni.ipv6].map((address) => ({ address, eni })),
    );
    this.#byAddress = new Map(
      [...Map.groupBy(addresses, ({ address }) => address)].map(([address, all]) => [
        address,
        all.map(({ eni }) => eni),
      ]),
    );
    this.#nodes = nodeAddresses(interfaces, balancers);
  }

  /** The interfaces of a group's targets. */
  idsOf(group: TargetGroup): readonly string[] {
    return (group.targets ?? []).flatMap((target) => this.#interfaceOf(target, group)?.eni.id ?? []);
  }

  /** What becomes of an arrival that is forwarded to a target; nothing where the target is not in this region. */
  reached(arrival: Arrival, group: TargetGroup, target: Target, forward: ListenerForward): readonly Reached[] {
    const found = this.#interfaceOf(target, group);
    if (!found) return [];
    const { eni, address } = found;
    const crossing = this.#crossing(arrival, group, eni);
    if (crossing === 'no') return [{ id: eni.id, stopped: stoppedAt(arrival, eni, 'cross-zone') }];
    const told = this.#transfers(arrival, group, target, eni, address);
    if (told.clients.length === 0) return [{ id: eni.id, stopped: stoppedAt(arrival, eni, told.block ?? 'target-sg') }];
    const unread = distinct([...arrival.unread, ...told.unread, ...(crossing === 'yes' ? [] : [crossing])]);
    return [{ id: eni.id, way: wayTo(arrival, target, forward, told, unread) }];
  }

  #interfaceOf(
    target: Target,
    group: TargetGroup,
  ): { readonly eni: NetworkInterface; readonly address: string } | undefined {
    if (group.type === 'instance') {
      const eni = this.#ofInstance.get(target.id);
      const address = group.family === 'ipv6' ? eni?.ipv6[0] : eni?.privateIpv4[0];
      return eni && address !== undefined ? { eni, address } : undefined;
    }
    const all = this.#byAddress.get(target.id) ?? [];
    // Ranges of VPCs may overlap: that of the group goes first, and one elsewhere must be the only one.
    const eni = all.find(({ vpcId }) => vpcId === group.vpcId) ?? (all.length === 1 ? all[0] : undefined);
    return eni && { eni, address: target.id };
  }

  /** Whether the node may use a target in the zone of this interface. */
  #crossing({ balancer, subnetId }: Arrival, group: TargetGroup, eni: NetworkInterface): 'yes' | 'no' | Unread {
    const crossZone = group.crossZone ?? balancer.crossZone;
    if (crossZone === true) return 'yes';
    const [from, to] = [this.#internet.network.subnet(subnetId), this.#internet.network.subnet(eni.subnetId)];
    if ('unread' in from) return from.unread;
    if ('unread' in to) return to.unread;
    if (from.thing.zone === to.thing.zone) return 'yes';
    if (crossZone === false) return 'no';
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
    // A client of the other family is told to the target by the node's address.
    if (arrival.balancer.type !== 'network' || family !== arrival.family) return follow(false);
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

/** Load balancing names its interfaces `ELB app/web/50dc6c495c0c9188`, and those of a classic one `ELB web`. */
function nodeAddresses(
  interfaces: readonly NetworkInterface[],
  balancers: readonly LoadBalancer[],
): ReadonlyMap<string, AddressSet> {
  const arns = new Map(balancers.map(({ arn }) => [`ELB ${arn.slice(arn.indexOf(':loadbalancer/') + 14)}`, arn]));
  const nodes = new Map<string, AddressSet>();
  for (const eni of interfaces) {
    const arn = arns.get(eni.description);
    if (arn === undefined) continue;
    for (const [family, addresses, bits] of [
      ['ipv4', eni.privateIpv4, 32],
      ['ipv6', eni.ipv6, 128],
    ] as const) {
      const key = `${arn} ${eni.subnetId} ${family}`;
      const own = addresses.map((address) => parseCidr(`${address}/${bits}`));
      if (own.length > 0) nodes.set(key, addressSet([...(nodes.get(key) ?? []), ...own]));
    }
  }
  return nodes;
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
