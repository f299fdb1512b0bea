import type { Problem } from '../problems.ts';

/** A cell as a spreadsheet holds it; an empty one is an empty text. */
export type Cell = string | number | CellDate | Unreadable;

/** A cell that is formatted as a date. */
export interface CellDate {
  /** ISO date. */
  readonly date: string;
}

/** A cell that cannot be taken for what its column holds. */
export interface Unreadable {
  readonly unreadable: Problem;
}

/** The rows of a sheet from its first one on, each from its first column on. */
export type Sheet = readonly (readonly Cell[])[];

/** Whether a cell holds nothing but white space. */
export function isEmpty(cell: Cell): boolean {
  return typeof cell === 'string' && cell.trim() === '';
}

/** Whether a value is a cell that could not be read. */
export function isUnreadable(value: unknown): value is Unreadable {
  return typeof value === 'object' && value !== null && 'unreadable' in value;
}
