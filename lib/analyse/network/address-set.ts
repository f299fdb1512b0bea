import type { AddressRange } from '../../model/network/cidr.ts';

/** A set of addresses of one family: ranges in ascending order that neither overlap nor touch, so that equal sets are equal lists. */
export type AddressSet = readonly AddressRange[];

/** The set of the addresses of any of these ranges, in whatever order they come. */
export function addressSet(ranges: readonly AddressRange[]): AddressSet {
  if (ranges.length < 2) return ranges;
  const merged: { first: bigint; last: bigint }[] = [];
  for (const { first, last } of ranges.toSorted((a, b) => (a.first < b.first ? -1 : 1))) {
    const before = merged.at(-1);
    if (before && first <= before.last + 1n) before.last = last > before.last ? last : before.last;
    else merged.push({ first, last });
  }
  return merged;
}

/** Addresses in one set or the other. */
export function unite(one: AddressSet, other: AddressSet): AddressSet {
  if (one.length === 0) return other;
  return other.length === 0 || one === other ? one : addressSet([...one, ...other]);
}

/** Addresses in both sets. */
export function intersect(one: AddressSet, other: AddressSet): AddressSet {
  if (one === other || isWithin(one, other)) return one;
  const common: AddressRange[] = [];
  for (let at = 0, beside = 0; at < one.length && beside < other.length;) {
    const a = one[at]!;
    const b = other[beside]!;
    const first = a.first > b.first ? a.first : b.first;
    const last = a.last < b.last ? a.last : b.last;
    if (first <= last) common.push({ first, last });
    if (a.last < b.last) at++;
    else beside++;
  }
  return common;
}

/** Whether one range of the second set holds all of the first: of most rules' sources one does, or none at all. */
function isWithin(one: AddressSet, other: AddressSet): boolean {
  const [first, last, range] = [one[0], one.at(-1), other[0]];
  return !!first && !!last && !!range && other.length === 1 && range.first <= first.first && last.last <= range.last;
}

/** Addresses of the first set that are not in the second. */
export function subtract(from: AddressSet, taken: AddressSet): AddressSet {
  if (from === taken) return [];
  if (taken.length === 0 || from.length === 0) return from;
  const left: AddressRange[] = [];
  for (const { first, last } of from) {
    let next = first;
    for (const hole of taken) {
      if (hole.last < next || hole.first > last) continue;
      if (hole.first > next) left.push({ first: next, last: hole.first - 1n });
      next = hole.last + 1n;
    }
    if (next <= last) left.push({ first: next, last });
  }
  return left;
}

/** Whether two sets hold the same addresses. */
export function sameAddresses(one: AddressSet, other: AddressSet): boolean {
  if (one === other) return true;
  return (
    one.length === other.length &&
    one.every(({ first, last }, at) => first === other[at]!.first && last === other[at]!.last)
  );
}

const asCidrs = new WeakMap<AddressSet, readonly string[]>();

/** The set as the fewest CIDR blocks, in ascending order; `bits` is 32 or 128, and the same for a set each time. */
export function toCidrs(set: AddressSet, bits: 32 | 128): readonly string[] {
  const known = asCidrs.get(set) ?? cidrsOf(set, bits);
  asCidrs.set(set, known);
  return known;
}

function cidrsOf(set: AddressSet, bits: 32 | 128): readonly string[] {
  if (bits === 32) return set.flatMap(({ first, last }) => ipv4Blocks(Number(first), Number(last)));
  return set.flatMap(({ first, last }) => {
    const blocks: string[] = [];
    for (let start = first; start <= last;) {
      let hostBits = 0;
      while (
        hostBits < bits &&
        start % (2n << BigInt(hostBits)) === 0n &&
        start + (2n << BigInt(hostBits)) - 1n <= last
      ) {
        hostBits++;
      }
      blocks.push(`${ipv6Text(start)}/${bits - hostBits}`);
      start += 1n << BigInt(hostBits);
    }
    return blocks;
  });
}

/** In plain numbers, for this is asked of every way to everything: the largest block that begins at each place and fits. */
function ipv4Blocks(first: number, last: number): readonly string[] {
  const blocks: string[] = [];
  for (let start = first; start <= last;) {
    const aligned = start === 0 ? 32 : 31 - Math.clz32(start & -start);
    const hostBits = Math.min(aligned, Math.floor(Math.log2(last - start + 1)));
    blocks.push(`${start >>> 24}.${(start >>> 16) & 255}.${(start >>> 8) & 255}.${start & 255}/${32 - hostBits}`);
    start += 2 ** hostBits;
  }
  return blocks;
}

function ipv6Text(address: bigint): string {
  const groups = Array.from({ length: 8 }, (_, at) =>
    Number((address >> BigInt(112 - 16 * at)) & 0xffffn).toString(16),
  );
  return shortened(groups);
}

/** RFC 5952: the longest run of zero groups, the first of equals, is left out; a single one is not. */
function shortened(groups: readonly string[]): string {
  const runs = groups.map((_, at) => {
    const end = groups.findIndex((group, place) => place >= at && group !== '0');
    return (end === -1 ? groups.length : end) - at;
  });
  const longest = Math.max(...runs);
  if (longest < 2) return groups.join(':');
  const at = runs.indexOf(longest);
  return `${groups.slice(0, at).join(':')}::${groups.slice(at + longest).join(':')}`;
}
