import { hostRange, parseCidr, type AddressRange } from '../../../model/network/cidr.ts';
import type { Family } from '../../../model/network/exposure.ts';
import { publicSpace } from '../../../model/network/public-space.ts';
import { addressSet, intersect, toCidrs, type AddressSet } from '../../network/address-set.ts';

/**
 * Clients on the internet are public addresses, and Azure's service tags, whose addresses Microsoft publishes and changes: a
 * tag stands as one more "address" behind the last one, so that the same algebra serves both. A rule for everything
 * covers the tags; one for a CIDR block does not.
 */
const bitsOf: Readonly<Record<Family, 32 | 128>> = { ipv4: 32, ipv6: 128 };
const roomForTags = 1n << 16n;

function lastAddress(family: Family): bigint {
  return (1n << BigInt(bitsOf[family])) - 1n;
}

function tagSpace(family: Family): AddressRange {
  const first = lastAddress(family) + 1n;
  return { first, last: first + roomForTags - 1n };
}

/** All addresses of a family, and all tags. */
export const everything: Readonly<Record<Family, AddressSet>> = {
  ipv4: [{ first: 0n, last: tagSpace('ipv4').last }],
  ipv6: [{ first: 0n, last: tagSpace('ipv6').last }],
};

/** Whoever can come from the internet: public addresses, and tags. */
export const clients: Readonly<Record<Family, AddressSet>> = {
  ipv4: addressSet([...publicSpace.ipv4, tagSpace('ipv4')]),
  ipv6: addressSet([...publicSpace.ipv6, tagSpace('ipv6')]),
};

/** How many addresses make "the internet": one in 256 of a family's, a /8 of IPv4. */
const worldwide: Readonly<Record<Family, bigint>> = { ipv4: 1n << 24n, ipv6: 1n << 117n };

/** Names of service tags as atoms of a set, in the order in which rules name them. */
export class ServiceTags {
  readonly #places = new Map<string, number>();

  /** The atom of a tag. `AzureCloud` holds those of its regions, and others alike. */
  of(tag: string, family: Family): AddressSet {
    this.#place(tag);
    const first = tagSpace(family).first;
    const own = [...this.#places].filter(([name]) => name === tag || name.startsWith(`${tag}.`));
    return addressSet(own.map(([, place]) => ({ first: first + BigInt(place), last: first + BigInt(place) })));
  }

  /** Makes the tags known before any set is made, or an earlier set would lack regions that later rules name. */
  learn(tags: Iterable<string>): void {
    for (const tag of tags) this.#place(tag);
  }

  /** The tags in a set, as they are named. */
  namesIn(set: AddressSet, family: Family): readonly string[] {
    const { first: start } = tagSpace(family);
    const inside = intersect(set, [tagSpace(family)]);
    return [...this.#places].flatMap(([name, place]) => {
      const atom = start + BigInt(place);
      return inside.some(({ first, last }) => first <= atom && atom <= last) ? [name] : [];
    });
  }

  #place(tag: string): void {
    if (!this.#places.has(tag)) this.#places.set(tag, this.#places.size);
  }
}

/** The public addresses of a set, without tags. */
function addressesIn(set: AddressSet, family: Family): AddressSet {
  return intersect(set, publicSpace[family]);
}

/** Whether a set is the internet. */
export function isWorldwide(set: AddressSet, family: Family): boolean {
  return addressesIn(set, family).reduce((sum, { first, last }) => sum + last - first + 1n, 0n) >= worldwide[family];
}

/** A set in the words of a reach: `any`, or blocks and tags. */
export function sourcesIn(set: AddressSet, family: Family, tags: ServiceTags): 'any' | readonly string[] {
  if (isWorldwide(set, family)) return 'any';
  return [...toCidrs(addressesIn(set, family), bitsOf[family]), ...tags.namesIn(set, family)];
}

/** Addresses as rules write them: a block, an address, a range of two; undefined for a word that is none. */
export function addressRange(word: string): AddressRange | undefined {
  try {
    if (word.includes('/')) return parseCidr(word);
    const [first = '', last = first] = word.split('-');
    return { first: hostRange(first.trim()).first, last: hostRange(last.trim()).last };
  } catch {
    return undefined;
  }
}

/** The family of an address, a block or a range. */
export function familyOf(word: string): Family {
  return word.includes(':') ? 'ipv6' : 'ipv4';
}
