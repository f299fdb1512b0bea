import type { ResourcePolicy } from '../../../model/aws/resource-policy.ts';
import type { CompiledStatement } from '../policy/compiled-policy.ts';
import { decide, policyLayer, type Layer } from '../policy/decide.ts';
import type { KeyStates } from '../policy/request.ts';
import type { Need } from '../policy/truth.ts';
import type { Called } from './caller-keys.ts';
import { actionsOf, needsOfAction, resourcesFor } from './policy-scope.ts';

/** Whether somebody is let in by one Allow statement. */
export interface Asked {
  readonly resource: ResourcePolicy;
  readonly called: Called;
  readonly resourceControl: readonly Layer[];
  readonly statement: CompiledStatement;
  /** What condition keys are when he calls. */
  readonly keys: KeyStates;
  /** Whether a Deny of the resource's policy is about him. */
  denies(statement: CompiledStatement): boolean;
}

/**
 * What it needs to be let in by the statement, against every Deny: the least over all actions that it allows and the
 * resources that these may be called upon. Undefined where nobody is let in at all.
 */
export function tryStatement(asked: Asked): readonly Need[] | undefined {
  const { resource, called, resourceControl, statement, keys } = asked;
  const concerns = (each: CompiledStatement): boolean =>
    each.effect === 'Allow' ? each === statement : asked.denies(each);
  const layers = [policyLayer('trust', [called.policy], { concerns }), ...resourceControl];
  let least: readonly Need[] | undefined;
  for (const action of actionsOf(resource.kind)) {
    if (!statement.actions.has(action) && statement.malformed !== 'Action') continue;
    for (const each of resourcesFor(action, resource, statement)) {
      const decision = decide(layers, { action, resource: each, keys });
      if (decision.outcome === 'denied') continue;
      const needs = [...needsOfAction(action), ...(decision.outcome === 'allowed' ? [] : decision.needs)];
      if (needs.length === 0) return needs;
      if (!least || needs.length < least.length) least = needs;
    }
  }
  return least;
}
