import type { GraphRow } from './graph-operation.ts';

/** An object's id, for lists: none where it has none. */
export function idIn(row: GraphRow): readonly string[] {
  const { id } = row;
  return typeof id === 'string' ? [id] : [];
}

/** A text; empty where there is none. */
export function textIn(row: GraphRow, field: string): string {
  const value = row[field];
  return typeof value === 'string' ? value : '';
}

/** Texts of a list; none where there is no list. */
export function textsIn(row: GraphRow, field: string): readonly string[] {
  const value = row[field];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

/** An object within; an empty one where there is none. */
export function objectIn(row: GraphRow, field: string): GraphRow {
  const value = row[field];
  return typeof value === 'object' && value !== null ? (value as GraphRow) : {};
}
