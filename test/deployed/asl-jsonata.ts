import jsonata from 'jsonata';
import { StatesError } from './states-error.ts';

/** What `$states` holds while a field is evaluated ("Transforming data with JSONata", Step Functions Developer Guide). */
export interface States {
  readonly input: unknown;
  readonly context: unknown;
  readonly result?: unknown;
}

/** Evaluates every `{% … %}` in a field, as deep as it goes. An expression that gives nothing is an error, as in AWS. */
export async function evaluate(field: unknown, states: States): Promise<unknown> {
  if (typeof field === 'string') return evaluateText(field, states);
  if (Array.isArray(field)) return Promise.all(field.map((each) => evaluate(each, states)));
  if (typeof field !== 'object' || field === null) return field;
  const entries = Object.entries(field).map(async ([name, each]) => [name, await evaluate(each, states)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

async function evaluateText(text: string, states: States): Promise<unknown> {
  const expression = /^\{%([\s\S]*)%\}$/.exec(text)?.[1];
  if (expression === undefined) return text;
  const value: unknown = await jsonata(expression)
    .evaluate(undefined, { states })
    .catch((error: unknown) => {
      throw new StatesError('States.QueryEvaluationError', `${text}: ${String(error)}`);
    });
  if (value === undefined) throw new StatesError('States.QueryEvaluationError', `${text} gave nothing`);
  return structuredClone(value);
}
