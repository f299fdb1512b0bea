import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RegisterEntry } from '../../model/register.ts';
import { keyOverlaps } from './key-overlaps.ts';
import { overlapWarnings } from './overlap-warnings.ts';
import { parseRegister } from './parse-register.ts';
import { patternsMeet } from './patterns-meet.ts';

const row = (id: string, keys: string, others = ''): string =>
  `- {id: ${id}, name: n, provider: p, state: approved, keys: {${keys}}${others}}\n`;
const read = (...rows: string[]): readonly RegisterEntry[] => parseRegister(rows.join(''), { file: 'register.yaml' });
const won = (...rows: string[]): string[] =>
  [...keyOverlaps(read(...rows))].map(({ winner, loser, isMoreSpecific }) =>
    [winner.id, isMoreSpecific ? '>' : '=', loser.id].join(' '),
  );

describe('overlaps of detection keys', () => {
  const all = row('all', 'azure: [Microsoft.Storage/*]');
  const whole = row('whole', 'azure: [microsoft.storage/storageAccounts]');
  const longer = row('longer', 'azure: [Microsoft.Storage/storage*]');

  it.each<[string, string[], string[]]>([
    ['a type and a pattern', [all, whole], ['whole > all']],
    ['a type and a pattern, in the other order', [whole, all], ['whole > all']],
    ['two patterns', [all, longer], ['longer > all']],
    ['two patterns of one length', [row('a', 'azure: [A.B/*cd]'), row('b', 'azure: [A.B/ab*]')], ['a = b']],
    ['two doors of one service', [row('a', 'aws: [ssmmessages]'), row('b', 'aws: [ssm]')], ['a = b']],
    ['other namespaces', [all, row('other', 'azure: [Microsoft.Web/*]')], []],
    ['patterns that share no type', [row('a', 'azure: [A.B/x*]'), row('b', 'azure: [A.B/y*]')], []],
    ['one row', [row('a', 'azure: [A.B/*, A.B/x]')], []],
    [
      'other regions',
      [row('a', 'azure: [A.B/*]', ', regions: [japaneast]'), row('b', 'azure: [A.B/x]', ', regions: [japanwest]')],
      [],
    ],
  ])('of %s', (_, rows, expected) => {
    expect(won(...rows)).toEqual(expected);
  });

  it('are told with the row that holds', () => {
    expect(overlapWarnings(read(all, whole))[0]?.en).toBe(
      'Warning: the keys "microsoft.storage/storageAccounts" (whole) and "Microsoft.Storage/*" (all) overlap in the same accounts and regions; to services of both whole applies, as its key is the more specific one.',
    );
  });

  it('are looked for among five thousand types and fifty patterns in two seconds', () => {
    const entries = read(
      ...Array.from({ length: 5050 }, (_, index) =>
        row(`S-${index}`, `azure: [A.B/${index < 50 ? `*x*${index}` : `t${index}`}]`),
      ),
    );
    const begun = performance.now();
    overlapWarnings(entries);
    expect(performance.now() - begun).toBeLessThan(2000);
  });

  it('are found among five thousand rows in a second', () => {
    const rows = Array.from({ length: 5000 }, (_, index) =>
      row(
        `S-${index}`,
        `azure: [Microsoft.Web/${index % 2 ? '*' : 'sites'}]`,
        `, accounts: ['${String(index >> 1).padStart(12, '0')}']`,
      ),
    );
    const entries = read(...rows);
    const begun = performance.now();
    const warnings = overlapWarnings(entries);
    expect(performance.now() - begun).toBeLessThan(1000);
    expect(warnings).toHaveLength(51);
    expect(warnings.at(-1)?.en).toBe('… and more');
  });
});

describe('two patterns', () => {
  const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 3 });
  const letters = ['', 'a', 'b'];
  const pairs = letters.flatMap((a) => letters.map((b) => a + b));
  // As long as two patterns together: where they meet, such a word is among these.
  const words = pairs.flatMap((a) => pairs.flatMap((b) => pairs.map((c) => a + b + c)));
  const matches = (glob: string, word: string): boolean => new RegExp(`^${glob.replaceAll('*', '.*')}$`).test(word);

  it('meet if a word matches both, in whatever order', () => {
    fc.assert(
      fc.property(pattern, pattern, (one, other) => {
        const meet = words.some((word) => matches(one, word) && matches(other, word));
        expect([patternsMeet(one, other), patternsMeet(other, one)]).toEqual([meet, meet]);
      }),
    );
  });
});
