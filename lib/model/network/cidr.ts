/** Addresses from `first` to `last`, both included, as numbers. */
export interface AddressRange {
  readonly first: bigint;
  readonly last: bigint;
}

/** The addresses of a CIDR block (`10.0.0.0/8`, `2001:db8::/32`). Throws when it is not one. */
export function parseCidr(cidr: string): AddressRange {
  const [address = '', length = ''] = cidr.split('/');
  const bits = address.includes(':') ? 128 : 32;
  const prefix = Number(length);
  if (!/^\d+$/.test(length) || prefix > bits) throw new TypeError(`not a CIDR block: ${cidr}`);
  const value = bits === 32 ? parseIpv4(address) : parseIpv6(address);
  if (value === undefined) throw new TypeError(`not a CIDR block: ${cidr}`);
  const hosts = (1n << BigInt(bits - prefix)) - 1n;
  return { first: value & ~hosts, last: value | hosts };
}

/** One address as a range. Throws when it is none. */
export function hostRange(address: string): AddressRange {
  return parseCidr(`${address}/${address.includes(':') ? 128 : 32}`);
}

function parseIpv4(address: string): bigint | undefined {
  const parts = address.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return undefined;
  return parts.reduce((value, part) => (value << 8n) | BigInt(part), 0n);
}

function parseIpv6(address: string): bigint | undefined {
  const [head = '', tail, ...more] = address.split('::');
  if (more.length > 0) return undefined;
  const before = head ? head.split(':') : [];
  const after = tail ? tail.split(':') : [];
  const zeros = 8 - before.length - after.length;
  if (tail === undefined ? zeros !== 0 : zeros < 1) return undefined;
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
  if (!groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return undefined;
  return groups.reduce((value, group) => (value << 16n) | BigInt(`0x${group}`), 0n);
}

/** Whether every address of `space` lies in one of `ranges`. */
export function covers(ranges: readonly AddressRange[], space: readonly AddressRange[]): boolean {
  const sorted = ranges.toSorted((a, b) => (a.first < b.first ? -1 : 1));
  return space.every(({ first, last }) => {
    let reached = first;
    for (const range of sorted) if (range.first <= reached && range.last >= reached) reached = range.last + 1n;
    return reached > last;
  });
}

/** Whether the two have an address in common. */
export function overlaps(one: AddressRange, other: AddressRange): boolean {
  return one.first <= other.last && other.first <= one.last;
}
