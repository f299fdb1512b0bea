import type { Snapshot } from '../../lib/model/snapshot.ts';
import { evaluateTenant, type Evaluation } from '../../lib/evaluate/evaluate.ts';
import { defaultStandard } from '../../lib/standard/schema.ts';
import type { Standard } from '../../lib/model/standard.ts';
import { checks } from '../../checks/index.ts';

/** One thing that a case expects, and what the product said. */
export interface Comparison {
  /** What is compared, within the case: a principal, a decision. */
  readonly about: string;
  readonly expected: string;
  readonly found: string;
  /** Why the product said so, or why the case says otherwise. */
  readonly reason: string;
}

/** How one file of cases is run: each case becomes snapshot units, and what the product says of them is compared. */
export interface CaseFile {
  /** The file's name. */
  readonly file: string;
  compare(example: unknown): readonly Comparison[];
}

/** The product's own path from snapshot units to findings and facts. */
export function evaluate(
  snapshots: readonly Snapshot[],
  organization?: Snapshot,
  standard: Partial<Standard> = {},
): Evaluation {
  return evaluateTenant({
    snapshots,
    checks,
    standard: { ...defaultStandard, ...standard },
    ...(organization && { organization }),
  });
}
