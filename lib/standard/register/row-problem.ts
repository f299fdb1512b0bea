import type { Text } from '../../model/text.ts';
import type { Issue } from '../describe-issue.ts';

/** What people call a field: its path in a file, its title in a sheet. */
export type Namer = (path: readonly PropertyKey[]) => Text;

/** Something wrong in a row, or between it and another. */
export interface RowProblem {
  /** Index of the row. */
  readonly row: number;
  /** Of the field within the row; empty: the row as a whole. */
  readonly path: readonly PropertyKey[];
  /** Says what is wrong and what to do, without saying where. */
  readonly say: (name: Namer, place: (row: number) => Text) => Text;
  /** What the schema said, if it was the schema. */
  readonly issue?: Issue;
}
