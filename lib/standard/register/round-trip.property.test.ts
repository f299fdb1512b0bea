import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { registerStates, type RegisterEntry } from '../../model/register.ts';
import { locales } from '../../model/text.ts';
import { readCsv, writeCsv } from './csv.ts';
import { formatRegister } from './format-register.ts';
import { parseRegister } from './parse-register.ts';
import { parseSheet } from './parse-sheet.ts';
import { registerKinds } from './register-words.ts';
import { writeSheet } from './write-sheet.ts';
import { readXlsx } from './read-xlsx.ts';
import { writeXlsx } from './write-xlsx.ts';

const file = 'register';
const troublesome = fc.constantFrom(
  ...`=1+1 +1 -1 @SUM(A1) ' '=1 ＝1 012345678901 1e5 2026-11-28 46354 TRUE | _x000D_ _x005F_ _xFFFF_ \\ \\| a;b 、 ｜ ， " ""
&amp; <b> 😀 葛󠄀城市 ﾊﾝｶｸ ~ null \u0001 \uFFFE \u200B #N/A #REF! #DIV/0! #NAME? #SPILL! #GETTING_DATA #BLOCKED! TRUE false`.split(
    /[ \n]/,
  ),
  'a, b',
  '利用部門、経理部',
  '# no comment',
  '- a',
  ': ',
);
const piece = fc.oneof(
  { weight: 3, arbitrary: troublesome },
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
);
const text = fc
  .array(fc.oneof(piece, fc.constantFrom('\n', '\t', ' ')), { minLength: 1, maxLength: 4 })
  .map((pieces) => pieces.join('').toWellFormed().replaceAll(/\r\n?/g, '\n').trim())
  .filter((made) => made !== '');
const line = text.map((made) => made.replaceAll('\n', ' '));
const day = fc
  .date({ min: new Date('1912-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const checked = fc.record({ by: text, on: day, reference: text }, { requiredKeys: ['by', 'on'] });
const digits = fc.integer({ min: 0, max: 999_999_999_999 }).map((number) => String(number).padStart(12, '0'));
const account = fc.oneof(digits, fc.uuid());

const entry: fc.Arbitrary<Omit<RegisterEntry, 'id' | 'state'>> = fc.record(
  {
    name: text,
    provider: text,
    kind: fc.constantFrom(...registerKinds),
    purpose: text,
    owner: text,
    departments: fc.array(line, { maxLength: 3 }),
    classification: text,
    dataLocations: fc.array(line, { maxLength: 2 }),
    signIn: text,
    keys: fc.record({
      aws: fc.subarray(['s3', 'bedrock', 'execute-api'], { maxLength: 1 }),
      azure: fc.constantFrom([], ['Microsoft.CognitiveServices/*'], ['Dynatrace.Observability/monitors']),
      entra: fc.array(fc.uuid(), { maxLength: 1 }),
      tenants: fc.constant([]),
    }),
    regions: fc.constant(['ap-northeast-1', 'japaneast']),
    accounts: fc.array(account, { maxLength: 3 }),
    certificates: fc.array(
      fc.record({ scheme: line, reference: line, validUntil: day }, { requiredKeys: ['scheme'] }),
      { maxLength: 2 },
    ),
    contractCheck: checked,
    securityCheck: checked,
    approval: checked,
    nextReview: day,
    conditions: text,
    endedOn: day,
    note: text,
  },
  {
    requiredKeys: ['name', 'provider', 'departments', 'dataLocations', 'keys', 'regions', 'accounts', 'certificates'],
  },
);

/** Keys are told apart by the accounts of the rows: each row has one of its own. */
const register = fc.array(fc.tuple(entry, fc.nat(registerStates.length - 1)), { maxLength: 4 }).map((drawn) =>
  drawn.map(([each, index], row): RegisterEntry => {
    const approved = registerStates[index] ?? 'approved';
    const state =
      (approved === 'retired' && each.endedOn === undefined) ||
      (approved === 'conditional' && each.conditions === undefined)
        ? 'approved'
        : approved;
    return { ...each, id: `S-${row}`, state, accounts: [String(row).padStart(12, '0'), ...each.accounts.slice(1)] };
  }),
);
const ownAccounts = (entries: readonly RegisterEntry[]): boolean =>
  new Set(entries.flatMap(({ accounts }) => accounts)).size === entries.flatMap(({ accounts }) => accounts).length;
const sound = register.filter(ownAccounts);

describe('a register', () => {
  it('comes back from YAML as it was', () => {
    fc.assert(
      fc.property(sound, (entries) => {
        expect(parseRegister(formatRegister(entries), { file })).toEqual(entries);
      }),
      { numRuns: 60 },
    );
  });

  it.each(locales)('comes back from CSV in %s as it was', (locale) => {
    fc.assert(
      fc.property(sound, (entries) => {
        const bytes = writeCsv(writeSheet(entries, locale));
        const again = parseSheet(readCsv(bytes, { file }), { file });
        expect(again).toEqual(entries);
        expect(Buffer.from(writeCsv(writeSheet(again, locale))).equals(bytes)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it.each(locales)('comes back from XLSX in %s as it was', async (locale) => {
    await fc.assert(
      fc.asyncProperty(sound, async (entries) => {
        const bytes = await writeXlsx(writeSheet(entries, locale), locale);
        const again = parseSheet((await readXlsx(bytes, { file })).sheet, { file });
        expect(again).toEqual(entries);
        expect(writeSheet(again, locale)).toEqual(writeSheet(entries, locale));
      }),
      { numRuns: 40 },
    );
  });
});

describe('a sheet', () => {
  const cell = fc.oneof(
    troublesome,
    fc.string({ unit: 'binary' }).map((made) => made.toWellFormed()),
    fc.string({ unit: fc.constantFrom('=', "'", '+', '-', '@', '\t', '\r', '\n', '"', ',', ' ', '_', 'x', '0', 'あ') }),
    fc.nat(32_767).map((length) => 'あ'.repeat(length)),
  );
  const rows = fc
    .integer({ min: 1, max: 3 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }));
  // A spreadsheet knows no rows and columns behind the last that holds something.
  const framed = rows.map((each) => [...each, each[0]!.map(() => 'end')]);

  it('keeps every cell in XLSX', async () => {
    await fc.assert(
      fc.asyncProperty(framed, async (cells) => {
        expect((await readXlsx(await writeXlsx(cells, 'ja'), { file })).sheet).toEqual(cells);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps every cell in CSV, and shows no formula to a spreadsheet', () => {
    fc.assert(
      fc.property(framed, (cells) => {
        const bytes = writeCsv(cells);
        expect(readCsv(bytes, { file })).toEqual(cells);
        const shown: string[][] = parse(new TextDecoder().decode(bytes), { record_delimiter: '\r\n' });
        expect(shown.flat().filter((each) => /^[=+\-@\t\r＝＋－＠]/.test(each))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
