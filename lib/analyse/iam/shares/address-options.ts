import { parseCidr } from '../../../model/network/cidr.ts';
import type { CompiledPolicy } from '../policy/compiled-policy.ts';
import type { KeyState } from '../policy/request.ts';

/**
 * Addresses that somebody elsewhere may call from. One that no policy names needs nothing, nor does none at all, which is what
 * a request through a VPC endpoint of his own has. One of a block that a policy names needs `address`, but for blocks wider
 * than S3 takes for one network (`/8`, and `/32` of IPv6: "The meaning of public"), which are anybody's.
 */
export function addressOptions(policies: readonly CompiledPolicy[]): KeyState {
  const named = policies.flatMap(({ statements }) =>
    statements.flatMap(({ conditions }) =>
      conditions.flatMap(({ key, values }) => (key === 'aws:sourceip' ? values.flatMap(blockOf) : [])),
    ),
  );
  const blocks = [...new Map(named.map((each) => [each.text, each])).values()].slice(0, mostBlocks);
  const isFree = (address: string): boolean => !blocks.some((block) => holds(block, address));
  const free = strangers.find(isFree) ?? strangers[0];
  return {
    options: [
      { values: [free] },
      ...blocks.map(({ first, isWide }) => ({ values: [first], ...(!isWide && { needs: ['address'] }) })),
      { values: [] },
    ],
    free: false,
  };
}

/** Of more blocks than this, the rest is not tried: one that is allowed is enough. */
const mostBlocks = 40;

/** Addresses of nobody in particular, in public space; a policy that names all of them names everybody. */
const strangers = ['198.18.0.1', '203.0.113.77', '8.31.247.9', '99.83.7.123', '2001:db8::77'] as const;

interface Block {
  readonly text: string;
  readonly first: string;
  readonly isWide: boolean;
}

/** A block of addresses that the internet knows; private ones come through endpoints, with another key. */
function blockOf(text: string): readonly Block[] {
  const [address = '', length] = text.split('/');
  const isIpv6 = address.includes(':');
  const prefix = length === undefined ? (isIpv6 ? 128 : 32) : Number(length);
  if (/^(10|127)\.|^192\.168\.|^172\.(1[6-9]|2\d|3[01])\.|^f[cd]/i.test(address) && prefix >= 7) return [];
  const block = { text: `${address}/${prefix}`, first: address, isWide: prefix < (isIpv6 ? 32 : 8) };
  return parsed(block.text) ? [block] : [];
}

function holds({ text }: Block, address: string): boolean {
  if (text.includes(':') !== address.includes(':')) return false;
  const [outer, inner] = [parsed(text), parsed(`${address}/${address.includes(':') ? 128 : 32}`)];
  return outer !== undefined && inner !== undefined && outer.first <= inner.first && inner.last <= outer.last;
}

/** A condition's value that is no block never matches. */
function parsed(text: string): ReturnType<typeof parseCidr> | undefined {
  try {
    return parseCidr(text);
  } catch {
    return undefined;
  }
}
