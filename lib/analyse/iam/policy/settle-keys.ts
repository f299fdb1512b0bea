import type { CompiledStatement } from './compiled-policy.ts';
import type { SettledKeys } from './evaluate-condition.ts';
import { variableKeys } from './policy-variable.ts';
import type { KeyOption, KeyStates } from './request.ts';
import type { Need } from './truth.ts';

/** One choice of everything that a caller may choose. */
export interface Settled {
  readonly keys: SettledKeys;
  readonly needs: readonly Need[];
}

/** Combinations tried at most: policies with more free keys than this are rarer than the time they would cost. */
const mostCombinations = 256;

/**
 * Every choice that could matter to these statements, those that need nothing first. Values to choose from are those
 * that the statements themselves ask about, one that none of them names, and the key left out.
 */
export function* settleKeys(statements: readonly CompiledStatement[], states: KeyStates): Generator<Settled> {
  const choices = [...keysOf(statements)].flatMap((key) => {
    const state = states(key);
    if (!('options' in state)) return [];
    const free = state.free
      ? literalsOf(key, statements).map((value): KeyOption => ({ values: [value], needs: state.freeNeeds ?? [] }))
      : [];
    return [{ key, options: [...state.options, ...free] }];
  });
  if (choices.length === 0) {
    yield { keys: withChoices(states, new Map()), needs: [] };
    return;
  }
  const combinations = combine(choices).toSorted((a, b) => a.needs.length - b.needs.length);
  for (const { chosen, needs } of combinations) yield { keys: withChoices(states, chosen), needs };
}

interface Combination {
  readonly chosen: ReadonlyMap<string, readonly string[]>;
  readonly needs: readonly Need[];
}

function combine(choices: readonly { readonly key: string; readonly options: readonly KeyOption[] }[]): Combination[] {
  let all: Combination[] = [{ chosen: new Map(), needs: [] }];
  for (const { key, options } of choices) {
    all = all
      .flatMap(({ chosen, needs }) =>
        options.map((option) => ({
          chosen: new Map([...chosen, [key, option.values]]),
          needs: [...new Set([...needs, ...(option.needs ?? [])])],
        })),
      )
      .slice(0, mostCombinations);
  }
  return all;
}

function withChoices(states: KeyStates, chosen: ReadonlyMap<string, readonly string[]>): SettledKeys {
  return (key) => {
    const values = chosen.get(key);
    if (values) return { values };
    const state = states(key);
    return 'options' in state ? { values: state.options[0]?.values ?? [] } : state;
  };
}

/** The keys that statements ask about, in conditions and in variables. */
function keysOf(statements: readonly CompiledStatement[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { conditions, resources } of statements) {
    for (const { key, values, variables } of conditions) {
      keys.add(key);
      if (variables) for (const value of values) for (const each of variableKeys(value)) keys.add(each);
    }
    for (const { text, variables } of resources) if (variables) for (const each of variableKeys(text)) keys.add(each);
  }
  return keys;
}

/** Values worth trying for a key: what conditions name, on either side of a limit, and something that none names. */
function literalsOf(key: string, statements: readonly CompiledStatement[]): readonly string[] {
  const values = new Set<string>(['tenken']);
  for (const { conditions } of statements) {
    for (const condition of conditions) {
      if (condition.key !== key || condition.operator === 'Null') continue;
      for (const value of condition.values) for (const each of nearby(value, condition.operator)) values.add(each);
    }
  }
  return [...values].slice(0, 64);
}

function nearby(value: string, operator: string): readonly string[] {
  if (operator === 'Bool') return ['true', 'false'];
  if (operator.startsWith('Numeric')) return [-1, 0, 1].map((step) => String(Number(value) + step));
  return [value.replaceAll('*', 'x').replaceAll('?', 'x')];
}
