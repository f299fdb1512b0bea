import type { HeldActions } from '../../model/aws/held-actions.ts';
import type { TrustedServices } from '../../model/aws/trusted-services.ts';
import {
  snapshotSchema,
  type CollectError,
  type Skipped,
  type SkipReason,
  type Snapshot,
} from '../../model/snapshot.ts';
import type { Unit } from '../../model/unit.ts';
import { notAsked } from '../not-asked.ts';
import { callForEach, type KeyedAnswer } from './call-for-each.ts';
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

/** What is called in a unit. */
export interface UnitPlan {
  readonly operations: readonly AwsOperation[];
  /**
   * Called first and alone: if its endpoint is not reached, the rest is not called; if `skipOthers` says so of its
   * output, only what needs no network, and what somebody's permissions make necessary.
   */
  readonly probe?: { readonly operation: AwsOperation; skipOthers(output: object): boolean };
  /** Operations that nobody asked for: recorded as skipped. */
  readonly notSelected: readonly AwsOperation[];
  /** Outcomes, by operation, that belong to this unit, and that others wait for as well. */
  readonly called?: ReadonlyMap<string, Promise<Outcome>>;
  /** What decides on operations with `neededBy`; without it they are called. Nothing else waits for it. */
  readonly held?: Promise<Held>;
}

/** What the policies of the account allow, and whom its roles trust; or why nobody knows. */
export type Held =
  { readonly actions: HeldActions; readonly trusted: TrustedServices } | { readonly unread: CollectError };

/** What becomes of an operation that is not to be called; undefined for the others. */
type Verdict = (operation: AwsOperation) => Contribution | undefined;

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
  await callAll(plan, verdict, place, context, collected);
  for (const [id, outcome] of plan.called ?? []) collected.set(id, contribution(await outcome));
  return assemble(unit, collected, context.clock());
}

/** Calls the probe. Returns what it rules out, if it rules anything out. */
async function probe(
  { operation, skipOthers }: NonNullable<UnitPlan['probe']>,
  place: CallPlace,
  context: CollectContext,
  collected: Map<string, Contribution>,
): Promise<Verdict | undefined> {
  const outcome = await callOperation(operation, place, context);
  collected.set(operation.id, contribution(outcome));
  if ('error' in outcome) {
    const { code, message } = outcome.error;
    if (!isUnreachable(code)) return undefined;
    return ({ id }) => ({ kind: 'error', error: { operation: id, code, message } });
  }
  if (!skipOthers(outcome.output)) return undefined;
  // What depends on others is ruled out with all of them.
  return (each) =>
    each.neededBy || each.outsideNetworks || sourcesOf(each).length > 0
      ? undefined
      : { kind: 'skipped', reason: 'empty-region' };
}

async function callAll(
  { operations, held, called }: UnitPlan,
  verdict: Verdict | undefined,
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
    const shared = ids.flatMap((id) => called?.get(id) ?? []);
    const told = verdict?.(operation)
      ? []
      : [...(await Promise.all(sources.map(start))), ...(await Promise.all(shared)).map(contribution)];
    const ruledOut = verdict?.(operation) ?? allSkipped(told) ?? (await notNeeded(operation, held));
    if (ruledOut) return ruledOut;
    if (told.length > 0) return callAfter(operation, told, place, context);
    return contribution(await callOperation(operation, place, context));
  };
  await Promise.all(operations.map(async (operation) => void collected.set(operation.id, await start(operation))));
}

/** An operation whose sources were all skipped is skipped for their reason. */
function allSkipped(sources: readonly Contribution[]): Contribution | undefined {
  return sources.every(({ kind }) => kind === 'skipped') ? sources[0] : undefined;
}

/** What becomes of an operation that waits for what the policies allow, if it is not to be called. */
async function notNeeded(operation: AwsOperation, held: UnitPlan['held']): Promise<Contribution | undefined> {
  const { neededBy, carriesFor } = operation;
  if (!neededBy || !held) return undefined;
  const known = await held;
  if ('unread' in known) return { kind: 'error', error: notAsked(operation.id, known.unread) };
  const canCarry = carriesFor === undefined || known.trusted.include(carriesFor);
  const isHeld = canCarry && neededBy.some((action) => known.actions.include(action));
  return isHeld ? undefined : { kind: 'skipped', reason: 'not-needed' };
}

/** Calls an operation that depends on others' answers. */
async function callAfter(
  operation: AwsOperation,
  sources: readonly Contribution[],
  place: CallPlace,
  context: CollectContext,
): Promise<Contribution> {
  const answers = sources.flatMap(answersOf);
  const { onlyIf, each } = operation;
  const refused = sources.flatMap(errorsOf).map((error) => notAsked(operation.id, error));
  const [first] = refused;
  if (first && answers.length === 0) return { kind: 'error', error: first };
  const inherited = each?.oneIsEnough ? [] : refused;
  if (onlyIf) {
    if (!answers.some(({ output }) => onlyIf.holds(output))) return { kind: 'skipped', reason: 'not-needed' };
    return contribution(await callOperation(operation, place, context));
  }
  const inputs = distinct(answers.flatMap(({ input, output }) => each?.inputs(output, input, place) ?? []));
  const told = await callForEach(operation, inputs, place, context);
  if ('error' in told) return { kind: 'error', error: told.error };
  return { kind: 'keyed', answers: told.answers, errors: [...told.errors, ...inherited] };
}

function answersOf(source: Contribution): readonly KeyedAnswer[] {
  if (source.kind === 'keyed') return source.answers;
  return source.kind === 'response' ? [{ input: {}, output: source.response }] : [];
}

function errorsOf(source: Contribution): readonly CollectError[] {
  if (source.kind === 'keyed') return source.errors;
  return source.kind === 'error' ? [source.error] : [];
}

function distinct(inputs: readonly ResourceInput[]): readonly ResourceInput[] {
  return [...new Map(inputs.map((input) => [JSON.stringify(input), input])).values()];
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
