import { BlockList } from 'node:net';
import type { LoadBalancer, TargetGroup } from '../../lib/model/aws/load-balancer.ts';
import type { AclEntry } from '../../lib/model/aws/network-acl.ts';
import type { NetworkInterface } from '../../lib/model/aws/network-interface.ts';
import type { SecurityGroupRule } from '../../lib/model/aws/security-group.ts';
import type { Family } from '../../lib/model/network/exposure.ts';
import type { Parts } from '../../lib/model/parts.ts';

/** One packet from the internet that opens a connection, or is one by itself. */
export interface Packet {
  readonly family: Family;
  readonly protocol: 'tcp' | 'udp' | 'icmp' | 'icmpv6' | '47';
  readonly source: string;
  readonly sourcePort: number;
  /** Of ICMP: its type. */
  readonly port: number;
}

/** The parts that a network is made of. */
export type NetworkParts = Pick<
  Parts,
  | 'aws.vpcs'
  | 'aws.subnets'
  | 'aws.routeTables'
  | 'aws.networkAcls'
  | 'aws.internetGateways'
  | 'aws.securityGroups'
  | 'aws.networkInterfaces'
  | 'aws.instances'
  | 'aws.blockPublicAccess'
  | 'aws.loadBalancers'
>;

/**
 * Follows single packets, one control after the other, as a person would with the documentation at hand. Shares nothing
 * with the analysis: no sets, no intervals, and node's own idea of what a CIDR block holds.
 */
export class PacketSimulator {
  readonly #parts: NetworkParts;

  constructor(parts: NetworkParts) {
    this.#parts = parts;
  }

  /** Whether a connection to the interface's own address is made (TCP), or a packet arrives there (the rest). */
  reachesInterface(eni: NetworkInterface, packet: Packet): boolean {
    const running = this.#parts['aws.instances'].find(({ id }) => id === eni.instanceId)?.state === 'running';
    const addressed = packet.family === 'ipv4' ? eni.publicIpv4.length > 0 : eni.ipv6.length > 0 && !eni.deniesInternet;
    return (
      running && addressed && this.#entersSubnet(eni.subnetId, packet) && this.#groupsLet(eni.securityGroupIds, packet)
    );
  }

  /** Whether a client who dials a listener of the load balancer comes to a port of the interface. */
  reachesThrough(balancer: LoadBalancer, group: TargetGroup, eni: NetworkInterface, packet: Packet): boolean {
    const [listener] = balancer.listeners ?? [];
    const [target] = group.targets ?? [];
    if (!listener || !target || !balancer.internetFacing || !balancer.families.includes(packet.family)) return false;
    const running = this.#parts['aws.instances'].find(({ id }) => id === eni.instanceId)?.state === 'running';
    const dialled = { ...packet, port: listener.port };
    const isOpen = balancer.type === 'network' && balancer.securityGroupIds.length === 0;
    return (
      running &&
      balancer.subnetIds.some(
        (node) =>
          this.#entersSubnet(node, dialled) &&
          (isOpen || this.#groupsLet(balancer.securityGroupIds, dialled)) &&
          this.#handsOver(balancer, group, node, eni, { ...packet, port: target.port }),
      )
    );
  }

  #handsOver(balancer: LoadBalancer, group: TargetGroup, node: string, eni: NetworkInterface, packet: Packet): boolean {
    const zone = (id: string): string | undefined => this.#parts['aws.subnets'].find((each) => each.id === id)?.zone;
    const used = balancer.crossZone === false ? [node] : balancer.subnetIds;
    if (!used.some((each) => zone(each) === zone(eni.subnetId))) return false;
    const own = eni.privateIpv4[0] ?? '';
    const seen = balancer.type === 'network' && packet.family === 'ipv4' && group.preservesClient === true;
    const from = seen ? packet.source : nodeAddress(node);
    const inside: Packet = { ...packet, family: 'ipv4', source: from };
    const toTarget: Packet = { ...inside, source: own };
    const isOpen = balancer.type === 'network' && balancer.securityGroupIds.length === 0;
    if (!isOpen && !this.#egress(balancer.securityGroupIds, eni.securityGroupIds, toTarget)) return false;
    if (node !== eni.subnetId) {
      if (!this.#aclLets(node, true, toTarget) || !this.#aclLets(eni.subnetId, false, inside)) return false;
      const ports = seen ? sourcePorts : sourcePorts.filter((port) => port >= 1024);
      const back = (subnet: string, egress: boolean, other: string): boolean =>
        ports.some((port) => this.#aclLets(subnet, egress, { ...inside, source: other, port }));
      if (!back(eni.subnetId, true, from) || !back(node, false, own)) return false;
    }
    const named = eni.securityGroupIds.some((id) =>
      this.#group(id).ingress.some(
        ({ source, ...rule }) =>
          source.kind === 'security-group' && balancer.securityGroupIds.includes(source.id) && matches(rule, inside),
      ),
    );
    return named || this.#groupsLet(eni.securityGroupIds, inside);
  }

  #entersSubnet(subnetId: string, packet: Packet): boolean {
    const subnet = this.#parts['aws.subnets'].find(({ id }) => id === subnetId);
    if (!subnet || this.#isBlocked(subnet.id, subnet.vpcId)) return false;
    if (!this.#leadsOut(subnet.id, subnet.vpcId, packet)) return false;
    if (!this.#aclLets(subnetId, false, packet)) return false;
    // The answer goes to the port that the client sent from.
    return packet.protocol !== 'tcp' || this.#aclLets(subnetId, true, { ...packet, port: packet.sourcePort });
  }

  #isBlocked(subnetId: string, vpcId: string): boolean {
    const { mode, exclusions } = this.#parts['aws.blockPublicAccess'];
    if (mode === 'off') return false;
    return !exclusions.some(
      (each) => each.isActive && each.mode === 'allow-bidirectional' && [subnetId, vpcId].includes(each.resourceId),
    );
  }

  /** The route that an answer takes: of those that hold the client, the longest; of these, a static one. */
  #leadsOut(subnetId: string, vpcId: string, { source, family }: Packet): boolean {
    const tables = this.#parts['aws.routeTables'].filter((table) => table.vpcId === vpcId);
    const table = tables.find(({ subnetIds }) => subnetIds.includes(subnetId)) ?? tables.find(({ isMain }) => isMain);
    const matching = (table?.routes ?? []).flatMap((route) =>
      (route.cidrs ?? []).filter((cidr) => holds(cidr, source, family)).map((cidr) => ({ route, cidr })),
    );
    const [best] = matching.toSorted(
      (a, b) => lengthOf(b.cidr) - lengthOf(a.cidr) || Number(a.route.propagated) - Number(b.route.propagated),
    );
    if (!best || best.route.state === 'blackhole' || best.route.target.kind !== 'internet-gateway') return false;
    return this.#parts['aws.internetGateways'].some(
      ({ id, vpcIds }) => id === best.route.target.id && vpcIds.includes(vpcId),
    );
  }

  #aclLets(subnetId: string, egress: boolean, packet: Packet): boolean {
    const acl = this.#parts['aws.networkAcls'].find(({ subnetIds }) => subnetIds.includes(subnetId));
    const entries: readonly AclEntry[] = acl?.entries.filter((entry) => entry.egress === egress) ?? [];
    const deciding = entries.find((entry) => matches(entry, packet) && holds(entry.cidr, packet.source, packet.family));
    return deciding?.allows ?? false;
  }

  #groupsLet(ids: readonly string[], packet: Packet): boolean {
    return ids.some((id) => this.#group(id).ingress.some((rule) => ruleHolds(rule, packet)));
  }

  #egress(ids: readonly string[], targets: readonly string[], packet: Packet): boolean {
    return ids.some((id) =>
      this.#group(id).egress.some(
        (rule) =>
          ruleHolds(rule, packet) ||
          (rule.source.kind === 'security-group' && targets.includes(rule.source.id) && matches(rule, packet)),
      ),
    );
  }

  #group(id: string): Parts['aws.securityGroups'][number] {
    return this.#parts['aws.securityGroups'].find((group) => group.id === id)!;
  }
}

/** Ports that clients send from in a simulation: the edges of what network ACLs tell apart. */
export const sourcePorts: readonly number[] = [1, 20, 22, 443, 1023, 1024, 40_000, 65_535];

/** The address of a load balancer's node in a subnet. */
export function nodeAddress(subnetId: string): string {
  return subnetId === 'subnet-a' ? '10.0.1.200' : '10.0.2.200';
}

function ruleHolds(rule: SecurityGroupRule, packet: Packet): boolean {
  const { source } = rule;
  if (!matches(rule, packet)) return false;
  if (source.kind === 'cidr') return holds(source.cidr, packet.source, packet.family);
  return (
    source.kind === 'prefix-list' && (source.cidrs ?? []).some((cidr) => holds(cidr, packet.source, packet.family))
  );
}

function matches(
  rule: Pick<SecurityGroupRule, 'protocol' | 'fromPort' | 'toPort'>,
  { protocol, port }: Packet,
): boolean {
  if (rule.protocol === 'all') return true;
  if (rule.protocol !== protocol) return false;
  if (protocol === 'icmp' || protocol === 'icmpv6') return rule.fromPort === -1 || rule.fromPort === port;
  return protocol === '47' || (port >= (rule.fromPort ?? 0) && port <= (rule.toPort ?? 65_535));
}

/** Whether a block holds an address, by node's own lists. */
export function holds(cidr: string, address: string, family: Family): boolean {
  if (cidr.includes(':') !== (family === 'ipv6')) return false;
  const [network = '', length = ''] = cidr.split('/');
  const list = new BlockList();
  list.addSubnet(network, Number(length), family);
  return list.check(address, family);
}

function lengthOf(cidr: string): number {
  return Number(cidr.split('/')[1]);
}
