import { describe, expect, it } from 'vitest';
import { writeXlsx as writeWorkbook } from 'hucre/xlsx';
import { OperatorError } from '../../model/operator-error.ts';
import { readCsv, writeCsv } from './csv.ts';
import { parseSheet } from './parse-sheet.ts';
import { registerColumns } from './register-columns.ts';
import type { Cell, Sheet } from './sheet.ts';
import { readXlsx } from './read-xlsx.ts';
import { writeXlsx } from './write-xlsx.ts';

const file = 'register.xlsx';
const parse = (sheet: Sheet): ReturnType<typeof parseSheet> => parseSheet(sheet, { file });
const titles = ['管理番号', 'サービス名', '提供者', '状態'];
const sheet = (title: string, cell: Cell): Sheet => [
  [...titles, title],
  ['S-1', 'n', 'p', '承認済み', cell],
];

function refusal(read: () => unknown): OperatorError['text'] {
  try {
    read();
  } catch (error) {
    if (error instanceof OperatorError) return error.text;
  }
  throw new Error('it was not refused as a mistake of the operator’s');
}

describe('a sheet of the register', () => {
  it('is read with its titles in any order, language and width, below a title line, with empty rows between', () => {
    const entries = parse(
      [
        ['承認済みクラウドサービス台帳', '', '令和8年度'],
        [],
        [
          'state',
          'ＩＤ ',
          ' サービス 名※',
          '提供者',
          '検出キー（AWSサービス接頭辞）',
          '認証方式',
          '承認アカウント',
          '',
        ],
        ['条件付き承認', '１', 'Bedrock', 'AWS', 'ｂｅｄｒｏｃｋ、s3', 'SSO', '０１２３４５６７８９０１', ''],
        ['', ' ', '', '', '', '', '', ''],
        ['Approved', 2, 'Teams', 'Microsoft', '', '', '111122223333\n222233334444', ''],
      ]
        .map((row, at) => (at < 2 ? row : [...row, at === 2 ? '承認条件' : '社内データのみ']))
        .map((row, at) => (at === 4 ? [''] : row)),
    );
    expect(entries).toMatchObject([
      { id: '１', state: 'conditional', keys: { aws: ['bedrock', 's3'] }, accounts: ['012345678901'], signIn: 'SSO' },
      { id: '2', state: 'approved', accounts: ['111122223333', '222233334444'], conditions: '社内データのみ' },
    ]);
  });

  it.each<[title: string, cell: Cell, field: string, value: unknown]>([
    ['有効期限', { date: '2026-11-28' }, 'validUntil', '2026-11-28'],
    ['有効期限', 46_354, 'validUntil', '2026-11-28'],
    ['有効期限', '令和８年１１月２８日', 'validUntil', '2026-11-28'],
    ['区分', 'ｓａａｓ', 'kind', 'SaaS'],
    ['利用部門', '経理部、総務部', 'departments', ['経理部', '総務部']],
    ['利用部門', '経理部; 総務部, 情報部', 'departments', ['経理部', '総務部', '情報部']],
    ['データ所在地', 'Tokyo, Japan\nOsaka, Japan', 'dataLocations', ['Tokyo, Japan', 'Osaka, Japan']],
    ['データ所在地', 'Tokyo, Japan\n', 'dataLocations', ['Tokyo, Japan']],
    [
      '第三者認証',
      'ISMAP | C21-0001 | R9.3.31\nSOC 2',
      'certificates',
      [{ scheme: 'ISMAP', reference: 'C21-0001', validUntil: '2027-03-31' }, { scheme: 'SOC 2' }],
    ],
    ['承認アカウント', 111_122_223_333, 'accounts', ['111122223333']],
    ['承認アカウント', '0123-4567-8901', 'accounts', ['012345678901']],
    ['承認リージョン', 'ａｐ－ｎｏｒｔｈｅａｓｔ－１、ap−northeast−3', 'regions', ['ap-northeast-1', 'ap-northeast-3']],
  ])('reads %s %j', (title, cell, field, value) => {
    expect(parse(sheet(title, cell))[0]).toMatchObject({ [field]: value });
  });

  it.each<[what: string, sheet: Sheet, says: string]>([
    [
      'no titles',
      [['a', 'b'], ['S-1']],
      'register.xlsx has no row of titles among its first ten; it needs "ID" (管理番号)',
    ],
    ['nothing', [], 'has no row of titles'],
    ['a column that is missing', [titles.slice(0, 3)], 'row 1: it lacks the columns "State" (状態)'],
    [
      'an unknown column',
      [[...titles, '承認リジョン']],
      'no column "承認リジョン"; did you mean "Approved regions" (承認リージョン)?',
    ],
    ['a column twice', [[...titles, 'State']], 'two columns "State" (状態)'],
    ['half a row', [titles, ['', 'n']], 'row 2: it lacks "ID" (管理番号), "Provider" (提供者), "State" (状態)'],
    [
      'a value without a title',
      [titles, ['S-1', 'n', 'p', '承認', 'x']],
      'row 2: there is something in a column without a title',
    ],
    [
      'an unknown state',
      [titles, ['S-1', 'n', 'p', 'maybe']],
      'row 2, "State" (状態): the state must be one of approved',
    ],
    ['a date that is none', sheet('承認日', '来月'), 'row 2, "Approved on" (承認日): it is no date'],
    ['half a check', sheet('承認日', '2026-11-28'), 'row 2: it lacks "Approved by" (承認者)'],
    ['a date for a text', sheet('備考', { date: '2026-01-02' }), '"Note" (備考): the cell holds a date'],
    [
      'a formula without a result',
      sheet('備考', { unreadable: 'cellFormula' }),
      '"Note" (備考): the cell holds a formula',
    ],
    ['too many bars', sheet('第三者認証', 'a|b|2026-01-01|d'), 'write one certificate a line'],
    [
      'a certificate’s wrong day',
      sheet('第三者認証', 'a|b|c'),
      '"Third-party certificates" (第三者認証): it is no date',
    ],
    ['a number that lost its last digits', sheet('備考', 12_345_678_901_234_567_000), 'more than 15 digits'],
    [
      'an account without its zero',
      sheet('承認アカウント', '111122223333\n12345678901'),
      'row 2, "Approved accounts" (承認アカウント): an account id has 12 digits; a spreadsheet seems to have dropped its leading zeros: check the id and write it with them, as text (as 012345678901 for 12345678901) (it says "12345678901")',
    ],
    ['an account that was rounded', sheet('承認アカウント', '1.23457E+11'), 'made a rounded number of the account id'],
    [
      'a key of two rows',
      [...sheet('検出キー(AWSサービス接頭辞)', 's3'), [], ['S-2', 'n', 'p', '承認済み', 's3']],
      'row 4, "Keys (AWS service prefixes)" (検出キー(AWSサービス接頭辞)): the key "s3" is that of another row too (register.xlsx row 2)',
    ],
  ])('refuses %s', (_, cells, says) => {
    expect(refusal(() => parse(cells)).en).toContain(says);
    expect(refusal(() => parse(cells)).ja).toMatch(/\p{Script=Hiragana}/u);
  });

  it('has titles that tell its columns apart', () => {
    const all = registerColumns.flatMap(({ title }) => [title.ja, title.en]);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('a CSV file', () => {
  const cells = [
    ['管理番号', 'サービス名'],
    ['S-1', '表計算①髙'],
  ];
  const text = '管理番号,サービス名\r\nS-1,表計算①髙\r\n';
  // TextDecoder reads Shift_JIS, and nothing of Node writes it.
  const shiftJis = Uint8Array.from(
    Buffer.from('8ac7979d94d48d862c8354815b8372835896bc0d0a532d312c955c8c768e5a8740fbfc0d0a', 'hex'),
  );

  it.each<[string, Uint8Array]>([
    ['as it is written here', writeCsv(cells)],
    ['in UTF-8 without BOM', new TextEncoder().encode(text)],
    ['with line feeds', new TextEncoder().encode(text.replaceAll('\r\n', '\n'))],
    ['separated by tabs', new TextEncoder().encode(text.replaceAll(',', '\t'))],
    ['as Unicode text of Excel', Uint8Array.from(Buffer.from(`\uFEFF${text.replaceAll(',', '\t')}`, 'utf16le'))],
    ['in Shift_JIS of Windows', shiftJis],
  ])('is read %s', (_, bytes) => {
    expect(readCsv(bytes, { file })).toEqual(cells);
  });

  it('has a BOM, CRLF, and an apostrophe before what a spreadsheet would calculate', () => {
    const written = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      writeCsv([['=1', '012345678901', '2026-11-28', 'a"b']]),
    );
    expect(written).toBe('\uFEFF"\'=1","\'012345678901","2026-11-28","a""b"\r\n');
  });

  it.each<[string, string, string]>([
    ['tabs, with commas in its cells', '\t', 'a,b,c,d,e,f'],
    ['semicolons', ';', 'a,b,c'],
    ['commas, with quoted tabs in its cells', ',', '"a\tb\tc\td\te\tf"'],
  ])('is split by %s', (_, delimiter, cell) => {
    const lines = ['管理番号,サービス名,提供者', `S-1,${cell.replaceAll(',', '\0')},p`, 'S-2,n,p'];
    const made = lines.join('\r\n').replaceAll(',', delimiter).replaceAll('\0', ',');
    expect(readCsv(new TextEncoder().encode(made), { file })).toEqual([
      ['管理番号', 'サービス名', '提供者'],
      ['S-1', cell.replaceAll('"', ''), 'p'],
      ['S-2', 'n', 'p'],
    ]);
  });

  it('is read as Unicode text of either byte order', () => {
    const bytes = Buffer.from('\uFEFF管理番号\tサービス名\n', 'utf16le').swap16();
    expect(readCsv(Uint8Array.from(bytes), { file })).toEqual([['管理番号', 'サービス名']]);
  });

  it('is refused in one short sentence where a quote of many megabytes is not closed', () => {
    const long = `ID,Service\r\nS-1,"${'a,b\n'.repeat(5_500_000)}`;
    const { ja, en } = refusal(() => readCsv(new TextEncoder().encode(long), { file }));
    expect(en).toMatch(/^Cannot read register.xlsx as CSV: row 2: a quote \("\) is not closed/);
    expect(ja).toContain('引用符(")が閉じていない');
    expect(en.length).toBeLessThan(300);
  });

  it('is refused where it is none', () => {
    expect(refusal(() => readCsv(Uint8Array.from([0xff, 0x00, 0x81]), { file })).en).toContain(
      'neither UTF-8 nor Shift_JIS',
    );
    expect(refusal(() => readCsv(new TextEncoder().encode('"a'), { file })).en).toContain(
      'Cannot read register.xlsx as CSV',
    );
  });
});

describe('a workbook', () => {
  it('is read by its dates, and by what its formulas made', async () => {
    const bytes = await writeWorkbook({
      sheets: [
        { name: 'hidden', rows: [['x']], hidden: true },
        {
          name: 'Sheet1',
          rows: [['a', new Date(Date.UTC(2026, 10, 28)), true, null, null]],
          cells: new Map([
            ['0,3', { formula: '1+1', formulaResult: 2 }],
            ['0,4', { formula: '1/0' }],
          ]),
        },
      ],
    });
    expect(await readXlsx(bytes, { file })).toEqual({
      name: 'Sheet1',
      sheet: [['a', { date: '2026-11-28' }, 'TRUE', 2, { unreadable: 'cellFormula' }]],
    });
  });

  it('says of errors that they are errors', async () => {
    const bytes = await writeWorkbook({ sheets: [{ name: 'a', rows: [titles, ['S-1', '#N/A', 'p', '承認済み']] }] });
    const { sheet: cells } = await readXlsx(bytes, { file });
    expect(refusal(() => parse(cells)).en).toContain('row 2, "Service" (サービス名): the cell holds an error');
  });

  const register = [titles, ['S-1', 'n', 'p', '承認済み']];
  const cover = { name: '表紙', rows: [['台帳'], ['状態', '備考']] };

  it('is read by its titles, a cover sheet before it or not', async () => {
    const bytes = await writeWorkbook({ sheets: [cover, { name: '2026年度', rows: register }] });
    expect(await readXlsx(bytes, { file })).toEqual({ name: '2026年度', sheet: register });
  });

  it('must say by a name which of several sheets is the register', async () => {
    const sheets = [cover, { name: '2025', rows: register }, { name: '2026', rows: register }];
    const bytes = await writeWorkbook({ sheets });
    await expect(readXlsx(bytes, { file })).rejects.toThrow(
      'several sheets with the titles of the register (2025, 2026)',
    );
    const named = await writeWorkbook({ sheets: [...sheets, { name: 'Register', rows: register }] });
    expect((await readXlsx(named, { file })).name).toBe('Register');
    const hidden = await writeWorkbook({ sheets: sheets.map((each) => ({ ...each, hidden: each.name === '2025' })) });
    expect((await readXlsx(hidden, { file })).name).toBe('2026');
  });

  it('has one value for cells that were merged downwards', async () => {
    const rows = [['一覧'], titles, ['S-1', 'n', 'Microsoft', '承認済み'], ['S-2', 'm', null, '承認済み'], ['注']];
    const merges = [
      { startRow: 2, endRow: 9, startCol: 2, endCol: 2 },
      { startRow: 0, endRow: 0, startCol: 0, endCol: 3 },
    ];
    const { sheet: cells } = await readXlsx(await writeWorkbook({ sheets: [{ name: 'a', rows, merges }] }), { file });
    expect(cells[3]).toEqual(['S-2', 'm', 'Microsoft', '承認済み']);
  });

  it('may count its days from 1904', async () => {
    const rows = [
      [...titles, '有効期限', '次回見直し日', '備考'],
      ['S-1', 'n', 'p', '承認済み', new Date(Date.UTC(2026, 10, 28)), 44_892, 44_892],
    ];
    const mac = await writeWorkbook({ dateSystem: '1904', sheets: [{ name: 'a', rows }] });
    expect(parse((await readXlsx(mac, { file })).sheet)).toMatchObject([
      { validUntil: '2026-11-28', nextReview: '2026-11-28', note: '44892' },
    ]);
  });

  it('is refused where it is none', async () => {
    await expect(readXlsx(new TextEncoder().encode('no workbook'), { file })).rejects.toThrow(
      'Cannot read register.xlsx',
    );
    await expect(readXlsx(new Uint8Array(0), { file })).rejects.toThrow('Cannot read register.xlsx');
  });

  it('is refused before it is unpacked where that would fill the memory', async () => {
    const bytes = await writeXlsx([titles, ['x'.repeat(32_000)]], 'ja');
    const directory = Buffer.from(bytes).lastIndexOf(Buffer.from('xl/worksheets/sheet1.xml')) - 46;
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    view.setUint32(directory + 24, 2 ** 31, true);
    await expect(readXlsx(bytes, { file })).rejects.toThrow('more than 128 MiB');
    // Nothing said of it is no way around: what it could hold counts.
    view.setUint32(directory + 24, 0, true);
    view.setUint32(directory + 20, 2 ** 20, true);
    await expect(readXlsx(bytes, { file })).rejects.toThrow('more than 128 MiB');
  });

  it('is not written with what no cell holds', async () => {
    await expect(writeXlsx([['a'], ['x'.repeat(32_768)]], 'ja')).rejects.toThrow('row 1 is longer');
  });
});
