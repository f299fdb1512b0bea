import type { SecurityGroupRule } from '../../model/aws/security-group.ts';
import type { Family } from '../../model/network/exposure.ts';
import { unreadList } from '../../model/aws/unread-list.ts';
import type { AddressSet } from './address-set.ts';
import { flows, uniteAll, type FlowSet } from './flow-set.ts';
import type { Network } from './network.ts';
import { atMost, either, exactly, nothing, type Passage } from './passage.ts';
import { addressesOf, everyAddress, isAbout, matchedFlows } from './traffic.ts';
import { unreadPrefixList } from './unread-prefix-list.ts';

/** The groups of something that lets everybody in: a network load balancer that was made without one. */
export const noGroups = 'everybody';

/** Ids of security groups. */
export type GroupIds = readonly string[] | typeof noGroups;

/** What security groups let pass, worked out once for each group, family, protocol and direction. */
export class GroupPassages {
  readonly #network: Network;
  readonly #known = new Map<string, Passage>();

  constructor(network: Network) {
    this.#network = network;
  }

  /**
   * What a set of groups lets in from addresses, and out to them. Rules that name groups are left out: they are about
   * private addresses of members.
   */
  of(groupIds: GroupIds, direction: 'ingress' | 'egress', family: Family, protocol: string): Passage {
    if (groupIds === noGroups) return exactly(flows(everyAddress[family]));
    const key = `${direction} ${family} ${protocol} ${groupIds.join(' ')}`;
    const known = this.#known.get(key);
    if (known) return known;
    const [only] = groupIds;
    const passage =
      groupIds.length === 1 && only !== undefined
        ? this.#ofOne(only, direction, family, protocol)
        : groupIds.map((id) => this.of([id], direction, family, protocol)).reduce(either, nothing);
    this.#known.set(key, passage);
    return passage;
  }

  #ofOne(id: string, direction: 'ingress' | 'egress', family: Family, protocol: string): Passage {
    const found = this.#network.group(id);
    if ('unread' in found) return atMost(flows(everyAddress[family]), found.unread);
    const rules = found.thing[direction].filter((rule) => isAbout(rule, protocol));
    const read = uniteAll(rules.map((rule) => matchedFlows(rule, ruleAddresses(rule, family))));
    const unread = rules.flatMap((rule) => {
      const list = unreadList(rule);
      return list === undefined ? [] : [atMost(matchedFlows(rule, everyAddress[family]), unreadPrefixList(list))];
    });
    return unread.reduce(either, exactly(read));
  }
}

/** The addresses of a family that a rule names; of a group that it names, none. */
export function ruleAddresses({ source }: SecurityGroupRule, family: Family): AddressSet {
  if (source.kind === 'cidr') return source.family === family ? addressesOf([source.cidr], family) : [];
  return source.kind === 'prefix-list' ? addressesOf(source.cidrs ?? [], family) : [];
}

/** The first of these groups' rules that lets this flow in, with its group. */
export function ruleLetting(
  network: Network,
  groupIds: readonly string[],
  protocol: string,
  flow: FlowSet[number],
  family: Family,
): { readonly groupId: string; readonly rule: SecurityGroupRule } | undefined {
  const [address] = flow.sources;
  for (const groupId of groupIds) {
    const found = network.group(groupId);
    if ('unread' in found) continue;
    const rule = found.thing.ingress.find((each) => {
      if (!isAbout(each, protocol)) return false;
      const [slab] = matchedFlows(each, ruleAddresses(each, family));
      return (
        slab !== undefined &&
        slab.fromPort <= flow.fromPort &&
        flow.fromPort <= slab.toPort &&
        slab.sources.some(({ first, last }) => address && first <= address.first && address.first <= last)
      );
    });
    if (rule) return { groupId, rule };
  }
  return undefined;
}
