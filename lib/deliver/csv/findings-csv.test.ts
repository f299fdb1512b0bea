import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleFinding, sampleReport } from '../sample-report.ts';
import { csvCell, findingsCsv } from './findings-csv.ts';

function rowsOf(csv: string): string[][] {
  return parse(csv, { bom: true, record_delimiter: '\r\n' });
}

describe('findingsCsv', () => {
  it('has a row of headings and one row per finding, for Excel', () => {
    const csv = findingsCsv(sampleReport(12).findings, 'ja');
    expect(csv.startsWith('\uFEFF"指摘ID","重大度"')).toBe(true);
    const rows = rowsOf(csv);
    expect(rows).toHaveLength(13);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    expect(rows[1]).toContain('第8条第3項');
  });

  it('speaks English too', () => {
    const [headings, first] = rowsOf(findingsCsv([sampleFinding(0)], 'en'));
    expect(headings).toContain('Severity');
    expect(first).toContain('Critical');
  });

  it('keeps account ids as text: a leading zero survives', () => {
    const account = '012345678901';
    const finding = sampleFinding(0, { resource: { ...sampleFinding(0).resource, account } });
    expect(rowsOf(findingsCsv([finding], 'en'))[1]).toContain(`'${account}`);
  });
});

describe('csvCell', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\u200B=1', '＝1', '|cmd', '\n=1', '\u0000=1'])(
    'guards %j',
    (value) => {
      expect(csvCell(value).startsWith(`"'`)).toBe(true);
    },
  );

  it.each(['web', '2026-11-23', '', 'a=b', '経理部', '10.0.0.0/8 x'])('leaves %j as it is', (value) => {
    expect(csvCell(value)).toBe(`"${value}"`);
  });

  it.each(['012', '1e5', '111122223333', '1/2', '3-4', '10:30'])(
    'keeps %j from becoming a number or a time',
    (value) => {
      expect(csvCell(value)).toBe(`"'${value}"`);
    },
  );

  it('never begins as a formula does, and is read back as one cell, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ' ', '\u2028') }),
        ),
        (text) => {
          const [[cell, other]] = rowsOf(`${csvCell(text)},"x"\r\n`) as [[string, string]];
          expect(other).toBe('x');
          expect(cell).not.toMatch(/^[\s\p{Cc}]*[=+\-@]/u);
        },
      ),
    );
  });

  it('stays below what a cell of Excel holds', () => {
    const cell = csvCell(`=${'😀'.repeat(40_000)}`);
    expect(cell.length - 2).toBeLessThanOrEqual(32_767);
    expect(cell.isWellFormed()).toBe(true);
  });
});
