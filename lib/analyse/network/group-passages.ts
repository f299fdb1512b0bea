import type { SecurityGroupRule } from '../../model/aws/security-group.ts';
import type { Family } from '../../model/network/exposure.ts';
import type { Unread } from '../../model/unread.ts';
import type { AddressSet } from './address-set.ts';
import { uniteAll, type FlowSet } from './flow-set.ts';
import type { Network } from './network.ts';
import { atMost, either, exactly, nothing, type Passage } from './passage.ts';
import { addressesOf, everyAddress, isAbout, matchedFlows } from './traffic.ts';
import { flows } from './flow-set.ts';

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
  of(groupIds: readonly string[], direction: 'ingress' | 'egress', family: Family, protocol: string): Passage {
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
    const unread = rules.filter(isUnread).map((rule): Passage => {
      return atMost(matchedFlows(rule, everyAddress[family]), unreadList(rule));
    });
    return unread.reduce(either, exactly(read));
  }
}

/** The addresses of a family that a rule names; of a group that it names, none. */
export function ruleAddresses({ source }: SecurityGroupRule, family: Family): AddressSet {
  if (source.kind === 'cidr') return source.family === family ? addressesOf([source.cidr], family) : [];
  return source.kind === 'prefix-list' ? addressesOf(source.cidrs ?? [], family) : [];
}

/** Whether a rule names a prefix list whose entries were not read. */
export function isUnread({ source }: SecurityGroupRule): boolean {
  return source.kind === 'prefix-list' && !source.cidrs;
}

/** The gap that such a rule leaves. */
export function unreadList({ source }: SecurityGroupRule): Unread {
  const id = source.kind === 'prefix-list' ? source.id : '';
  const message = `the entries of prefix list ${id} were not read`;
  return { operation: 'ec2:GetManagedPrefixListEntries', code: 'NotCollected', message };
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
