import type { CoverageRow } from '../../model/results.ts';
import { isAwsUnit } from '../../model/unit.ts';

/** What became of a region: all of it read, a part, nothing, deliberately not looked at, or left out because it is empty. */
export type RegionStatus = 'read' | 'partial' | 'unread' | 'skipped' | 'empty';

/** The status of each region of one account, `global` among them, by name. */
export function regionStatuses(coverage: readonly CoverageRow[]): Readonly<Record<string, RegionStatus>> {
  const byRegion = Map.groupBy(coverage, ({ unit }) => (isAwsUnit(unit) ? unit.region : ''));
  byRegion.delete('');
  return Object.fromEntries([...byRegion].map(([region, rows]) => [region, statusOf(rows)]));
}

function statusOf(rows: readonly CoverageRow[]): RegionStatus {
  const read = rows.some(({ status }) => status === 'read');
  if (rows.some(({ status }) => status === 'failed')) return read ? 'partial' : 'unread';
  if (rows.some(({ reason }) => reason === 'empty-region')) return 'empty';
  return read ? 'read' : 'skipped';
}
