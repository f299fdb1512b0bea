import { evaluateTenant, type Evaluation } from '../../evaluate/evaluate.ts';
import { judgesUnitsOf, type Check } from '../../model/check.ts';
import { snapshotSchema } from '../../model/snapshot.ts';
import type { Standard } from '../../model/standard.ts';
import { isAwsUnit, type Unit } from '../../model/unit.ts';
import { neededOperations } from '../needed-operations.ts';
import type { MapFailure } from './map-failures.ts';

/** The failure of an account for which neither a result nor a reason was left behind. */
export const noResult: MapFailure = { code: 'NoResult', message: 'the scan step left no result' };

/**
 * The evaluation of an account (its global unit) or tenant whose scan step left no result: every operation that the
 * checks of its provider rest on failed with the step's own failure, so each of them is unknown. What was not scanned is
 * a finding, never a pass.
 */
export function evaluateUnscanned(
  unit: Unit,
  failure: MapFailure,
  { plannedAt, checks, standard }: { plannedAt: string; checks: readonly Check[]; standard: Standard },
): Evaluation {
  const own = neededOperations(
    checks.filter((check) => judgesUnitsOf(check, unit.provider)),
    unit.provider,
  );
  const operations = isAwsUnit(unit) ? own.union(new Set(['ec2:DescribeRegions'])) : own;
  const snapshot = {
    schema: snapshotSchema,
    unit,
    collectedAt: plannedAt,
    responses: {},
    errors: [...operations].map((operation) => ({ operation, ...failure })),
  } as const;
  return evaluateTenant({ snapshots: [snapshot], checks, standard });
}
