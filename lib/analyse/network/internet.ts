import type { Family } from '../../model/network/exposure.ts';
import type { Hop } from '../../model/network/hop.ts';
import type { Unread } from '../../model/unread.ts';
import { ruleText } from '../../model/aws/rule-text.ts';
import type { SecurityGroupRule } from '../../model/aws/security-group.ts';
import { flows, fromSources, type Slab } from './flow-set.ts';
import { GroupPassages, noGroups, ruleLetting, type GroupIds } from './group-passages.ts';
import { gatewayHop, internetHop, routeHop } from './hops.ts';
import type { Network } from './network.ts';
import { atMost, nothing, through, type Passage } from './passage.ts';
import { intersect, type AddressSet } from './address-set.ts';
import { SubnetEntrances, type Entrance, type Stopped } from './subnet-entrance.ts';
import { everyAddress } from './traffic.ts';
import { merged, slabsOf, stopAt, type Attempt, type Way } from './way.ts';

/** What is asked of {@link Internet.enter}. */
export interface Entry {
  readonly subnetId: string;
  readonly groupIds: GroupIds;
  readonly family: Family;
  /** By an edge table that routes brought addresses in. */
  readonly byIngressRouting?: boolean;
  /** These clients instead of those that routes answer: an appliance or AWS's own network carries the traffic. */
  readonly clients?: Passage;
  /** What was passed before the subnet's ACL. */
  readonly hops?: readonly Hop[];
}

/** What clients on the internet can reach in the subnets of a network. */
export class Internet {
  readonly network: Network;
  readonly groups: GroupPassages;
  readonly entrances: SubnetEntrances;
  readonly #known = new Map<string, Attempt>();

  constructor(network: Network) {
    this.network = network;
    this.groups = new GroupPassages(network);
    this.entrances = new SubnetEntrances(network);
  }

  /** Everything that clients can send to an address in a subnet behind these groups. */
  enter(entry: Entry): Attempt {
    const { subnetId, groupIds, family, byIngressRouting = false, clients } = entry;
    if (clients) return this.#attempt(entry);
    const key = `${subnetId} ${family} ${byIngressRouting} ${groupIds === noGroups ? groupIds : groupIds.join(' ')}`;
    const known = this.#known.get(key);
    if (known) return known;
    const attempt = this.#attempt(entry);
    this.#known.set(key, attempt);
    return attempt;
  }

  /** Protocols that exist in a family. */
  protocols(family: Family): readonly string[] {
    const foreign = family === 'ipv4' ? 'icmpv6' : 'icmp';
    return this.network.protocols.filter((protocol) => protocol !== foreign);
  }

  #attempt(entry: Entry): Attempt {
    const { subnetId, family, byIngressRouting = false } = entry;
    const entrance = this.entrances.of(subnetId, family, byIngressRouting);
    if ('unread' in entrance) return this.#unknownSubnet(entry, entrance.unread);
    const clients = entry.clients ?? entrance.clients;
    const stopped = entry.clients ? undefined : entrance.stopped;
    if (stopped) return { ways: [], stopped: { ...stopped, hops: [internetHop, ...stopped.hops] } };
    const stages = this.protocols(family).map((protocol) => this.#stages(entry, clients, protocol));
    const passages = merged(stages.map(({ protocol, inside }) => ({ protocol, passage: inside })));
    const ways = passages.flatMap(({ protocol, passage }) =>
      slabsOf(passage).map(({ flow, unread }) => ({
        ...this.#way(entry, entrance, protocol, flow),
        unread,
      })),
    );
    return ways.length > 0 ? { ways } : { ways, stopped: this.#whereStopped(entry, entrance, stages) };
  }

  #stages(
    { subnetId, groupIds, family }: Entry,
    clients: Passage,
    protocol: string,
  ): Record<'wanted' | 'arriving' | 'inside', Passage> & { readonly protocol: string } {
    const wanted = through(clients, this.groups.of(groupIds, 'ingress', family, protocol));
    if (wanted.possible.length === 0) return { protocol, wanted, arriving: nothing, inside: nothing };
    const arriving = through(wanted, this.entrances.acls.of(subnetId, false, family, protocol));
    const inside =
      protocol === 'tcp' ? through(arriving, this.entrances.answered(subnetId, family, protocol)) : arriving;
    return { protocol, wanted, arriving, inside };
  }

  #whereStopped(
    entry: Entry,
    entrance: Entrance,
    stages: readonly Record<'wanted' | 'arriving' | 'inside', Passage>[],
  ): Stopped {
    const { subnetId, groupIds, family } = entry;
    const before = this.#hopsTo(entry, entrance, undefined);
    const acl = this.network.acl(subnetId);
    const aclId = 'thing' in acl ? acl.thing.id : subnetId;
    const aclHop: Hop = { kind: 'network-acl', id: aclId, operation: 'ec2:DescribeNetworkAcls' };
    const isSomething = (stage: 'wanted' | 'arriving'): boolean =>
      stages.some((each) => each[stage].possible.length > 0);
    if (isSomething('arriving'))
      return stopAt('acl-out', 'nacl-outbound', before, { ...aclHop, rule: `out ${family}` });
    if (isSomething('wanted')) return stopAt('acl-in', 'nacl-inbound', before, { ...aclHop, rule: `in ${family}` });
    const id = groupIds === noGroups ? '' : groupIds.join(', ');
    const operation = 'ec2:DescribeSecurityGroups';
    return stopAt('security-group', 'sg', [...before, aclHop], { kind: 'security-group', id, operation });
  }

  #way(entry: Entry, entrance: Entrance, protocol: string, flow: Slab): Omit<Way, 'unread'> {
    const { subnetId, groupIds, family } = entry;
    const packet = protocol === 'all' ? 'tcp' : protocol;
    const acl = this.network.acl(subnetId);
    const entryIn = this.entrances.acls.entryLetting(subnetId, family, packet, flow);
    const rule = groupIds === noGroups ? undefined : ruleLetting(this.network, groupIds, packet, flow, family);
    const hops: Hop[] = [...this.#hopsTo(entry, entrance, flow)];
    if ('thing' in acl) {
      const operation = 'ec2:DescribeNetworkAcls';
      const number = entryIn && { rule: `${entryIn.number} ${entryIn.cidr}` };
      hops.push({ kind: 'network-acl', id: acl.thing.id, ...number, operation });
    }
    if (rule) {
      const found = this.network.group(rule.groupId);
      const name = 'thing' in found ? { name: found.thing.name } : {};
      hops.push({ ...ruleHop(rule), ...name });
    }
    return { family, protocol, flow, hops, ...this.#answers(entry, protocol, flow.sources) };
  }

  /** From which ports clients are answered, and whether they are at all. */
  #answers({ subnetId, family }: Entry, protocol: string, clients: AddressSet): Pick<Way, 'clientPorts' | 'oneWay'> {
    if (protocol === 'tcp' || protocol === 'all') {
      const clientPorts = this.entrances.clientPorts(subnetId, family, 'tcp', clients);
      return clientPorts === undefined ? {} : { clientPorts };
    }
    const out = this.entrances.acls.of(subnetId, true, family, protocol).possible;
    return fromSources(out, clients).length === 0 ? { oneWay: true } : {};
  }

  #hopsTo({ hops }: Entry, { routes }: Entrance, flow: Slab | undefined): readonly Hop[] {
    if (hops) return hops;
    const [client] = flow?.sources ?? [];
    const taken = routes.taken.find(
      ({ addresses }) => !client || intersect(addresses, [{ first: client.first, last: client.first }]).length > 0,
    );
    if (!taken) return [internetHop];
    return [internetHop, gatewayHop(taken.route.target.id), routeHop(routes.tableId ?? '', taken.route)];
  }

  /** Nobody knows what lies around a subnet that no answer holds: groups alone narrow what may come. */
  #unknownSubnet({ groupIds, family }: Entry, unread: Unread): Attempt {
    const anybody = atMost(flows(everyAddress[family]), unread);
    const passages = this.protocols(family).map((protocol) => {
      return { protocol, passage: through(this.groups.of(groupIds, 'ingress', family, protocol), anybody) };
    });
    const ways = merged(passages).flatMap(({ protocol, passage }) =>
      slabsOf(passage).map((slab) => ({ ...slab, family, protocol, hops: [internetHop] })),
    );
    return { ways };
  }
}

/** The rule of a security group that lets a connection in, as a hop. */
export function ruleHop({ groupId, rule }: { readonly groupId: string; readonly rule: SecurityGroupRule }): Hop {
  const own = rule.ruleId !== undefined && { ruleId: rule.ruleId };
  return {
    kind: 'security-group',
    id: groupId,
    rule: ruleText(rule),
    ...own,
    operation: 'ec2:DescribeSecurityGroups',
  };
}
