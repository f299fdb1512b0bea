import { covers, overlaps, parseCidr, type AddressRange } from '../network/cidr.ts';
import { publicSpace } from '../network/public-space.ts';
import type { AllowedPort } from '../standard.ts';
import type { SecurityGroupRule } from './security-group.ts';

type Family = keyof typeof publicSpace;

/** One kind of packet: a protocol, and a port where the protocol has ports. */
interface Packet {
  readonly protocol: string;
  readonly port?: number;
}

/**
 * The rules that let in clients from the whole internet on a port that `allowed` does not name: alone, or together with
 * others (`0.0.0.0/1` and `128.0.0.0/1`). A rule that the others make superfluous is not returned. More rules never
 * make fewer of them open. ICMP has no ports and is left out; so is a prefix list whose entries were not read.
 */
export function openRules(
  rules: readonly SecurityGroupRule[],
  allowed: readonly AllowedPort[],
): readonly SecurityGroupRule[] {
  const blocks = new Map(rules.map((rule) => [rule, blocksOf(rule)]));
  const worldwide = (rule: SecurityGroupRule, packet: Packet): boolean => {
    const peers = rules.filter((each) => lets(each, packet));
    return (['ipv4', 'ipv6'] as const).some((family) => {
      const all = peers.flatMap((peer) => blocks.get(peer)?.[family] ?? []);
      return opens(blocks.get(rule)?.[family] ?? [], all, publicSpace[family]);
    });
  };
  return rules.filter((rule) => packetsOf(rule, rules, allowed).some((packet) => worldwide(rule, packet)));
}

/** Whether a rule lets anything in that `allowed` does not name, from wherever. */
export function letsUnallowed(rule: SecurityGroupRule, allowed: readonly AllowedPort[]): boolean {
  return packetsOf(rule, [rule], allowed).length > 0;
}

/**
 * Whether one of `own` is needed to let the whole of `space` in. CIDR blocks are nested or apart, so a block is needed
 * when those that do not contain it, with itself, still cover everything.
 */
function opens(own: readonly AddressRange[], all: readonly AddressRange[], space: readonly AddressRange[]): boolean {
  if (own.length === 0 || !covers(all, space)) return false;
  return own.some((block) => {
    const others = all.filter((each) => each.first > block.first || each.last < block.last || isSame(each, block));
    return space.some((part) => overlaps(part, block)) && covers(others, space);
  });
}

function isSame(one: AddressRange, other: AddressRange): boolean {
  return one.first === other.first && one.last === other.last;
}

function lets(rule: SecurityGroupRule, { protocol, port }: Packet): boolean {
  if (rule.protocol === 'all') return true;
  if (rule.protocol !== protocol) return false;
  return port === undefined || (port >= (rule.fromPort ?? 0) && port <= (rule.toPort ?? 65_535));
}

/** Packets that stand for all that a rule lets in and nobody allowed: more rules apply only where one of them begins. */
function packetsOf(
  rule: SecurityGroupRule,
  rules: readonly SecurityGroupRule[],
  allowed: readonly AllowedPort[],
): readonly Packet[] {
  const protocols = rule.protocol === 'all' ? ['tcp', 'udp', ...rules.map((each) => each.protocol)] : [rule.protocol];
  return [...new Set(protocols)]
    .filter((protocol) => protocol !== 'icmp' && protocol !== 'icmpv6')
    .flatMap((protocol): Packet[] => {
      if (protocol !== 'tcp' && protocol !== 'udp') return [{ protocol }];
      const allowedHere = allowed.filter((each) => each.protocol === protocol);
      const begins = [
        rule.fromPort ?? 0,
        ...rules.filter((each) => each.protocol === protocol).map((each) => each.fromPort ?? 0),
        ...allowedHere.map((each) => each.toPort + 1),
      ];
      return [...new Set(begins)]
        .map((port) => ({ protocol, port }))
        .filter((packet) => packet.port <= 65_535 && lets(rule, packet))
        .filter(({ port }) => !allowedHere.some((each) => port >= each.fromPort && port <= each.toPort));
    });
}

function blocksOf({ source }: SecurityGroupRule): Partial<Record<Family, readonly AddressRange[]>> {
  if (source.kind === 'cidr') return { [source.family]: [parseCidr(source.cidr)] };
  if (source.kind !== 'prefix-list') return {};
  const cidrs = source.cidrs ?? [];
  return {
    ipv4: cidrs.filter((cidr) => !cidr.includes(':')).map(parseCidr),
    ipv6: cidrs.filter((cidr) => cidr.includes(':')).map(parseCidr),
  };
}
