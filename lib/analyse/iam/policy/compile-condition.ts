import { conditionOperators, type OperatorName } from './condition-operators.ts';
import { hasVariables } from './policy-variable.ts';

/** One key of one operator of a statement's condition. All of a statement's conditions must hold. */
export interface Condition {
  readonly operator: OperatorName | 'Null';
  /** `ForAllValues` and `ForAnyValue`, for keys with several values. */
  readonly quantifier?: 'all' | 'any';
  readonly ifExists: boolean;
  /** Lower case: key names are case-insensitive. */
  readonly key: string;
  readonly values: readonly string[];
  readonly variables: boolean;
}

/** A statement's conditions, and what of them could not be understood. */
export interface CompiledConditions {
  readonly conditions: readonly Condition[];
  readonly malformed?: string;
}

/** Reads a `Condition` element ("IAM JSON policy elements: Condition"). Never throws. */
export function compileConditions(element: unknown, version: string | undefined): CompiledConditions {
  if (element === undefined) return { conditions: [] };
  if (!isRecord(element)) return { conditions: [], malformed: 'Condition' };
  const conditions: Condition[] = [];
  for (const [name, keys] of Object.entries(element)) {
    const operator = operatorOf(name);
    if (!operator || !isRecord(keys)) return { conditions, malformed: `Condition ${name}` };
    for (const [key, value] of Object.entries(keys)) {
      const listed: readonly unknown[] = Array.isArray(value) ? value : [value];
      if (!listed.every(isScalar)) return { conditions, malformed: `Condition ${name}` };
      const values = listed.map(String);
      const variables = version === '2012-10-17' && values.some(hasVariables);
      conditions.push({ ...operator, key: key.toLowerCase(), values, variables });
    }
  }
  return { conditions };
}

function operatorOf(name: string): Pick<Condition, 'operator' | 'quantifier' | 'ifExists'> | undefined {
  const parts = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/i.exec(name);
  const word = parts?.[2]?.toLowerCase();
  const operator = word === 'null' ? 'Null' : operatorsByName.get(word ?? '');
  if (!parts || !operator) return undefined;
  const quantifier = parts[1]?.toLowerCase() === 'forallvalues' ? 'all' : 'any';
  return { operator, ifExists: parts[3] !== undefined, ...(parts[1] && { quantifier }) };
}

const operatorsByName = new Map(
  Object.keys(conditionOperators).map((name) => [name.toLowerCase(), name as OperatorName]),
);

/** JSON's `true` and `5` stand for the texts. */
function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
