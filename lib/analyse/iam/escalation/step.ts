import type { Need } from '../policy/truth.ts';
import type { Permitted } from './ask.ts';

/** One step of a chain: who does what to whom, and what allows it. */
export interface Step {
  /** The technique's id: pathfinding.cloud's where it has one, else `x-…`. */
  readonly technique: string;
  /** What this step does, where the technique is known as two steps together. */
  readonly done?: string;
  /** ARN of who acts. */
  readonly actor: string;
  /** ARN of the user, role, group, policy or resource that it is done to. */
  readonly target: string;
  readonly calls: readonly Permitted[];
  /** What must hold beside what the calls need. */
  readonly needs: readonly Need[];
}

/** Everything that must hold for a step. */
export function needsOfStep({ calls, needs }: Step): readonly Need[] {
  return [...new Set([...needs, ...calls.flatMap((call) => call.needs)])];
}
