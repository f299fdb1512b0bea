import type { CompiledStatement } from './compiled-policy.ts';

/** Whether a statement denies its actions on every resource, always. */
export function deniesEverywhere(statement: CompiledStatement): boolean {
  const { effect, conditions, resources, notResource, malformed } = statement;
  if (effect !== 'Deny' || conditions.length > 0 || malformed !== undefined) return false;
  return !notResource && resources.some(({ text }) => text === '*');
}
