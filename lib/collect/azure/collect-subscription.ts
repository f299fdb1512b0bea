import type { CollectError, Snapshot } from '../../model/snapshot.ts';
import type { Arm } from './arm-client.ts';
import { ArmCallError, armError } from './arm-failure.ts';
import type { ArmOperation, EachOperation, HolderOperation, NameOperation } from './arm-operation.ts';
import type { ArmRow } from './arm-page.ts';
import { directoryOperations, type DirectoryOptions } from './collect-directory.ts';
import { collectEach } from './collect-each.ts';
import { collectNames } from './collect-names.ts';
import { collectPrincipals, namesPrincipals } from './collect-principals.ts';
import { toSnapshot, type Collected } from '../collected.ts';
import { armOperations } from './operations/index.ts';
import type { GraphAnswers } from './resource-graph.ts';
import { permissions, verifyGraph } from './verify-graph.ts';

const subscriptions = 'Microsoft.Resources/subscriptions';

/** What a subscription is collected with. */
export interface CollectSubscriptionOptions {
  readonly arm: Arm;
  readonly directory: DirectoryOptions;
  /** What Resource Graph said of it and others. */
  readonly graphAnswers: GraphAnswers;
  /** All subscriptions that the scan sees: asked for once, and the same in every unit. */
  readonly known: readonly ArmRow[];
  /** Only these operations and what they depend on; absent means all. */
  readonly operations?: ReadonlySet<string>;
  readonly clock: () => Date;
  readonly signal: AbortSignal;
}

/** Reads one subscription: one unit. What cannot be read becomes an error entry in it. */
export async function collectSubscription(
  subscription: string,
  options: CollectSubscriptionOptions,
): Promise<Snapshot> {
  const { operations: asked, clock, known } = options;
  const collected: Collected = { responses: { [subscriptions]: { value: known } }, errors: [], skipped: [] };
  const selected = selectedOperations(asked);
  for (const { id } of armOperations.filter((each) => !selected.includes(each) && each.id !== subscriptions))
    collected.skipped.push({ operation: id, reason: 'not-selected' });
  const own = selected.filter(({ id }) => id !== subscriptions);
  await Promise.all(own.filter(isWhole).map((each) => collectOnce(each, subscription, options, collected)));
  verifyGraph(own, collected);
  await Promise.all(own.filter((each) => each.by === 'each').map((each) => collectEach(each, options, collected)));
  await collectNames(subscription, own, options, collected);
  await collectPrincipals(asked, options.directory, collected);
  return toSnapshot({ provider: 'azure', subscription }, collected, clock());
}

type WholeOperation = Exclude<ArmOperation, EachOperation | HolderOperation | NameOperation>;

function isWhole(operation: ArmOperation): operation is WholeOperation {
  return !('of' in operation);
}

/** Operations that were asked for, those whose answers they need, and what tells whether silence is an answer. */
export function selectedOperations(asked: ReadonlySet<string> | undefined): readonly ArmOperation[] {
  if (!asked) return armOperations;
  const wanted = armOperations.filter(({ id }) => asked.has(id));
  const needed = new Set([
    ...wanted.flatMap(withSources),
    ...(directoryOperations.some((each) => asked.has(each)) ? namesPrincipals : []),
  ]);
  if (armOperations.some(({ id, by }) => by === 'resource-graph' && needed.has(id))) needed.add(permissions);
  return armOperations.filter(({ id }) => needed.has(id));
}

/** An operation, and those whose answers say what it is asked about. */
function withSources(operation: ArmOperation): readonly string[] {
  if (!('of' in operation)) return [operation.id];
  const sources = new Set([operation.of].flat());
  return [operation.id, ...armOperations.filter(({ id }) => sources.has(id)).flatMap(withSources)];
}

async function collectOnce(
  operation: WholeOperation,
  subscription: string,
  { arm, graphAnswers, signal }: CollectSubscriptionOptions,
  { responses, errors }: Collected,
): Promise<void> {
  const { id, keep = (row: ArmRow) => row } = operation;
  try {
    const rows = await rowsOf(operation, subscription, arm, graphAnswers);
    responses[id] = { value: rows.map(keep) };
  } catch (error) {
    if (isUnregistered(error)) {
      responses[id] = { value: [] };
      return;
    }
    errors.push(armError(id, error, signal));
  }
}

/**
 * A provider that the subscription is not registered with has made nothing in it ("Resolve errors for resource provider
 * registration", Microsoft Learn): that is an answer, and most subscriptions use few providers.
 */
function isUnregistered(error: unknown): boolean {
  return error instanceof ArmCallError && unregistered.has(error.failure.code);
}

const unregistered: ReadonlySet<string> = new Set(['MissingSubscriptionRegistration', 'SubscriptionNotRegistered']);

async function rowsOf(
  operation: WholeOperation,
  subscription: string,
  arm: Arm,
  answers: GraphAnswers,
): Promise<readonly ArmRow[]> {
  switch (operation.by) {
    case 'network':
      return arm.network(subscription, operation.read);
    case 'list':
      return arm.list(operation.path.replaceAll('{subscription}', subscription));
    case 'resource-graph': {
      const rows = answers.of(subscription, operation);
      if ('failed' in rows) throw rows.failed;
      return rows;
    }
  }
}

/** The unit of a subscription of which nothing could be read, for a reason that holds for all of it. */
export function unreadSubscription(
  subscription: string,
  failure: Pick<CollectError, 'code' | 'message'>,
  now: Date,
): Snapshot {
  const operations = [...armOperations.map(({ id }) => id), ...directoryOperations];
  const errors = operations.map((operation) => ({ operation, ...failure }));
  return toSnapshot({ provider: 'azure', subscription }, { responses: {}, errors, skipped: [] }, now);
}
