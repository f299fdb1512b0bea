import type { RegisterEntry } from '../../model/register.ts';
import { describeFault, type Issue } from '../describe-issue.ts';
import { registerEntrySchema } from './register-schema.ts';
import { rowRules, type NumberedEntry } from './register-rules.ts';
import type { RowProblem } from './row-problem.ts';

/** The rows as the schema reads them, and all that is wrong with them, in their order. */
export interface CheckedRows {
  readonly entries: readonly RegisterEntry[];
  readonly problems: readonly RowProblem[];
}

/**
 * Validates rows as a file or a sheet holds them. What stands between rows is judged of those that are sound by
 * themselves, so that everything wrong is said at once.
 */
export function checkRows(rows: readonly unknown[]): CheckedRows {
  const sound: NumberedEntry[] = [];
  const problems: RowProblem[] = [];
  for (const [row, written] of rows.entries()) {
    const result = registerEntrySchema.safeParse(written, { reportInput: true });
    if (result.success) sound.push({ row, entry: result.data });
    else problems.push(...shapeProblems(row, result.error.issues));
  }
  // Thousands of rows may have as many problems as no call takes arguments.
  const all = problems.concat(rowRules(sound));
  return { entries: sound.map(({ entry }) => entry), problems: all.toSorted((a, b) => a.row - b.row) };
}

/** What is missing is said in one sentence a row. */
function shapeProblems(row: number, issues: readonly Issue[]): RowProblem[] {
  const missing = issues.filter((issue) => issue.input === undefined && issue.code !== 'unrecognized_keys');
  const wrong = issues.filter((issue) => !missing.includes(issue));
  const problems = wrong.map((issue): RowProblem => ({
    row,
    path: issue.path,
    issue,
    say: () => describeFault(issue, registerEntrySchema),
  }));
  if (missing.length === 0) return problems;
  return [{ row, path: [], say: (name) => lacks(missing.map(({ path }) => name(path))) }, ...problems];
}

function lacks(fields: readonly { readonly ja: string; readonly en: string }[]): { ja: string; en: string } {
  return {
    ja: `必須の項目がありません: ${fields.map(({ ja }) => ja).join('、')}`,
    en: `it lacks ${fields.map(({ en }) => en).join(', ')}`,
  };
}
