import { registerGaps, type RegisterGap, type RegisterRow } from '../../model/facts/register-row.ts';

/**
 * The register against reality by column: place `i` of every list is row `i`. Numbers point into {@link RegisterData.words}, and
 * of gaps into `registerGaps`. What is not known is an empty text.
 */
export interface RegisterColumns {
  readonly name: readonly string[];
  /** What the register's keys are compared with. */
  readonly key: readonly string[];
  readonly provider: readonly (NonNullable<RegisterRow['provider']> | '')[];
  readonly gaps: readonly (readonly number[])[];
  readonly entry: readonly string[];
  readonly entryName: readonly string[];
  readonly state: readonly (NonNullable<RegisterRow['state']> | '')[];
  readonly owner: readonly string[];
  readonly departments: readonly (readonly number[])[];
  readonly accounts: readonly (readonly number[])[];
  readonly regions: readonly (readonly number[])[];
  readonly usedBy: readonly (readonly number[])[];
  /** Of whom there are more than `usedBy` names. */
  readonly users: readonly number[];
  readonly firstSeen: readonly string[];
  readonly lastSeen: readonly string[];
  readonly layers: readonly RegisterRow['layers'][];
}

/** The register against reality, the worst gap first. */
export interface RegisterData {
  readonly total: number;
  /** Whether the organisation has a register at all: without one nothing is a gap. */
  readonly hasRegister: boolean;
  /** Rows by gap; one with several counts for each. */
  readonly counts: Partial<Record<RegisterGap | 'fine', number>>;
  /** Rows that somebody has to look into. */
  readonly toAct: number;
  readonly words: readonly string[];
  readonly columns: RegisterColumns;
}

const mostUsers = 20;

/** The table as the page holds it. */
export function registerData(rows: readonly RegisterRow[]): RegisterData {
  const known = new Map<string, number>();
  const place = (word: string): number => {
    const at = known.get(word) ?? known.size;
    known.set(word, at);
    return at;
  };
  const lists = (listOf: (row: RegisterRow) => readonly string[]): readonly (readonly number[])[] =>
    rows.map((row) => listOf(row).map(place));
  const columns: RegisterColumns = {
    name: rows.map(({ name }) => name),
    key: rows.map(({ key = '' }) => key),
    provider: rows.map(({ provider }) => provider ?? ''),
    gaps: rows.map(({ gaps }) => gaps.map((gap) => registerGaps.indexOf(gap))),
    entry: rows.map(({ entry = '' }) => entry),
    entryName: rows.map(({ entryName = '' }) => entryName),
    state: rows.map(({ state }) => state ?? ''),
    owner: rows.map(({ owner = '' }) => owner),
    departments: lists(({ departments }) => departments),
    accounts: lists(({ accounts }) => accounts),
    regions: lists(({ regions }) => regions),
    usedBy: lists(({ usedBy }) => usedBy.slice(0, mostUsers)),
    users: rows.map(({ usedBy }) => usedBy.length),
    firstSeen: rows.map(({ firstSeen = '' }) => firstSeen.slice(0, 10)),
    lastSeen: rows.map(({ lastSeen = '' }) => lastSeen.slice(0, 10)),
    layers: rows.map(({ layers }) => layers),
  };
  return {
    total: rows.length,
    hasRegister: rows.some(({ entry }) => entry !== undefined),
    counts: countsOf(rows),
    toAct: rows.filter(({ gaps }) => gaps.some((gap) => gap !== 'unwatched')).length,
    words: [...known.keys()],
    columns,
  };
}

function countsOf(rows: readonly RegisterRow[]): RegisterData['counts'] {
  const counts: Partial<Record<RegisterGap | 'fine', number>> = {};
  for (const { gaps } of rows) {
    for (const gap of gaps.length > 0 ? gaps : (['fine'] as const)) counts[gap] = (counts[gap] ?? 0) + 1;
  }
  return counts;
}
