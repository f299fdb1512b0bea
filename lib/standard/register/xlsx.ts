import {
  readXlsx as readWorkbook,
  writeXlsx as writeWorkbook,
  type Cell as WorkbookCell,
  type CellValue,
} from 'hucre/xlsx';
import { OperatorError } from '../../model/operator-error.ts';
import type { Locale, Text } from '../../model/text.ts';
import { problem } from '../problems.ts';
import { registerColumns } from './register-columns.ts';
import { registerKinds, stateWords } from './register-words.ts';
import type { Cell, Sheet } from './sheet.ts';

const sheetName: Text = { ja: '承認済みクラウドサービス台帳', en: 'Register' };

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

/** Reads the sheet of the register by its name, else the first one that is not hidden. */
export async function readXlsx(bytes: Uint8Array, { file }: { readonly file: string }): Promise<Sheet> {
  const workbook = await readWorkbook(bytes).catch((cause: unknown) => {
    throw notXlsx(file, cause);
  });
  const visible = workbook.sheets.filter((each) => !each.hidden && !each.veryHidden);
  const sheet = visible.find(({ name }) => Object.values(sheetName).includes(name)) ?? visible[0];
  // Serials of the 1904 system would be taken for days four years earlier.
  if (workbook.dateSystem === '1904') throw dates1904(file);
  return (sheet?.rows ?? []).map((row, at) =>
    row.map((value, index) => cellOf(value, sheet?.cells?.get(`${at},${index}`))),
  );
}

/** Of a formula, what the spreadsheet program last made of it. */
function cellOf(value: CellValue, cell: WorkbookCell | undefined): Cell {
  if (cell?.type === 'error' || (cell?.type === 'formula' && value === null))
    return { unreadable: problem('cellFormula') };
  if (value instanceof Date) return dayOf(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value ?? '';
}

/** A day before 1900, or beyond what a date can be, is a number that somebody formatted as one. */
function dayOf(value: Date): Cell {
  const isDay = value.getTime() >= Date.UTC(1970, 0, 1) && value.getTime() < Date.UTC(2200, 0, 1);
  return isDay ? { date: value.toISOString().slice(0, 10) } : { unreadable: problem('noSuchDay') };
}

/** What looks like an escape of a character is escaped itself (ECMA-376 22.9.2.19); XML has no U+FFFE and U+FFFF. */
function escaped(text: string): string {
  return text
    .replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
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

function notXlsx(file: string, cause: unknown): OperatorError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new OperatorError(
    {
      ja: `「${file}」をXLSXとして読めません(${reason})。パスワードを外し、Excelブック(.xlsx)として保存し直してください。`,
      en: `Cannot read ${file} as XLSX (${reason}); take off its password, and save it again as an Excel workbook (.xlsx).`,
    },
    { cause },
  );
}

function dates1904(file: string): OperatorError {
  return new OperatorError({
    ja: `「${file}」は1904年から数える日付を使っています。Excelの設定「1904年から計算する」を外して保存し直してください。`,
    en: `${file} counts its dates from 1904; switch off "Use 1904 date system" in Excel and save it again.`,
  });
}
