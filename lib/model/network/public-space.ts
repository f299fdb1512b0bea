import { parseCidr, type AddressRange } from './cidr.ts';

/**
 * IPv4 blocks that the internet does not route ("IANA IPv4 Special-Purpose Address Registry"), and multicast; ascending.
 * Those reserved for documentation count as public: whoever writes one in a rule means an address of somebody outside.
 */
const unroutedIpv4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '224.0.0.0/3',
].map(parseCidr);

/** The addresses that a client on the internet can have. For IPv6 it is the global unicast block (RFC 4291). */
export const publicSpace: Readonly<Record<'ipv4' | 'ipv6', readonly AddressRange[]>> = {
  ipv4: between(unroutedIpv4),
  ipv6: [parseCidr('2000::/3')],
};

/** What lies between ascending ranges. */
function between(ranges: readonly AddressRange[]): readonly AddressRange[] {
  return ranges.slice(1).flatMap((range, index) => {
    const first = (ranges[index]?.last ?? -1n) + 1n;
    return first < range.first ? [{ first, last: range.first - 1n }] : [];
  });
}
