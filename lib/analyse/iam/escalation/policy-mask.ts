import { techniqueActions } from '../catalogue/technique-actions.ts';
import type { CompiledPolicy } from '../policy/compiled-policy.ts';

/** The technique actions that some Allow of the policy names, one bit each. */
export function policyMask({ statements }: CompiledPolicy): bigint {
  let mask = 0n;
  const allowing = statements.filter(({ effect }) => effect === 'Allow');
  for (const [at, action] of techniqueActions.entries()) {
    if (allowing.some(({ actions, malformed }) => actions.has(action) || malformed === 'Action'))
      mask |= 1n << BigInt(at);
  }
  return mask;
}
