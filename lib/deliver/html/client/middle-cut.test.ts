import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnWidth } from '../../wording/column-width.ts';
import { middleCut } from './middle-cut.ts';

describe('middleCut', () => {
  it.each([
    ['sg-0123456789abcdef0', 20, 'sg-0123456789abcdef0'],
    ['sg-0123456789abcdef0', 11, 'sg-01…cdef0'],
    ['受注データベース', 9, '受注…ース'],
  ])('cuts %s to %i columns', (text, columns, expected) => {
    expect(middleCut(text, columns)).toBe(expected);
  });

  it('is never wider than it may be, and keeps both ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 5, max: 40 }), (text, columns) => {
        expect(columnWidth(middleCut(text, columns))).toBeLessThanOrEqual(columns);
      }),
    );
  });
});
