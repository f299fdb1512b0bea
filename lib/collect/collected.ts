import { snapshotSchema, type CollectError, type Skipped, type Snapshot } from '../model/snapshot.ts';
import type { Unit } from '../model/unit.ts';

/** What was read of one subscription or tenant so far, and what was not. */
export interface Collected {
  readonly responses: Record<string, unknown>;
  readonly errors: CollectError[];
  readonly skipped: Skipped[];
}

/** The rows of a list that was read; none of anything else. */
export function rowsIn(answer: unknown): readonly Readonly<Record<string, unknown>>[] {
  const value = typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : undefined;
  return Array.isArray(value) ? (value as readonly Record<string, unknown>[]) : [];
}

/** The unit, in an order that does not change from scan to scan. */
export function toSnapshot(unit: Unit, { responses, errors, skipped }: Collected, now: Date): Snapshot {
  const key = ({ operation, input }: CollectError): string => `${operation} ${JSON.stringify(input?.['id'] ?? '')}`;
  return {
    schema: snapshotSchema,
    unit,
    collectedAt: now.toISOString(),
    responses: Object.fromEntries(Object.entries(responses).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    errors: errors.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)),
    skipped: skipped.toSorted((a, b) => (a.operation < b.operation ? -1 : 1)),
  };
}
