import { findingStates, type Finding } from '../model/finding.ts';
import type { CoverageRow, Summary, Tally } from '../model/results.ts';
import { severities } from '../model/severity.ts';
import { unitPath } from '../model/unit.ts';

/** What a run is summarised from. */
export interface RunResults {
  readonly version: string;
  readonly organisation: string;
  /** Hash of the standard. */
  readonly standard: string;
  readonly collectedAt: string;
  readonly findings: readonly Finding[];
  readonly coverage: readonly CoverageRow[];
  readonly tallies: readonly Tally[];
}

/** A run in figures. `failed` counts faults that stand: neither resolved nor excepted. */
export function summarise(run: RunResults): Summary {
  const faults = run.findings.filter((finding) => finding.status === 'fail');
  const standing = faults.filter(({ state }) => state !== 'resolved' && state !== 'excepted');
  const unknown = run.findings.length - faults.length;
  return {
    schema: 'tenken.summary/1',
    version: run.version,
    organisation: run.organisation,
    collectedAt: run.collectedAt,
    standard: run.standard,
    complete: unknown === 0 && !run.coverage.some(isGap),
    units: countUnits(run.coverage),
    failed: count(
      severities,
      standing.map(({ severity }) => severity),
    ),
    unknown,
    states: count(
      findingStates,
      faults.map(({ state }) => state),
    ),
    tallies: run.tallies,
  };
}

/** What could not be read of an organization only limits what verdicts say, and these say so themselves. */
function isGap({ status, unit, operation }: CoverageRow): boolean {
  return status === 'failed' && !('organization' in unit) && !operation.startsWith('organizations:');
}

function count<Word extends string>(words: readonly Word[], found: readonly Word[]): Record<Word, number> {
  const counted = Object.fromEntries(words.map((word) => [word, 0])) as Record<Word, number>;
  for (const word of found) counted[word] += 1;
  return counted;
}

/** Units of which everything was read, something, or nothing. */
function countUnits(coverage: readonly CoverageRow[]): Summary['units'] {
  const units = Map.groupBy(
    coverage.filter(({ operation }) => operation !== '*'),
    ({ unit }) => unitPath(unit),
  );
  const kinds = [...units.values()].map((rows) => {
    if (rows.every(({ status }) => status !== 'failed')) return 'read';
    return rows.some(({ status }) => status === 'read') ? 'partial' : 'unread';
  });
  return count(['read', 'partial', 'unread'], kinds);
}
