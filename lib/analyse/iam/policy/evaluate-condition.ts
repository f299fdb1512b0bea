import type { Condition } from './compile-condition.ts';
import { conditionOperators } from './condition-operators.ts';
import { resolveVariables } from './policy-variable.ts';
import type { KeyState } from './request.ts';
import type { Truth } from './truth.ts';

/** The request's keys once everything that the caller may choose is chosen. */
export type SettledKeys = (key: string) => Exclude<KeyState, { readonly options: unknown }>;

/** Whether one condition holds. */
export function evaluateCondition(condition: Condition, keys: SettledKeys): Truth {
  const state = keys(condition.key);
  if ('unknown' in state) return fromAnywhere(condition) ?? [state.unknown];
  const { values } = state;
  if (condition.operator === 'Null') {
    return condition.values.some((wanted) => (wanted.toLowerCase() === 'true') === (values.length === 0));
  }
  const operator = conditionOperators[condition.operator];
  if (values.length === 0) {
    if (condition.ifExists || condition.quantifier === 'all') return true;
    return condition.quantifier === undefined && operator.negated;
  }
  const wanted = condition.variables ? resolved(condition.values, keys) : condition.values;
  const matchesOne = (found: string): boolean =>
    wanted.some((each) => operator.matches(each, found)) !== operator.negated;
  return condition.quantifier === 'all' ? values.every(matchesOne) : values.some(matchesOne);
}

/** A condition on addresses that names all of them says nothing; undefined for any other. */
function fromAnywhere({ operator, values }: Condition): boolean | undefined {
  if (operator !== 'IpAddress' && operator !== 'NotIpAddress') return undefined;
  return values.includes('0.0.0.0/0') ? operator === 'IpAddress' : undefined;
}

function resolved(values: readonly string[], keys: SettledKeys): string[] {
  return values.flatMap((value) => resolveVariables(value, (key) => valueOf(key, keys)) ?? []);
}

/** The value that a policy variable takes. A key with several values, or one nobody knows, has none. */
export function valueOf(key: string, keys: SettledKeys): string | undefined {
  const state = keys(key);
  return 'values' in state && state.values.length === 1 ? state.values[0] : undefined;
}
