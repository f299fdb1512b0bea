import type { Condition } from './compile-condition.ts';
import type { CompiledStatement } from './compiled-policy.ts';
import type { SettledKeys } from './evaluate-condition.ts';
import { resolveVariables, variableKeys } from './policy-variable.ts';
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
      ? literalsOf(key, statements, states).map((value): KeyOption => ({
          values: [value],
          needs: state.freeNeeds ?? [],
        }))
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

/**
 * Values worth trying for a key: what conditions name, on either side of a limit, something that none names, and what
 * the keys hold that are compared with it by a variable.
 */
function literalsOf(key: string, statements: readonly CompiledStatement[], states: KeyStates): readonly string[] {
  const fixed = (name: string): readonly string[] => {
    const state = states(name);
    return 'values' in state ? state.values : [];
  };
  const values = new Set<string>(['tenken']);
  for (const { conditions } of statements) {
    for (const condition of conditions) {
      if (condition.operator === 'Null') continue;
      if (condition.key === key) for (const each of condition.values.flatMap(named(condition, fixed))) values.add(each);
      // Who chooses the tag that `${aws:PrincipalTag/team}` stands for chooses what it is compared with.
      else if (condition.variables && condition.values.some((value) => variableKeys(value).includes(key)))
        for (const each of fixed(condition.key)) values.add(each);
    }
  }
  return [...values].slice(0, 64);
}

/** What a condition's value asks of its key, with the request's own values in place of variables. */
const named =
  ({ operator, variables }: Condition, fixed: (key: string) => readonly string[]) =>
  (value: string): readonly string[] => {
    const wanted = variables ? resolveVariables(value, (key) => fixed(key)[0]) : value;
    return nearby(wanted ?? value, operator);
  };

function nearby(value: string, operator: string): readonly string[] {
  if (operator === 'Bool') return ['true', 'false'];
  if (operator.startsWith('Numeric')) return [-1, 0, 1].map((step) => String(Number(value) + step));
  return [value.replaceAll('*', 'x').replaceAll('?', 'x')];
}
