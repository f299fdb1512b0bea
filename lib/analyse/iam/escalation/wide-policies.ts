import type { CompiledPolicy } from '../policy/compiled-policy.ts';
import type { World } from './world.ts';

/** ARNs of managed policies that allow everything: AWS's own first, which always exists. */
export function widePolicies({ managed, everything }: World): readonly string[] {
  const own = [...managed.values()].filter(({ arn, policy }) => arn !== everything.id && policy && allowsAll(policy));
  return [everything.id, ...own.map(({ arn }) => arn)];
}

/** Whether a policy by itself allows every action on every resource, always. */
export function allowsAll({ statements, denies }: CompiledPolicy): boolean {
  return (
    !denies &&
    statements.some(
      ({ actions, resources, notResource, conditions, malformed }) =>
        !actions.negated &&
        actions.patterns.some((pattern) => /^\*+(:\*+)?$/.test(pattern)) &&
        !notResource &&
        resources.some(({ text }) => /^\*+$/.test(text)) &&
        conditions.length === 0 &&
        malformed === undefined,
    )
  );
}
