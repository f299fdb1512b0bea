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
import type { AwsOperation } from './operation.ts';

/** One operation's contribution to a snapshot. */
type Contribution =
  | { readonly kind: 'response'; readonly response: object }
  | { readonly kind: 'keyed'; readonly answers: readonly KeyedResponse[]; readonly errors: readonly CollectError[] }
  | { readonly kind: 'error'; readonly error: CollectError }
  | { readonly kind: 'skipped'; readonly reason: SkipReason };

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
    const sourceId = operation.each?.of ?? operation.onlyIf?.of;
    const source = operations.find((each) => each.id === sourceId);
    if (!source) return contribution(await callOperation(operation, place, context));
    return callAfter(operation, await start(source), place, context);
  };
  await Promise.all(operations.map(async (operation) => void collected.set(operation.id, await start(operation))));
}

/** Calls an operation that depends on another's answer. */
async function callAfter(
  operation: AwsOperation,
  source: Contribution,
  place: CallPlace,
  context: CollectContext,
): Promise<Contribution> {
  if (source.kind === 'error') return { kind: 'error', error: because(operation, source.error) };
  if (source.kind === 'skipped') return source;
  const outputs = source.kind === 'keyed' ? source.answers.map((answer) => answer.output as object) : [source.response];
  if (operation.onlyIf) {
    if (!outputs.some((output) => operation.onlyIf?.holds(output))) return { kind: 'skipped', reason: 'not-needed' };
    return contribution(await callOperation(operation, place, context));
  }
  const inputs = outputs.flatMap((output) => operation.each?.inputs(output) ?? []);
  const outcomes = await Promise.all(
    inputs.map(async (input) => ({ input, outcome: await callOperation(operation, place, context, input) })),
  );
  const answers = outcomes.flatMap(({ input, outcome }) =>
    'output' in outcome ? [{ input, output: outcome.output }] : [],
  );
  const errors = outcomes.flatMap(({ outcome }) => ('error' in outcome ? [outcome.error] : []));
  const inherited = source.kind === 'keyed' ? source.errors.map((error) => because(operation, error)) : [];
  return { kind: 'keyed', answers, errors: [...errors, ...inherited] };
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
