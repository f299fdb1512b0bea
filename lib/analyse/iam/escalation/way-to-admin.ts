import type { Need } from '../policy/truth.ts';
import type { Step } from './step.ts';

/** A chain to full access. */
export interface WayToAdmin {
  readonly steps: readonly Step[];
  readonly needs: readonly Need[];
}
