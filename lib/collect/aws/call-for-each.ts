import { isDenied } from '../../model/aws/permission.ts';
import { overBudget, type CollectError, type KeyedResponse } from '../../model/snapshot.ts';
import { callOperation, type CallPlace, type Outcome } from './call-operation.ts';
import type { CollectContext } from './collect-context.ts';
import type { AwsOperation, ResourceInput } from './operation.ts';

/** A {@link KeyedResponse} whose output was just read. */
export interface KeyedAnswer extends KeyedResponse {
  readonly input: ResourceInput;
  readonly output: object;
}

/** What was read of each input and what was not; or why the operation as a whole was not read. */
export type Told =
  | { readonly answers: readonly KeyedAnswer[]; readonly errors: readonly CollectError[] }
  | { readonly error: CollectError };

/** Calls an operation once for each input, at once, as far as its `each` lets it. */
export async function callForEach(
  operation: AwsOperation,
  inputs: readonly ResourceInput[],
  place: CallPlace,
  context: CollectContext,
): Promise<Told> {
  const { atMost, refusedAlike } = operation.each ?? {};
  const asked = inputs.slice(0, atMost);
  const call = async (input: ResourceInput): Promise<Asked> => ({
    input,
    outcome: await callOperation(operation, place, context, input),
  });
  const alone = refusedAlike ? await Promise.all(asked.slice(0, 1).map(call)) : [];
  const refused = errorsIn(alone).find(({ code }) => isDenied(code));
  if (refused) return { error: { operation: refused.operation, code: refused.code, message: refused.message } };
  const first = [...alone, ...(await Promise.all(asked.slice(alone.length).map(call)))];
  const outcomes = [...first, ...(await furtherOnes(operation, first, call))];
  const answers = outcomes.flatMap(({ input, outcome }) =>
    'output' in outcome ? [{ input, output: outcome.output }] : [],
  );
  const left = inputs.slice(asked.length).map((input) => leftOut(operation, asked.length, input));
  return { answers, errors: [...errorsIn(outcomes), ...left] };
}

/** One input, and what came of it. */
interface Asked {
  readonly input: ResourceInput;
  readonly outcome: Outcome;
}

/** What answers lead to, level by level; nothing is asked twice, whatever an answer names. */
async function furtherOnes(
  { each }: AwsOperation,
  first: readonly Asked[],
  call: (input: ResourceInput) => Promise<Asked>,
): Promise<readonly Asked[]> {
  if (!each?.further) return [];
  const known = new Set(first.map(({ input }) => JSON.stringify(input)));
  const found: Asked[] = [];
  for (let level = first; level.length > 0;) {
    const named = level.flatMap(({ outcome }) => ('output' in outcome ? (each.further?.(outcome.output) ?? []) : []));
    const unknown = named.filter((input) => {
      const key = JSON.stringify(input);
      return known.has(key) ? false : known.add(key);
    });
    level = await Promise.all(unknown.map(call));
    found.push(...level);
  }
  return found;
}

function errorsIn(outcomes: readonly { readonly outcome: Outcome }[]): readonly CollectError[] {
  return outcomes.flatMap(({ outcome }) => ('error' in outcome ? [outcome.error] : []));
}

function leftOut({ id }: AwsOperation, asked: number, input: ResourceInput): CollectError {
  const message = `one scan asks about ${asked} only, and others came first`;
  return { operation: id, code: overBudget, message, input };
}
