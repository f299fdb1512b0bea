import type { Need } from '../policy/truth.ts';
import type { Permitted } from './ask.ts';
import type { Identity } from './identity.ts';

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

/** A step by one of the techniques. */
export function stepBy(
  technique: string,
  { arn: actor }: Identity,
  target: string,
  calls: readonly Permitted[],
  needs: readonly Need[] = [],
): Step {
  return { technique, actor, target, calls, needs };
}

/** Everything that must hold for a step. */
export function needsOfStep({ calls, needs }: Step): readonly Need[] {
  if (needs.length === 0 && calls.every((call) => call.needs.length === 0)) return needs;
  return [...new Set([...needs, ...calls.flatMap((call) => call.needs)])];
}
