import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonText, globMatches } from './glob.ts';

const pattern = fc.string({ unit: fc.constantFrom('a', 'b', ':', '*', '?'), maxLength: 8 });

describe('commonText', () => {
  it('is matched by both patterns', () => {
    fc.assert(
      fc.property(pattern, pattern, (one, other) => {
        const text = commonText(one, other);
        if (text === undefined) return;
        expect([globMatches(one, text), globMatches(other, text)]).toEqual([true, true]);
      }),
    );
  });

  it('is found where there is one without a colon in what the template leaves open', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'x'), maxLength: 4 });
    const template = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 6 });
    fc.assert(
      fc.property(pattern, template, text, (one, other, found) => {
        fc.pre(globMatches(one, found) && globMatches(other, found));
        expect(commonText(one, other)).toBeDefined();
      }),
      { numRuns: 100, maxSkipsPerRun: 1000 },
    );
  });

  it.each(['a'.repeat(6000), 'a*'.repeat(3000), '*a?'.repeat(2000)])('bears a resource as long as a policy', (name) => {
    const own = `arn:aws:lambda:*:111122223333:function:${name}`;
    expect(commonText(own, 'arn:aws:lambda:*:111122223333:function:*')).toBeDefined();
    expect(commonText(own, 'arn:aws:lambda:*:444455556666:function:*')).toBeUndefined();
  });
});
