import {
  readXlsx as readWorkbook,
  type Cell as WorkbookCell,
  type CellValue,
  type Sheet as Worksheet,
} from 'hucre/xlsx';
import { OperatorError } from '../../model/operator-error.ts';
import { problem } from '../problems.ts';
import { findHeader } from './find-header.ts';
import { isEmpty, sheetName, type Cell, type NamedSheet, type Sheet } from './sheet.ts';
import { unpackedSize } from './unpacked-size.ts';

/** In bytes: a register of 5,000 rows has some ten megabytes; a file of a few kilobytes can unpack to gigabytes. */
const mostUnpacked = 128 * 2 ** 20;

/**
 * Reads the sheet of the register: of those that are not hidden the one with its titles, a cover sheet before it or not. Of
 * several it must have the name that an export gives it.
 */
export async function readXlsx(bytes: Uint8Array, { file }: { readonly file: string }): Promise<NamedSheet> {
  const size = unpackedSize(bytes);
  if (size === undefined) throw notXlsx(file);
  if (size > mostUnpacked) throw tooLarge(file);
  const workbook = await readWorkbook(bytes, { sheets: (each) => !each.hidden && !each.veryHidden }).catch(
    (cause: unknown) => {
      throw notXlsx(file, cause);
    },
  );
  const is1904 = workbook.dateSystem === '1904';
  return chosen(
    workbook.sheets.map((each) => ({ name: each.name, sheet: unmerged(each, cellsOf(each, is1904)) })),
    file,
  );
}

function chosen(sheets: readonly NamedSheet[], file: string): NamedSheet {
  const titled = sheets.filter(({ sheet }) => findHeader(sheet));
  const whole = titled.filter(({ sheet }) => findHeader(sheet)?.isWhole);
  const named = titled.find(({ name }) => Object.values(sheetName).includes(name));
  if (!named && whole.length > 1) throw several(file, whole);
  return named ?? whole[0] ?? titled[0] ?? sheets[0] ?? { name: '', sheet: [] };
}

function cellsOf({ rows, cells }: Worksheet, is1904: boolean): Sheet {
  return rows.map((row, at) =>
    row.map((value, index) => {
      const cell = cellOf(value, cells?.get(`${at},${index}`));
      return is1904 && typeof cell === 'number' ? { number1904: cell } : cell;
    }),
  );
}

/** Of a formula, what the spreadsheet program last made of it. */
function cellOf(value: CellValue, cell: WorkbookCell | undefined): Cell {
  if (cell?.type === 'error') return { unreadable: problem('cellError') };
  if (cell?.type === 'formula' && value === null) return { unreadable: problem('cellFormula') };
  if (value instanceof Date) return dayOf(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value ?? '';
}

/** A day before 1900, or beyond what a date can be, is a number that somebody formatted as one. */
function dayOf(value: Date): Cell {
  const isDay = value.getTime() >= Date.UTC(1970, 0, 1) && value.getTime() < Date.UTC(2200, 0, 1);
  return isDay ? { date: value.toISOString().slice(0, 10) } : { unreadable: problem('noSuchDay') };
}

/** A cell that was merged with those below it, below the titles, holds for all of their rows. */
function unmerged({ merges = [] }: Worksheet, sheet: Sheet): Sheet {
  const tall = merges.filter(({ startRow, endRow }) => endRow > startRow);
  const header = tall.length > 0 ? findHeader(sheet) : undefined;
  if (!header) return sheet;
  const rows = sheet.map((cells) => [...cells]);
  for (const { startRow, endRow, startCol } of tall.filter((each) => each.startRow > header.row)) {
    for (let row = startRow + 1; row <= Math.min(endRow, rows.length - 1); row += 1) {
      const cells = rows[row];
      if (cells && !sheet[row]?.every(isEmpty)) cells[startCol] = rows[startRow]?.[startCol] ?? '';
    }
  }
  return rows;
}

function notXlsx(file: string, cause?: unknown): OperatorError {
  return new OperatorError(
    {
      ja: `「${file}」をXLSXとして読めません。パスワードを外し、Excelブック(.xlsx)として保存し直してください。`,
      en: `Cannot read ${file} as XLSX; take off its password, and save it again as an Excel workbook (.xlsx).`,
    },
    { cause },
  );
}

function tooLarge(file: string): OperatorError {
  return new OperatorError({
    ja: `「${file}」は展開すると128 MiBを超えるおそれがあるため読みません。台帳のシートだけを新しいブックにコピーして保存し直してください。`,
    en: `${file} may unpack to more than 128 MiB and is not read; copy the sheet of the register alone to a new workbook.`,
  });
}

function several(file: string, sheets: readonly NamedSheet[]): OperatorError {
  const names = sheets.map(({ name }) => name);
  return new OperatorError({
    ja: `「${file}」には台帳の列名があるシートが複数あります(${names.join('、')})。読み込むシートの名前を「${sheetName.ja}」にするか、ほかのシートを非表示にしてください。`,
    en: `${file} has several sheets with the titles of the register (${names.join(', ')}); name the one to read "${sheetName.en}", or hide the others.`,
  });
}
