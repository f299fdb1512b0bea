import { daysBetween } from '../days.ts';
import type { Thresholds } from '../standard.ts';

/** Something that can be used: when it was made, and when it was last used, if ever. */
export interface Usable {
  readonly made: Date;
  readonly lastUsed?: Date | undefined;
}

/** Whether it was unused for longer than `staleDays`. What was never used counts from when it was made. */
export function isStale({ made, lastUsed }: Usable, thresholds: Thresholds, asOf: Date): boolean {
  return daysBetween(lastUsed ?? made, asOf) > thresholds.staleDays && !isInGrace(made, thresholds, asOf);
}

/** Whether it was made so recently that nobody may be expected to have used it. */
export function isInGrace(made: Date, thresholds: Thresholds, asOf: Date): boolean {
  return daysBetween(made, asOf) < thresholds.graceDays;
}
