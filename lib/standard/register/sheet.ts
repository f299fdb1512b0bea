import type { Text } from '../../model/text.ts';
import type { Problem } from '../problems.ts';

/** What an export calls its sheet. */
export const sheetName: Text = { ja: '承認済みクラウドサービス台帳', en: 'Register' };

/** A cell as a spreadsheet holds it; an empty one is an empty text. */
export type Cell = string | number | CellDate | Number1904 | Unreadable;

/** A cell that is formatted as a date. */
export interface CellDate {
  /** ISO date. */
  readonly date: string;
}

/** A number in a workbook that counts its days from 1904: as a day it is another than in any other workbook. */
export interface Number1904 {
  readonly number1904: number;
}

/** A cell that cannot be taken for what its column holds. */
export interface Unreadable {
  readonly unreadable: Problem;
}

/** The rows of a sheet from its first one on, each from its first column on. */
export type Sheet = readonly (readonly Cell[])[];

/** A sheet of a workbook. */
export interface NamedSheet {
  readonly name: string;
  readonly sheet: Sheet;
}

/** Whether a cell holds nothing but white space. */
export function isEmpty(cell: Cell): boolean {
  return typeof cell === 'string' && cell.trim() === '';
}

/** Whether a value is a cell that could not be read. */
export function isUnreadable(value: unknown): value is Unreadable {
  return typeof value === 'object' && value !== null && 'unreadable' in value;
}
