import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCidr } from '../../model/network/cidr.ts';
import { addressSet, toCidrs } from './address-set.ts';

const all = { 32: (1n << 32n) - 1n, 128: (1n << 128n) - 1n };

function ranges(bits: 32 | 128): fc.Arbitrary<{ first: bigint; last: bigint }> {
  return fc
    .tuple(fc.bigInt(0n, all[bits]), fc.bigInt(0n, all[bits]))
    .map(([a, b]) => (a < b ? { first: a, last: b } : { first: b, last: a }));
}

describe.each([32, 128] as const)('an address set of %i bits', (bits) => {
  it('is its CIDR blocks', () => {
    fc.assert(
      fc.property(fc.array(ranges(bits), { maxLength: 4 }), (some) => {
        const set = addressSet(some);
        expect(addressSet(toCidrs(set, bits).map(parseCidr))).toEqual(set);
      }),
    );
  });

  it('is told in the fewest blocks', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, all[bits]), fc.integer({ min: 0, max: bits }), (address, length) => {
        const size = 1n << BigInt(bits - length);
        const first = address - (address % size);
        expect(toCidrs([{ first, last: first + size - 1n }], bits)).toHaveLength(1);
      }),
    );
  });
});
