import { writeXlsx as writeWorkbook } from 'hucre/xlsx';
import { OperatorError } from '../../model/operator-error.ts';
import type { Locale } from '../../model/text.ts';
import { registerColumns } from './register-columns.ts';
import { registerKinds, stateWords } from './register-words.ts';
import { sheetName } from './sheet.ts';

/** The most characters that a cell holds ("Excel specifications and limits"). */
const cellLimit = 32_767;

/** Rows below the last one for which the choices are offered. */
const roomBelow = 500;

/** A workbook with one sheet, each cell a text: ids keep their zeros, and nothing is a formula. */
export async function writeXlsx(rows: readonly (readonly string[])[], locale: Locale): Promise<Uint8Array> {
  const long = rows.findIndex((row) => row.some((cell) => cell.length > cellLimit));
  if (long >= 0) throw tooLong(long);
  const [titles = []] = rows;
  const last = Math.max(rows.length, 2);
  const text = { numFmt: '@', alignment: { vertical: 'top', wrapText: true } } as const;
  const heading = {
    ...text,
    font: { bold: true },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DDE6F0' } },
  } as const;
  return writeWorkbook({
    sheets: [
      {
        name: sheetName[locale],
        rows: rows.map((row) => row.map((cell) => (cell === '' ? null : escaped(cell)))),
        cells: new Map(titles.map((_, index) => [`0,${index}`, { style: heading }])),
        columns: titles.map((_, index) => ({ width: registerColumns[index]?.width ?? 18, style: text })),
        freezePane: { rows: 1 },
        autoFilter: { range: `A1:${letters(titles.length - 1)}${last}` },
        dataValidations: [
          choices(
            'state',
            Object.values(stateWords).map((words) => words[locale]),
            last,
          ),
          choices('kind', registerKinds, last),
        ],
      },
    ],
  });
}

/** A text that reads like one of a spreadsheet's errors (`#N/A`) would be written as that error. */
const error = /^#(?=[A-Z/0_]+[!?A]?$)/;

/** What looks like an escape of a character is escaped itself (ECMA-376 22.9.2.19); XML has no U+FFFE and U+FFFF. */
function escaped(text: string): string {
  return text
    .replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    .replace(error, '_x0023_')
    .replaceAll('\uFFFE', '_xFFFE_')
    .replaceAll('\uFFFF', '_xFFFF_');
}

function choices(field: string, values: readonly string[], last: number): DataValidationOfList {
  const letter = letters(registerColumns.findIndex(({ path }) => path[0] === field));
  return {
    type: 'list',
    values: [...values],
    range: `${letter}2:${letter}${last + roomBelow}`,
    allowBlank: true,
    showErrorMessage: true,
  };
}

interface DataValidationOfList {
  type: 'list';
  values: string[];
  range: string;
  allowBlank: true;
  showErrorMessage: true;
}

function letters(index: number): string {
  const [above, own] = [Math.floor(index / 26), String.fromCodePoint(65 + (index % 26))];
  return above > 0 ? letters(above - 1) + own : own;
}

function tooLong(row: number): OperatorError {
  return new OperatorError({
    ja: `${row}件目の行に32,767文字を超える項目があり、Excelのセルに入りません。短くするか、CSVに書き出してください。`,
    en: `A field of the register's row ${row} is longer than the 32,767 characters of a cell of Excel; shorten it, or export CSV.`,
  });
}
