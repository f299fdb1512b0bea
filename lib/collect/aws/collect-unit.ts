import {
  snapshotSchema,
  type CollectError,
  type KeyedResponse,
  type Skipped,
  type SkipReason,
  type Snapshot,
} from '../../model/snapshot.ts';
import type { Unit } from '../../model/unit.ts';
import { callOperation, type CallPlace, type Outcome } from './call-operation.ts';
import type { CollectContext } from './collect-context.ts';
import { isUnreachable } from './collect-error.ts';
import { sourcesOf, type AwsOperation, type ResourceInput } from './operation.ts';

/** One operation's contribution to a snapshot. */
type Contribution =
  | { readonly kind: 'response'; readonly response: object }
  | { readonly kind: 'keyed'; readonly answers: readonly KeyedAnswer[]; readonly errors: readonly CollectError[] }
  | { readonly kind: 'error'; readonly error: CollectError }
  | { readonly kind: 'skipped'; readonly reason: SkipReason };

/** A {@link KeyedResponse} whose output was just read. */
interface KeyedAnswer extends KeyedResponse {
  readonly output: object;
}

/** What is called in a unit. */
export interface UnitPlan {
  readonly operations: readonly AwsOperation[];
  /** Called first and alone: if `skipOthers` says so of its output, or its endpoint is not reached, the rest is not called. */
  readonly probe?: { readonly operation: AwsOperation; skipOthers(output: object): boolean };
  /** Operations that nobody asked for: recorded as skipped. */
  readonly notSelected: readonly AwsOperation[];
}

/** Calls everything the plan names, as concurrently as it can be, and returns the unit's snapshot. */
export async function collectUnit(
  unit: Unit,
  plan: UnitPlan,
  place: CallPlace,
  context: CollectContext,
): Promise<Snapshot> {
  const collected = new Map<string, Contribution>();
  for (const operation of plan.notSelected) collected.set(operation.id, { kind: 'skipped', reason: 'not-selected' });
  const verdict = plan.probe && (await probe(plan.probe, place, context, collected));
  if (verdict) for (const { id } of plan.operations) collected.set(id, verdict(id));
  else await callAll(plan.operations, place, context, collected);
  return assemble(unit, collected, context.clock());
}

/** Calls the probe. Returns what becomes of the other operations if they are not to be called. */
async function probe(
  { operation, skipOthers }: NonNullable<UnitPlan['probe']>,
  place: CallPlace,
  context: CollectContext,
  collected: Map<string, Contribution>,
): Promise<((id: string) => Contribution) | undefined> {
  const outcome = await callOperation(operation, place, context);
  collected.set(operation.id, contribution(outcome));
  if ('error' in outcome) {
    const { code, message } = outcome.error;
    if (!isUnreachable(code)) return undefined;
    return (id) => ({ kind: 'error', error: { operation: id, code, message } });
  }
  return skipOthers(outcome.output) ? () => ({ kind: 'skipped', reason: 'empty-region' }) : undefined;
}

async function callAll(
  operations: readonly AwsOperation[],
  place: CallPlace,
  context: CollectContext,
  collected: Map<string, Contribution>,
): Promise<void> {
  const started = new Map<string, Promise<Contribution>>();
  const start = (operation: AwsOperation): Promise<Contribution> => {
    const running = started.get(operation.id) ?? call(operation);
    started.set(operation.id, running);
    return running;
  };
  const call = async (operation: AwsOperation): Promise<Contribution> => {
    const ids = sourcesOf(operation);
    const sources = operations.filter((each) => ids.includes(each.id));
    if (sources.length === 0) return contribution(await callOperation(operation, place, context));
    return callAfter(operation, await Promise.all(sources.map(start)), place, context);
  };
  await Promise.all(operations.map(async (operation) => void collected.set(operation.id, await start(operation))));
}

/** Calls an operation that depends on others' answers. */
async function callAfter(
  operation: AwsOperation,
  sources: readonly Contribution[],
  place: CallPlace,
  context: CollectContext,
): Promise<Contribution> {
  const outputs = sources.flatMap(outputsOf);
  const inherited = sources.flatMap(errorsOf).map((error) => because(operation, error));
  const [first] = inherited;
  if (first && outputs.length === 0) return { kind: 'error', error: first };
  const { onlyIf, each } = operation;
  if (onlyIf) {
    if (!outputs.some((output) => onlyIf.holds(output))) return { kind: 'skipped', reason: 'not-needed' };
    return contribution(await callOperation(operation, place, context));
  }
  const inputs = distinct(outputs.flatMap((output) => each?.inputs(output) ?? []));
  const outcomes = await Promise.all(
    inputs.map(async (input) => ({ input, outcome: await callOperation(operation, place, context, input) })),
  );
  const answers = outcomes.flatMap(({ input, outcome }) =>
    'output' in outcome ? [{ input, output: outcome.output }] : [],
  );
  const errors = outcomes.flatMap(({ outcome }) => ('error' in outcome ? [outcome.error] : []));
  return { kind: 'keyed', answers, errors: [...errors, ...inherited] };
}

function outputsOf(source: Contribution): readonly object[] {
  if (source.kind === 'keyed') return source.answers.map(({ output }) => output);
  return source.kind === 'response' ? [source.response] : [];
}

function errorsOf(source: Contribution): readonly CollectError[] {
  if (source.kind === 'keyed') return source.errors;
  return source.kind === 'error' ? [source.error] : [];
}

function distinct(inputs: readonly ResourceInput[]): readonly ResourceInput[] {
  return [...new Map(inputs.map((input) => [JSON.stringify(input), input])).values()];
}

function because({ id }: AwsOperation, error: CollectError): CollectError {
  return { ...error, operation: id, message: `${error.operation} could not be read: ${error.message}` };
}

function contribution(outcome: Outcome): Contribution {
  return 'error' in outcome ? { kind: 'error', error: outcome.error } : { kind: 'response', response: outcome.output };
}

function assemble(unit: Unit, collected: ReadonlyMap<string, Contribution>, now: Date): Snapshot {
  const responses: Record<string, unknown> = {};
  const errors: CollectError[] = [];
  const skipped: Skipped[] = [];
  for (const [operation, each] of [...collected].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (each.kind === 'response') responses[operation] = each.response;
    else if (each.kind === 'error') errors.push(each.error);
    else if (each.kind === 'skipped') skipped.push({ operation, reason: each.reason });
    else {
      responses[operation] = each.answers;
      errors.push(...each.errors);
    }
  }
  return { schema: snapshotSchema, unit, collectedAt: now.toISOString(), responses, errors, skipped };
}
