import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { registerStates, type RegisterEntry } from '../../model/register.ts';
import type { ReviewedUse } from '../../model/services/service-review.ts';
import type { ServiceUse } from '../../model/services/service-use.ts';
import { reviewUses } from './review-uses.ts';

const today = '2026-06-01';
const day = fc.constantFrom('2020-01-01', '2026-05-31', '2026-06-01', '2026-06-02', undefined);
const checked = fc.constantFrom({ by: 'x', on: '2025-01-01' }, undefined);
const some = (...words: readonly string[]) => fc.uniqueArray(fc.constantFrom(...words), { maxLength: 2 });
const given = (name: string, value: unknown): object => (value === undefined ? {} : { [name]: value });

const entry = fc
  .record({
    id: fc.uuid(),
    aws: some('s3', 'rds', 'bedrock'),
    azure: some('Microsoft.Sql/*', 'Microsoft.Sql/servers', '*'),
    regions: some('tokyo', 'Osaka West', 'OSAKAWEST'),
    accounts: some('1', 'A', 'b'),
    state: fc.constantFrom(...registerStates),
    endedOn: day,
    validUntil: day,
    nextReview: day,
    contractCheck: checked,
    securityCheck: checked,
  })
  .map(({ id, aws, azure, regions, accounts, state, ...rest }): RegisterEntry => ({
    id,
    name: id,
    provider: 'p',
    departments: [],
    dataLocations: [],
    keys: { aws, azure, entra: [], tenants: [] },
    regions,
    accounts,
    certificates: [],
    state,
    ...Object.entries(rest).reduce((all, [name, value]) => ({ ...all, ...given(name, value) }), {}),
  }));
const use = fc.record<ServiceUse>({
  provider: fc.constantFrom('aws', 'azure'),
  account: fc.constantFrom('1', 'a', 'c'),
  region: fc.constantFrom('tokyo', 'osakawest', 'global', 'mars'),
  key: fc.constantFrom('s3', 'bedrock', 'lex', 'microsoft.sql/servers'),
  name: fc.constant('it'),
  examples: fc.constant([]),
  sightings: fc.constantFrom(
    [{ layer: 'inventory', operation: 'o', ref: 'r' }],
    [{ layer: 'stored', operation: 'o', ref: 'r' }],
  ),
  isAutomatic: fc.boolean(),
});

const review = (one: ServiceUse, register: readonly RegisterEntry[]): ReviewedUse => {
  const [reviewed] = reviewUses([one], register, today);
  if (!reviewed) throw new Error('unreachable: one goes in, one comes out');
  return reviewed;
};

/** Every row, one after the other, as a person reads the register. */
function naive(one: ServiceUse, register: readonly RegisterEntry[]): ReviewedUse {
  const plain = (word: string): string => word.toLowerCase().replaceAll(' ', '');
  const isAbout = ({ keys }: Pick<RegisterEntry, 'keys'>): boolean =>
    one.provider === 'aws'
      ? keys.aws.includes(one.key)
      : keys.azure.some((type) =>
          type === '*' || type.endsWith('/*')
            ? one.key.startsWith(type.slice(0, -1).toLowerCase())
            : type.toLowerCase() === one.key,
        );
  const forAccount = (row: RegisterEntry): boolean =>
    row.accounts.length === 0 || row.accounts.some((each) => plain(each) === plain(one.account));
  const forRegion = (row: RegisterEntry): boolean =>
    row.regions.length === 0 ||
    one.region === 'global' ||
    row.regions.some((each) => plain(each) === plain(one.region));
  const weight = ({ keys }: RegisterEntry): number =>
    one.provider === 'aws'
      ? 0
      : Math.max(
          ...keys.azure
            .filter((type) => isAbout({ keys: { ...keys, azure: [type] } }))
            .map((type) => (type.includes('*') ? type.length : 999)),
        );
  const rows = register.filter(isAbout).toSorted((a, b) => weight(b) - weight(a));
  const isOver = ({ state, endedOn = '9999' }: RegisterEntry): boolean =>
    state === 'forbidden' || state === 'retired' || endedOn < today;
  const row =
    rows.find((each) => forAccount(each) && forRegion(each)) ??
    rows.find(forAccount) ??
    rows.find((each) => !isOver(each));
  if (register.length === 0) return { use: one, gaps: [] };
  if (!row) return { use: one, gaps: one.isAutomatic ? [] : ['unregistered'] };
  if (row.state === 'forbidden') return { use: one, entry: row, gaps: ['forbidden'] };
  if (row.state === 'retired' || (row.endedOn ?? '9999') < '2026-06-01')
    return { use: one, entry: row, gaps: one.sightings.every(({ layer }) => layer === 'stored') ? [] : ['ended'] };
  const gaps: ReviewedUse['gaps'] = [
    ...(forRegion(row) ? [] : (['outside-regions'] as const)),
    ...(forAccount(row) ? [] : (['outside-accounts'] as const)),
    ...(row.contractCheck && row.securityCheck ? [] : (['unchecked'] as const)),
    ...((row.validUntil ?? '9999') < '2026-06-01' || (row.nextReview ?? '9999') < '2026-06-01'
      ? (['overdue'] as const)
      : []),
  ];
  return { use: one, entry: row, gaps };
}

describe('a use held against a register', () => {
  it('is judged as reading the register row by row judges it', () => {
    fc.assert(
      fc.property(use, fc.array(entry, { maxLength: 6 }), (one, register) => {
        expect(review(one, register)).toEqual(naive(one, register));
      }),
      { numRuns: 1000 },
    );
  });

  it('does not change by rows about other services', () => {
    fc.assert(
      fc.property(use, fc.array(entry, { maxLength: 4 }), entry, (one, register, other) => {
        const stranger = { ...other, keys: { ...other.keys, aws: ['glue'], azure: ['Microsoft.Cdn/*'] } };
        const before = review(one, [...register, { ...stranger, keys: { ...stranger.keys, aws: [], azure: [] } }]);
        expect(review(one, [...register, stranger])).toEqual(
          register.length === 0 ? { ...before, gaps: review(one, [stranger]).gaps } : before,
        );
      }),
    );
  });

  it('is never unregistered once a row of no restriction is about it', () => {
    fc.assert(
      fc.property(use, fc.array(entry, { maxLength: 4 }), entry, (one, register, other) => {
        const own = { ...other, accounts: [], keys: { ...other.keys, aws: [one.key], azure: [one.key] } };
        expect(review(one, [...register, own]).gaps).not.toContain('unregistered');
      }),
    );
  });
});
