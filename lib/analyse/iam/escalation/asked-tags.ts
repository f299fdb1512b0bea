import type { CompiledPolicy } from '../policy/compiled-policy.ts';
import { variableKeys } from '../policy/policy-variable.ts';

/** The tags of the caller that policies ask for, in lower case, and the values that they ask for. */
export function askedTags(policies: readonly CompiledPolicy[]): ReadonlyMap<string, ReadonlySet<string>> {
  const asked = new Map<string, Set<string>>();
  const add = (key: string, values: readonly string[] = []): void => {
    const name = /^aws:principaltag\/(.+)$/.exec(key)?.[1];
    if (name === undefined) return;
    const known = asked.get(name) ?? new Set();
    asked.set(name, known);
    for (const value of values) known.add(value);
  };
  for (const { conditions, resources } of policies.flatMap(({ statements }) => statements)) {
    for (const { key, values } of conditions) {
      add(key, values);
      for (const each of values.flatMap(variableKeys)) add(each);
    }
    for (const { text, variables } of resources) if (variables) for (const each of variableKeys(text)) add(each);
  }
  return asked;
}
