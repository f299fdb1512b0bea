import { missingAccess } from '../model/missing-access.ts';
import { enabledRegions } from '../interpret/aws/enabled-regions.ts';
import { judgesUnitsOf, type Check } from '../model/check.ts';
import type { CoverageRow } from '../model/results.ts';
import { overBudget, type CollectError, type Snapshot } from '../model/snapshot.ts';
import { globalRegion, isAwsUnit } from '../model/unit.ts';
import { partSources } from './part-sources.ts';

/** Every unit × operation of a tenant: read, failed and why, skipped and why; and the enabled regions without a unit. */
export function coverage(snapshots: readonly Snapshot[], checks: readonly Check[]): readonly CoverageRow[] {
  const [first] = snapshots;
  const readers = readersOf(checks.filter((check) => first && judgesUnitsOf(check, first.unit.provider)));
  const rows = snapshots.flatMap((snapshot) => rowsOf(snapshot, readers));
  return [...rows, ...regionsWithoutUnit(snapshots)];
}

/** Which checks rest on an operation. */
function readersOf(checks: readonly Check[]): ReadonlyMap<string, readonly string[]> {
  const pairs = checks.flatMap((check) =>
    check.reads.flatMap((name) => partSources(name).required.map((operation) => ({ operation, check: check.id }))),
  );
  const grouped = Map.groupBy(pairs, ({ operation }) => operation);
  return new Map(
    [...grouped].map(([operation, each]) => [operation, [...new Set(each.map(({ check }) => check))].toSorted()]),
  );
}

function rowsOf(snapshot: Snapshot, readers: ReadonlyMap<string, readonly string[]>): CoverageRow[] {
  const { unit, responses, errors, skipped = [] } = snapshot;
  const isLeft = ({ code }: CollectError): boolean => code === overBudget;
  const failed = Map.groupBy(
    errors.filter((error) => !isLeft(error)),
    ({ operation }) => operation,
  );
  const left = Map.groupBy(errors.filter(isLeft), ({ operation }) => operation);
  const read = Object.keys(responses).filter((operation) => !failed.has(operation) && !left.has(operation));
  const rows: CoverageRow[] = [
    ...read.map((operation): CoverageRow => ({ unit, operation, status: 'read' })),
    ...skipped.map(({ operation, reason }): CoverageRow => ({ unit, operation, status: 'skipped', reason })),
    ...[...left].map(([operation, each]) => leftRow(unit, operation, each)),
    ...[...failed.values()].flatMap(([first]) => (first ? [failedRow(snapshot, first, readers)] : [])),
  ];
  return rows.toSorted((a, b) => (a.operation === b.operation ? 0 : a.operation < b.operation ? -1 : 1));
}

/** How many inputs of an operation were left for want of budget, beside what may have failed of the others. */
function leftRow(unit: Snapshot['unit'], operation: string, errors: readonly CollectError[]): CoverageRow {
  const left = errors.length;
  const message = `${left} were not asked about: ${errors[0]?.message ?? ''}`;
  return { unit, operation, status: 'skipped', reason: 'over-budget', message, left };
}

function failedRow(
  { unit }: Snapshot,
  error: CollectError,
  readers: ReadonlyMap<string, readonly string[]>,
): CoverageRow {
  const entered = error.operation !== 'sts:AssumeRole';
  const checks = entered ? (readers.get(error.operation) ?? []) : [...new Set([...readers.values()].flat())].toSorted();
  return {
    unit,
    operation: error.operation,
    status: 'failed',
    reason: error.code,
    message: error.message,
    ...missingAccess(error),
    ...(checks.length > 0 && { checks }),
  };
}

/** Regions that the account has enabled and that nobody looked at. */
function regionsWithoutUnit(snapshots: readonly Snapshot[]): CoverageRow[] {
  const global = snapshots.find(({ unit }) => isAwsUnit(unit) && unit.region === globalRegion);
  if (!global || !isAwsUnit(global.unit)) return [];
  const { account } = global.unit;
  const seen = new Set(snapshots.flatMap(({ unit }) => (isAwsUnit(unit) ? [unit.region] : [])));
  const missing = (enabledRegions(global.responses['ec2:DescribeRegions']) ?? []).filter((region) => !seen.has(region));
  return missing.map((region) => ({
    unit: { provider: 'aws', account, region },
    operation: '*',
    status: 'skipped',
    reason: 'not-in-snapshot',
  }));
}
