import type { AzureRule } from '../../../model/azure/network-security-group.ts';
import { armKey, armName } from '../../../model/azure/arm-id.ts';
import type { Block } from '../../../model/network/exposure.ts';
import type { Hop } from '../../../model/network/hop.ts';
import { isEveryPort } from '../../../model/network/port-range.ts';
import type { Unread } from '../../../model/unread.ts';
import type { AddressSet } from '../../network/address-set.ts';
import { flows, intersectFlows, type FlowSet, type Slab } from '../../network/flow-set.ts';
import { atMost, distinct, mapFlows, through, type Passage } from '../../network/passage.ts';
import { slabsOf } from '../../network/way.ts';
import type { AzureNetwork } from './azure-network.ts';
import { addressRange, clients, everything, familyOf } from './client-space.ts';
import type { Entry, Seat } from './entry.ts';
import { atPorts, limit, overruled, withoutGroup } from './entry-flows.ts';
import { layerHop, layerOperations, unclearLayer, type Layer } from './layer.ts';
import { networkScope, type NetworkScope } from './network-scope.ts';
import { joined, piecesOf } from './port-pieces.ts';
import {
  decide,
  decidingRule,
  matches,
  type Decision,
  type Destination,
  type Match,
  type Protocol,
} from './rule-passages.ts';

/** Ports that clients reach through one entry, and what they pass on the way. */
export interface Arrival {
  readonly entry: Entry;
  readonly protocol: Protocol;
  readonly flow: Slab;
  /** Empty when it is proven. */
  readonly unread: readonly Unread[];
  readonly hops: readonly Hop[];
}

/** What came of an entry: arrivals, or the control that stops it. */
export interface Arrived {
  readonly arrivals: readonly Arrival[];
  readonly stopped?: { readonly block: Block; readonly hops: readonly Hop[] };
}

/** What stands before a seat. */
interface Surroundings {
  readonly scope: NetworkScope;
  readonly admin: Layer | Unread;
  /** Of the subnet, then of the interface; a level without a group passes everything. */
  readonly groups: readonly (Layer | Unread)[];
}

/** Follows entries through the rules that stand before addresses. Decisions are made once for all who stand behind the same rules. */
export class Arrivals {
  readonly #network: AzureNetwork;
  readonly #scopes = new Map<string, NetworkScope | Unread>();
  readonly #matches = new Map<string, readonly Match[]>();
  readonly #patterns = new Map<string, number>();
  readonly #decisions = new Map<string, Decision>();
  readonly #lettings = new Map<string, readonly Letting[]>();

  constructor(network: AzureNetwork) {
    this.#network = network;
  }

  /** Everything that clients reach at a seat through an entry. */
  at(seat: Seat, entry: Entry): Arrived {
    const around = this.#around(seat, entry);
    if ('operation' in around) return this.#unknown(entry, around);
    const parts = entry.protocols.map((protocol) => this.#pass(entry, around, protocol));
    const arrivals = parts.flatMap(({ protocol, passage }) =>
      slabsOf(passage).flatMap(({ flow, unread }) =>
        this.#letting(entry, around, protocol, flow).map(({ fromPort, toPort, hops }) => ({
          entry,
          protocol,
          flow: { fromPort, toPort, sources: flow.sources },
          unread: distinct([...unread, ...entry.unread]),
          hops: [...entry.hops, ...hops],
        })),
      ),
    );
    const stops = parts.flatMap(({ stopped }) => stopped ?? []);
    const [furthest] = stops.toSorted((a, b) => b.hops.length - a.hops.length);
    return arrivals.length === 0 && furthest ? { arrivals, stopped: furthest } : { arrivals };
  }

  /** The scope of a subnet, or why nobody knows it. */
  scope(subnetId: string): NetworkScope | Unread {
    const known = this.#scopes.get(armKey(subnetId)) ?? this.#scope(subnetId);
    this.#scopes.set(armKey(subnetId), known);
    return known;
  }

  #scope(subnetId: string): NetworkScope | Unread {
    const subnet = this.#network.subnet(subnetId);
    const network = this.#network.networkOf(subnetId);
    if ('unread' in subnet) return subnet.unread;
    if ('unread' in network) return network.unread;
    const { routeTableId } = subnet.thing;
    const table = routeTableId === undefined ? undefined : this.#network.table(routeTableId);
    if (table && 'unread' in table) return table.unread;
    return networkScope(network.thing, this.#network.peersOf(network.thing), table?.thing, this.#network.tags);
  }

  #unknown(entry: Entry, unread: Unread): Arrived {
    const { family, ports, sources = clients[family], hops } = entry;
    const flow = { ...ports, sources };
    return { arrivals: entry.protocols.map((protocol) => ({ entry, protocol, flow, unread: [unread], hops })) };
  }

  #around(seat: Seat, { isFloating, isManaged, family }: Entry): Surroundings | Unread {
    const { configuration, networkSecurityGroupId } = seat;
    const { subnetId, address, applicationSecurityGroupIds } = configuration;
    if (subnetId === undefined) {
      const message = `${seat.label} names no subnet`;
      return { operation: 'Microsoft.Network/networkInterfaces', code: 'UnexpectedAnswer', message };
    }
    const scope = this.scope(subnetId);
    const subnet = this.#network.subnet(subnetId);
    const network = this.#network.networkOf(subnetId);
    if ('operation' in scope) return scope;
    if ('unread' in subnet) return subnet.unread;
    if ('unread' in network) return network.unread;
    const destination: Destination = {
      ...(address !== undefined && !isFloating && { address }),
      subnetPrefixes: isFloating ? [] : subnet.thing.prefixes.filter((each) => familyOf(each) === family),
      applicationSecurityGroupIds,
    };
    const ids = [subnet.thing.networkSecurityGroupId, networkSecurityGroupId].filter((id) => id !== undefined);
    const groups = ids.map((id): Layer | Unread => {
      const group = this.#network.group(id);
      if ('unread' in group) return group.unread;
      return this.#layer('network-security-group', id, group.thing.inbound, { destination, subnetId, scope });
    });
    const admin = isManaged ? { thing: [] } : this.#network.adminRules(network.thing);
    const place = { destination, subnetId, scope };
    return {
      scope,
      groups,
      admin:
        'unread' in admin ? admin.unread : this.#layer('security-admin-rule', network.thing.id, admin.thing, place),
    };
  }

  #layer(
    kind: Layer['kind'],
    id: string,
    rules: readonly AzureRule[],
    { destination, subnetId, scope }: { destination: Destination; subnetId: string; scope: NetworkScope },
  ): Layer {
    const isCommon = rules.every(
      (rule) => rule.destinationGroups.length === 0 && rule.destinations.every(isCommonWord),
    );
    if (!isCommon || destination.subnetPrefixes.length === 0)
      return this.#layerOf(kind, id, rules, matches(rules, destination, scope));
    const key = `${armKey(id)} ${armKey(subnetId)}`;
    const matched = this.#matches.get(key) ?? matches(rules, destination, scope);
    this.#matches.set(key, matched);
    return this.#layerOf(kind, id, rules, matched);
  }

  #layerOf(kind: Layer['kind'], id: string, rules: readonly AzureRule[], matched: readonly Match[]): Layer {
    const words = matched.join('');
    const pattern = this.#patterns.get(words) ?? this.#patterns.size;
    this.#patterns.set(words, pattern);
    return { id, kind, rules, matched, pattern };
  }

  #pass(
    entry: Entry,
    around: Surroundings,
    protocol: Protocol,
  ): { readonly protocol: Protocol; readonly passage: Passage; readonly stopped?: Arrived['stopped'] } {
    const { scope, admin, groups } = around;
    const { ports, hops, family, seenAs, isManaged, sources = clients[family] } = entry;
    const asked = flows(sources, ports.fromPort, ports.toPort);
    const clip = (set: FlowSet): FlowSet => atPorts(set, ports);
    const admitted = groups.map((layer) => mapFlows(this.#throughLayer(layer, entry, scope, protocol), clip));
    const byGroups = admitted.length > 0 ? admitted.reduce(through) : withoutGroup(entry);
    const above = 'operation' in admin ? undefined : this.#decision(admin, entry, scope, protocol);
    // Rules that nobody read may deny what groups let in, and always allow what they keep out.
    const ruled =
      'operation' in admin
        ? { ...atMost(flows(everything[family]), admin), unread: distinct([...byGroups.unread, admin]) }
        : overruled(byGroups, above);
    const isWhole = isEveryPort(ports) && entry.sources === undefined && seenAs === undefined;
    const limited = isWhole ? ruled : mapFlows(ruled, (set) => limit(set, asked, seenAs));
    const isDirect = seenAs === undefined && !isManaged && scope.answered[family] !== clients[family];
    const answered = isDirect
      ? mapFlows(limited, (set) => intersectFlows(set, flows(scope.answered[family])))
      : limited;
    const passage = { ...answered, unread: answered.possible.length > 0 ? answered.unread : [] };
    if (passage.possible.length > 0) return { protocol, passage };
    const layer = groups.findLast((each) => !('operation' in each));
    const stop = (block: Block, last: Hop) => ({
      protocol,
      passage,
      stopped: { block, hops: [...hops, { ...last, stops: true as const }] },
    });
    if (limited.possible.length > 0 && scope.detour) return stop('return-route', detourHop(scope.detour));
    if (limited.possible.length > 0) return stop('return-route', { kind: 'route', id: scope.key });
    const denied = limit(above?.denied ?? [], asked, seenAs);
    if (denied.length > 0 && limit(byGroups.possible, asked, seenAs).length > 0 && !('operation' in admin))
      return stop('admin-rule', {
        kind: 'security-admin-rule',
        id: admin.id,
        name: armName(admin.id),
        operation: layerOperations[admin.kind],
      });
    if (layer && !('operation' in layer)) return stop('nsg', layerHop(layer, undefined));
    return stop('no-nsg-standard', hops.at(-1) ?? { kind: 'internet', id: 'internet' });
  }

  #throughLayer(layer: Layer | Unread, entry: Entry, scope: NetworkScope, protocol: Protocol): Passage {
    if ('operation' in layer) return atMost(flows(everything[entry.family]), layer);
    return this.#decision(layer, entry, scope, protocol);
  }

  #decision(layer: Layer, entry: Entry, scope: NetworkScope, protocol: Protocol): Decision {
    const { family, seenAs } = entry;
    const key = this.#key(layer, entry, scope, protocol);
    const known = this.#decisions.get(key);
    if (known) return known;
    const range = seenAs === undefined ? undefined : addressRange(seenAs);
    const decision = decide({
      ...this.#question(layer, scope, family, protocol),
      from: range ? [range] : clients[family],
      unclear: unclearLayer(layer),
    });
    this.#decisions.set(key, decision);
    return decision;
  }

  #key({ id, pattern }: Layer, { family, seenAs = '' }: Entry, scope: NetworkScope, protocol: Protocol): string {
    return [armKey(id), scope.key, family, protocol, seenAs, pattern].join('|');
  }

  #question(layer: Layer, scope: NetworkScope, family: Entry['family'], protocol: Protocol) {
    return { rules: layer.rules, matched: layer.matched, scope, family, protocol, tags: this.#network.tags };
  }

  /** The flow by the rules that let it in, for evidence: those that decide, from the largest block of its clients. */
  #letting(entry: Entry, around: Surroundings, protocol: Protocol, flow: Slab): readonly Letting[] {
    const { family, seenAs } = entry;
    const seen = seenAs === undefined ? undefined : addressRange(seenAs);
    const source = seen?.first ?? largest(flow.sources);
    const layers = [around.admin, ...around.groups].filter((layer): layer is Layer => 'rules' in layer);
    const keys = layers.map((layer) => this.#key(layer, entry, around.scope, protocol));
    const key = [...keys, flow.fromPort, flow.toPort, source].join('|');
    const known = this.#lettings.get(key);
    if (known) return known;
    const edges = layers.flatMap(({ rules }) => rules.flatMap((rule) => rule.destinationPorts));
    const pieces = piecesOf(flow, edges).map(({ fromPort, toPort }): Letting => {
      const ruleOf = (layer: Layer): AzureRule | undefined =>
        decidingRule(this.#question(layer, around.scope, family, protocol), fromPort, source);
      const [always] = layers
        .filter(({ kind }) => kind === 'security-admin-rule')
        .map((layer) => [layer, ruleOf(layer)] as const);
      if (always?.[1]?.access === 'alwaysAllow') return { fromPort, toPort, hops: [layerHop(...always)] };
      const groups = layers.filter(({ kind }) => kind === 'network-security-group');
      return { fromPort, toPort, hops: groups.map((layer) => layerHop(layer, ruleOf(layer))) };
    });
    const letting = joined(pieces);
    this.#lettings.set(key, letting);
    return letting;
  }
}

/** A range of ports, and the rules that let it in. */
interface Letting {
  readonly fromPort: number;
  readonly toPort: number;
  readonly hops: readonly Hop[];
}

function largest(sources: AddressSet): bigint {
  const size = ({ first, last }: AddressSet[number]): bigint => last - first;
  return sources.reduce((one, each) => (size(each) > size(one) ? each : one), sources[0] ?? { first: 0n, last: 0n })
    .first;
}

/** Whether a word means the same for every address of a subnet. */
function isCommonWord(word: string): boolean {
  return word === '*' || word === 'any' || word === 'virtualnetwork' || word === 'internet';
}

function detourHop({ table, route }: NonNullable<NetworkScope['detour']>): Hop {
  const rule = `${route.destination} → ${[route.nextHop, route.nextHopAddress].filter(Boolean).join(' ')}`;
  return { kind: 'route', id: table.id, name: table.name, rule, operation: 'Microsoft.Network/routeTables' };
}
