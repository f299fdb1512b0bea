import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers, parseCidr } from './cidr.ts';
import { publicSpace } from './public-space.ts';

describe('parseCidr', () => {
  it.each([
    ['10.1.2.3/8', 0x0a000000n, 0x0affffffn],
    ['0.0.0.0/0', 0n, 0xffffffffn],
    ['192.0.2.1/32', 0xc0000201n, 0xc0000201n],
    ['::/0', 0n, (1n << 128n) - 1n],
    ['2001:db8::1/128', 0x20010db8000000000000000000000001n, 0x20010db8000000000000000000000001n],
  ])('reads %s', (cidr, first, last) => {
    expect(parseCidr(cidr)).toEqual({ first, last });
  });

  it.each([
    '',
    '10.0.0.0',
    '10.0.0.0/33',
    '10.0.0/8',
    '256.0.0.0/8',
    '::1::/64',
    '1:2:3/64',
    'fe80::g/64',
    '10.0.0.0/-1',
  ])('refuses %s', (text) => {
    expect(() => parseCidr(text)).toThrow('not a CIDR block');
  });
});

describe('covers', () => {
  const range = fc
    .tuple(fc.nat(15), fc.nat(15))
    .map(([a, b]) => ({ first: BigInt(Math.min(a, b)), last: BigInt(Math.max(a, b)) }));

  it('says what counting every address says', () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 5 }), fc.array(range, { maxLength: 3 }), (ranges, space) => {
        const isIn = (address: bigint, list: typeof ranges): boolean =>
          list.some(({ first, last }) => first <= address && address <= last);
        const every = Array.from({ length: 16 }, (_, index) => BigInt(index));
        expect(covers(ranges, space)).toBe(every.every((each) => !isIn(each, space) || isIn(each, ranges)));
      }),
    );
  });
});

describe('publicSpace', () => {
  it.each([
    ['8.8.8.8/32', true],
    ['10.0.0.1/32', false],
    ['223.255.255.255/32', true],
    ['224.0.0.1/32', false],
    ['1.0.0.0/32', true],
  ])('holds %s: %s', (cidr, expected) => {
    expect(covers(publicSpace.ipv4, [parseCidr(cidr)])).toBe(expected);
  });
});
