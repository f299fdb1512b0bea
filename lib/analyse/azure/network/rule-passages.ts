import { armKey } from '../../../model/azure/arm-id.ts';
import type { AzureRule } from '../../../model/azure/network-security-group.ts';
import type { AddressRange } from '../../../model/network/cidr.ts';
import type { Family } from '../../../model/network/exposure.ts';
import { publicSpace } from '../../../model/network/public-space.ts';
import type { Unread } from '../../../model/unread.ts';
import { addressSet, intersect, subtract, unite, type AddressSet } from '../../network/address-set.ts';
import { joinSlabs, lastPort, type FlowSet } from '../../network/flow-set.ts';
import type { Passage } from '../../network/passage.ts';
import { isServiceTag, platformTags } from './azure-network.ts';
import { addressRange, everything, familyOf, type ServiceTags } from './client-space.ts';
import type { NetworkScope } from './network-scope.ts';
import { piecesOf } from './port-pieces.ts';

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
    if (rule.destinationGroups.some((id) => isIn(id, destination))) return 'yes';
    const said = coveredBy(rule, scope).map((each) => destinationMatch(each, places));
    return said.find((each) => each === 'yes') ?? said.find((each) => each === 'maybe') ?? 'no';
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

const anywhere: readonly Covered[] = ['everything'];
const destinationsOf = new WeakMap<AzureRule, Map<string, readonly Covered[]>>();

/** What the destinations of a rule cover. Worked out once for all who ask in the same scope. */
function coveredBy(rule: AzureRule, scope: NetworkScope): readonly Covered[] {
  if (rule.destinations.length === 1 && rule.destinations[0] === '*') return anywhere;
  const isScoped = isAboutScope(rule.destinations);
  const key = isScoped ? scope.key : '';
  const ofOne = destinationsOf.get(rule) ?? new Map<string, readonly Covered[]>();
  destinationsOf.set(rule, ofOne);
  const made = ofOne.get(key) ?? rule.destinations.map((word) => coveredByWord(word, scope));
  ofOne.set(key, made);
  return made;
}

/** Whether words mean something else in each network. */
function isAboutScope(words: readonly string[]): boolean {
  return words.some((word) => word === 'internet' || word === 'virtualnetwork');
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
 *
 * Between two ports at which some rule begins or ends all ports are alike, and are asked about once.
 */
export function decide(question: Question): Decision {
  const { rules, matched, scope, family, protocol, from, tags, unclear } = question;
  const about = rules.flatMap((rule, at): Asked | readonly Asked[] => {
    const match = matched[at] ?? 'maybe';
    if (match === 'no' || !isAbout(rule, protocol)) return [];
    const sources = knownSources(rule, scope, family, tags);
    const isSure = sources !== undefined && match === 'yes' && rule.access !== 'unknown';
    return { rule, sources: sources ?? everything[family], isSure };
  });
  const edges = about.flatMap(({ rule }) => rule.destinationPorts);
  const pieces = piecesOf({ fromPort: 0, toPort: lastPort }, edges).map((ports) => ({
    ports,
    verdict: verdictAt(about, ports.fromPort, from),
  }));
  const flowsOf = (part: (verdict: Verdict) => AddressSet): FlowSet =>
    joinSlabs(pieces.map(({ ports, verdict }) => ({ ...ports, sources: part(verdict) })));
  const sure = flowsOf((each) => subtract(unite(each.allowed, each.always), each.mayDeny));
  const always = flowsOf((each) => subtract(each.always, each.mayDeny));
  const denied = flowsOf((each) => subtract(each.denied, each.mayAllow));
  const isClear = pieces.every(({ verdict }) => verdict.mayAllow.length + verdict.mayDeny.length === 0);
  if (isClear) return { sure, possible: sure, unread: [], always, denied };
  const possible = flowsOf((each) => unite(unite(each.allowed, each.always), each.mayAllow));
  return { sure, possible, unread: [unclear], always, denied };
}

/** A rule that is about the question, and about whom. */
interface Asked {
  readonly rule: AzureRule;
  readonly sources: AddressSet;
  /** Nothing of it is in doubt. */
  readonly isSure: boolean;
}

/** Who is let in at a port, and who is not. */
type Verdict = Record<'allowed' | 'always' | 'denied' | 'mayAllow' | 'mayDeny', AddressSet>;

const nobody: AddressSet = [];

function verdictAt(about: readonly Asked[], port: number, from: AddressSet): Verdict {
  const verdict: Verdict = { allowed: nobody, always: nobody, denied: nobody, mayAllow: nobody, mayDeny: nobody };
  let open = from;
  for (const { rule, sources, isSure } of about) {
    if (open.length === 0) break;
    if (!hasPort(rule, port)) continue;
    const { access } = rule;
    const hit = intersect(open, sources);
    if (isSure) {
      const part = access === 'deny' ? 'denied' : access === 'alwaysAllow' ? 'always' : 'allowed';
      verdict[part] = unite(verdict[part], hit);
      open = subtract(open, hit);
      continue;
    }
    if (access !== 'deny') verdict.mayAllow = unite(verdict.mayAllow, hit);
    if (access === 'deny' || access === 'unknown') verdict.mayDeny = unite(verdict.mayDeny, hit);
  }
  return verdict;
}

/** Whether a rule may decide about a protocol. A Deny that asks for source ports stops nobody: they are the client's to choose. */
function isAbout({ protocol, sourcePorts, access }: AzureRule, asked: Protocol): boolean {
  return (protocol === '*' || protocol === asked) && !(sourcePorts && access === 'deny');
}

function hasPort({ destinationPorts }: AzureRule, port: number): boolean {
  return destinationPorts.some(({ fromPort, toPort }) => fromPort <= port && port <= toPort);
}

type Sets = Map<string, AddressSet | undefined>;

const setsOfWords = new WeakMap<ServiceTags, Map<NetworkScope | 'any', Readonly<Record<Family, Sets>>>>();

/** {@link sourcesOf}, worked out once for all rules that name the same in the same scope. */
function knownSources(rule: AzureRule, scope: NetworkScope, family: Family, tags: ServiceTags): AddressSet | undefined {
  const isScoped = isAboutScope(rule.sources);
  const inScopes = setsOfWords.get(tags) ?? new Map<NetworkScope | 'any', Readonly<Record<Family, Sets>>>();
  setsOfWords.set(tags, inScopes);
  const place = isScoped ? scope : 'any';
  const byFamily = inScopes.get(place) ?? { ipv4: new Map(), ipv6: new Map() };
  inScopes.set(place, byFamily);
  const known: Sets = byFamily[family];
  const words = rule.sources.join(' ');
  if (!known.has(words)) known.set(words, sourcesOf(rule, scope, family, tags));
  return known.get(words);
}

/** Where a rule's packets come from; undefined where a word of it is not understood. */
function sourcesOf(
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
    if (matched[at] !== 'yes' || !isAbout(rule, protocol) || !hasPort(rule, port)) return false;
    const own = knownSources(rule, scope, family, tags) ?? [];
    return own.some(({ first, last }) => first <= source && source <= last);
  });
}
