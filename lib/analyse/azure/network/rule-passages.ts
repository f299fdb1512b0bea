import { armKey } from '../../../model/azure/arm-id.ts';
import type { AzureRule } from '../../../model/azure/network-security-group.ts';
import type { AddressRange } from '../../../model/network/cidr.ts';
import type { Family } from '../../../model/network/exposure.ts';
import { publicSpace } from '../../../model/network/public-space.ts';
import type { Unread } from '../../../model/unread.ts';
import { addressSet, intersect, subtract, type AddressSet } from '../../network/address-set.ts';
import {
  flows,
  intersectFlows,
  sameFlows,
  sourcesAt,
  subtractFlows,
  uniteAll,
  uniteFlows,
  type FlowSet,
} from '../../network/flow-set.ts';
import type { Passage } from '../../network/passage.ts';
import { isServiceTag, platformTags } from './azure-network.ts';
import { addressRange, everything, familyOf, type ServiceTags } from './client-space.ts';
import type { NetworkScope } from './network-scope.ts';

/** Protocols whose ports are followed. */
export const protocols = ['tcp', 'udp'] as const;

/** One of {@link protocols}. */
export type Protocol = (typeof protocols)[number];

/** What arrives at rules: already translated, as Azure evaluates them ("destination is the private address"). */
export interface Destination {
  /** Absent where it is not known: then the subnet's prefixes stand for it. */
  readonly address?: string;
  readonly subnetPrefixes: readonly string[];
  readonly applicationSecurityGroupIds: readonly string[];
}

/** What a list of rules decides. */
export interface Decision extends Passage {
  /** Let in whatever network security groups say (security admin rules alone). */
  readonly always: FlowSet;
  /** Denied, as opposed to not mentioned. */
  readonly denied: FlowSet;
}

/** Whether a rule is about a destination; `maybe` where the answers do not say which address it is. */
export type Match = 'yes' | 'no' | 'maybe';

/** Which of the rules are about a destination. */
export function matches(rules: readonly AzureRule[], destination: Destination, scope: NetworkScope): readonly Match[] {
  const places = placesOf(destination);
  return rules.map((rule) => {
    const said = new Set<Match>([
      ...rule.destinationGroups.map((id): Match => (isIn(id, destination) ? 'yes' : 'no')),
      ...coveredBy(rule, scope).map((each) => destinationMatch(each, places)),
    ]);
    return said.has('yes') ? 'yes' : said.has('maybe') ? 'maybe' : 'no';
  });
}

function isIn(groupId: string, { applicationSecurityGroupIds }: Destination): boolean {
  return applicationSecurityGroupIds.some((each) => armKey(each) === armKey(groupId));
}

/** Addresses of a destination, each with its family. */
type Place = Readonly<{ range: AddressRange; family: Family }>;

function placesOf({ address, subnetPrefixes }: Destination): readonly Place[] {
  return (address === undefined ? subnetPrefixes : [address]).flatMap((each) => {
    const range = addressRange(each);
    return range ? [{ range, family: familyOf(each) }] : [];
  });
}

/** What a word of a rule covers: everything, addresses, or nothing that a network has. */
type Covered = 'everything' | 'nothing' | Readonly<Record<Family, AddressSet>>;

const destinationsOf = new WeakMap<AzureRule, Map<string, readonly Covered[]>>();

/** What the destinations of a rule cover. Worked out once for all who ask in the same scope. */
function coveredBy(rule: AzureRule, scope: NetworkScope): readonly Covered[] {
  const isScoped = rule.destinations.some((word) => word === 'internet' || word === 'virtualnetwork');
  const key = isScoped ? scope.key : '';
  const ofOne = destinationsOf.get(rule) ?? new Map<string, readonly Covered[]>();
  destinationsOf.set(rule, ofOne);
  const made = ofOne.get(key) ?? rule.destinations.map((word) => coveredByWord(word, scope));
  ofOne.set(key, made);
  return made;
}

function coveredByWord(word: string, scope: NetworkScope): Covered {
  return word === '*' || word === 'any' ? 'everything' : (wordSets(word, scope) ?? 'nothing');
}

function destinationMatch(covered: Covered, places: readonly Place[]): Match {
  if (covered === 'everything') return 'yes';
  if (places.length === 0) return 'maybe';
  if (covered === 'nothing') return 'no';
  const found = places.map(({ range, family }): Match => {
    const [first, ...more] = intersect([range], covered[family]);
    if (!first) return 'no';
    return more.length === 0 && first.first === range.first && first.last === range.last ? 'yes' : 'maybe';
  });
  return found.every((each) => each === 'yes') ? 'yes' : found.every((each) => each === 'no') ? 'no' : 'maybe';
}

/** The addresses of a word as a destination; undefined for a tag: the network's own addresses are in none. */
function wordSets(word: string, scope: NetworkScope): Readonly<Record<Family, AddressSet>> | undefined {
  if (word === 'virtualnetwork') return scope.own;
  if (word === 'internet') return scope.internet;
  const range = addressRange(word);
  if (!range) return undefined;
  return familyOf(word) === 'ipv4' ? { ipv4: [range], ipv6: [] } : { ipv4: [], ipv6: [range] };
}

/** What is asked of a list of rules. */
export interface Question {
  readonly rules: readonly AzureRule[];
  readonly matched: readonly Match[];
  readonly scope: NetworkScope;
  readonly family: Family;
  readonly protocol: Protocol;
  /** Who may come. */
  readonly from: AddressSet;
  readonly tags: ServiceTags;
  /** What it means when a rule cannot be understood. */
  readonly unclear: Unread;
}

/**
 * What the rules let in: the first that is about a packet decides ("Azure network security groups overview"). A rule that
 * nobody understands, or that is about a destination perhaps, may decide either way. A source port is the client's to
 * choose, so a Deny that asks for some denies nothing.
 */
export function decide({ rules, matched, scope, family, protocol, from, tags, unclear }: Question): Decision {
  let open = flows(from);
  const verdict: Record<'allowed' | 'always' | 'denied' | 'mayAllow' | 'mayDeny', FlowSet> = {
    allowed: [],
    always: [],
    denied: [],
    mayAllow: [],
    mayDeny: [],
  };
  for (const [at, rule] of rules.entries()) {
    if (open.length === 0) break;
    const match = matched[at] ?? 'maybe';
    const { access } = rule;
    if (match === 'no' || (rule.protocol !== '*' && rule.protocol !== protocol)) continue;
    if (rule.sourcePorts && access === 'deny') continue;
    const own = flowsOf(rule, scope, family, tags);
    const hit = intersectFlows(open, own ?? ofRule(rule, everything[family]));
    if (hit.length === 0) continue;
    if (!own || match === 'maybe' || access === 'unknown') {
      if (access !== 'deny') verdict.mayAllow = uniteFlows(verdict.mayAllow, hit);
      if (access === 'deny' || access === 'unknown') verdict.mayDeny = uniteFlows(verdict.mayDeny, hit);
      continue;
    }
    const part = access === 'deny' ? 'denied' : access === 'alwaysAllow' ? 'always' : 'allowed';
    verdict[part] = uniteFlows(verdict[part], hit);
    // Nothing comes after the rule that denies everything.
    open = sameFlows(hit, open) ? [] : subtractFlows(open, hit);
  }
  const { allowed, always, denied, mayAllow, mayDeny } = verdict;
  const sure = uniteFlows(allowed, always);
  if (mayAllow.length + mayDeny.length === 0) return { sure, possible: sure, unread: [], always, denied };
  return {
    sure: subtractFlows(sure, mayDeny),
    possible: uniteFlows(sure, mayAllow),
    unread: [unclear],
    always: subtractFlows(always, mayDeny),
    denied: subtractFlows(denied, mayAllow),
  };
}

const known = new WeakMap<AzureRule, Map<string, FlowSet | undefined>>();

/** What a rule is about; undefined where a word of it is not understood. Worked out once for all who ask in the same scope. */
function flowsOf(rule: AzureRule, scope: NetworkScope, family: Family, tags: ServiceTags): FlowSet | undefined {
  const isScoped = rule.sources.some((word) => word === 'internet' || word === 'virtualnetwork');
  const key = isScoped ? `${family} ${scope.key}` : family;
  const ofOne = known.get(rule) ?? new Map<string, FlowSet | undefined>();
  known.set(rule, ofOne);
  if (ofOne.has(key)) return ofOne.get(key);
  const sources = sourcesOf(rule, scope, family, tags);
  const made = sources && ofRule(rule, sources);
  ofOne.set(key, made);
  return made;
}

function ofRule({ destinationPorts }: AzureRule, sources: AddressSet): FlowSet {
  return uniteAll(destinationPorts.map(({ fromPort, toPort }) => flows(sources, fromPort, toPort)));
}

/** Where a rule's packets come from; undefined where a word of it is not understood. */
export function sourcesOf(
  { sources }: AzureRule,
  scope: NetworkScope,
  family: Family,
  tags: ServiceTags,
): AddressSet | undefined {
  const sets = sources.map((word): AddressSet | undefined => {
    if (word === '*' || word === 'any') return everything[family];
    if (word === 'internet') return scope.internet[family];
    if (word === 'virtualnetwork') return scope.own[family];
    if (platformTags.has(word)) return [];
    if (isServiceTag(word)) return tags.of(word, family);
    const range = addressRange(word);
    if (!range) return undefined;
    if (familyOf(word) !== family) return [];
    return word.endsWith('/0') ? everything[family] : [range];
  });
  const understood = sets.filter((set) => set !== undefined);
  if (understood.length < sets.length) return undefined;
  const all = addressSet(understood.flat());
  // Halves that are the world together (0.0.0.0/1 and 128.0.0.0/1) take the tags along, as the whole does.
  return understood.length > 1 && subtract(publicSpace[family], all).length === 0 ? everything[family] : all;
}

/** The rule that decides about a packet: the first that is about it for sure. */
export function decidingRule(
  question: Omit<Question, 'from' | 'unclear'>,
  port: number,
  source: bigint,
): AzureRule | undefined {
  const { rules, matched, scope, family, protocol, tags } = question;
  return rules.find((rule, at) => {
    if (matched[at] !== 'yes' || (rule.protocol !== '*' && rule.protocol !== protocol)) return false;
    if (rule.sourcePorts && rule.access === 'deny') return false;
    const own = flowsOf(rule, scope, family, tags) ?? [];
    return sourcesAt(own, port).some(({ first, last }) => first <= source && source <= last);
  });
}
