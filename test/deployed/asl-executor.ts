import { evaluate, type States } from './asl-jsonata.ts';
import { runMap } from './asl-map.ts';
import type { Choice, Flow, Machine, Task } from './asl-schema.ts';
import { StatesError } from './states-error.ts';
import type { Surroundings } from './surroundings.ts';

/** The execution's own facts, as `$states.context.Execution` has them. */
export interface Execution {
  readonly Name: string;
  readonly StartTime: string;
}

/** The most bytes that may travel from state to state ("Quotas related to state executions", Step Functions). */
const stateLimit = 262_144;

/** Runs a whole machine and returns its output. Throws StatesError where an execution would fail. */
export async function execute(
  machine: Machine,
  input: unknown,
  execution: Execution,
  surroundings: Surroundings,
): Promise<unknown> {
  return runFlow(machine, input, { Execution: { ...execution, Input: input } }, surroundings);
}

/** Runs states from `StartAt` until one ends: a machine, or one child of a map. */
async function runFlow(flow: Flow, input: unknown, context: unknown, surroundings: Surroundings): Promise<unknown> {
  let name: string | undefined = flow.StartAt;
  let current = input;
  while (name !== undefined) {
    const state: Flow['States'][string] | undefined = flow.States[name];
    if (!state) throw new StatesError('States.Runtime', `there is no state ${name}`);
    const states: States = { input: current, context };
    if (state.Type === 'Choice') {
      name = await choose(state, states);
      continue;
    }
    const result =
      state.Type === 'Task'
        ? await runTask(state, states, surroundings)
        : await runMap(state, states, surroundings, (item) =>
            runFlow(state.ItemProcessor, item, context, surroundings),
          );
    current = within(state.Output === undefined ? result : await evaluate(state.Output, { ...states, result }), name);
    if (state.End !== true && state.Next === undefined) throw new StatesError('States.Runtime', `${name} goes nowhere`);
    name = state.End === true ? undefined : state.Next;
  }
  return current;
}

/** The first branch whose condition holds, else the default. */
async function choose({ Choices, Default }: Choice, states: States): Promise<string> {
  for (const { Condition, Next } of Choices) if ((await evaluate(Condition, states)) === true) return Next;
  return Default;
}

async function runTask(state: Task, states: States, surroundings: Surroundings): Promise<unknown> {
  const attempts = new Map<object, number>();
  for (;;) {
    try {
      return await invoke(state, states, surroundings);
    } catch (error) {
      if (!(error instanceof StatesError)) throw error;
      const retrier = state.Retry.find((each) => error.isNamedBy(each.ErrorEquals));
      const used = retrier ? (attempts.get(retrier) ?? 0) : 0;
      if (!retrier || used >= retrier.MaxAttempts) throw error;
      attempts.set(retrier, used + 1);
      const wait = retrier.IntervalSeconds * retrier.BackoffRate ** used;
      surroundings.onRetry?.(error.error, Math.min(wait, retrier.MaxDelaySeconds ?? wait));
    }
  }
}

async function invoke(state: Task, states: States, surroundings: Surroundings): Promise<unknown> {
  const payload = within(await evaluate(state.Arguments.Payload, states), 'Payload');
  try {
    const answer = await surroundings.invoke(state.Arguments.FunctionName, payload);
    return { StatusCode: 200, Payload: answer === undefined ? null : JSON.parse(JSON.stringify(answer)) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new StatesError(error.name, JSON.stringify({ errorType: error.name, errorMessage: error.message }));
  }
}

function within(value: unknown, where: string): unknown {
  const bytes = Buffer.byteLength(JSON.stringify(value) ?? '');
  if (bytes > stateLimit) throw new StatesError('States.DataLimitExceeded', `${where}: ${bytes} bytes`);
  return value;
}
