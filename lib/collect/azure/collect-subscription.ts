import pLimit from 'p-limit';
import {
  snapshotSchema,
  type CollectError,
  type KeyedResponse,
  type Skipped,
  type Snapshot,
} from '../../model/snapshot.ts';
import { notAsked } from '../not-asked.ts';
import type { Arm, ArmRow } from './arm-client.ts';
import { armError } from './arm-failure.ts';
import type { ArmOperation, EachOperation, GraphTypeOperation } from './arm-operation.ts';
import { collectDirectory, directoryOperations, type DirectoryOptions } from './collect-directory.ts';
import { armOperations } from './operations/index.ts';
import { mayRead } from './reader-rights.ts';
import type { GraphAnswers } from './resource-graph.ts';

/** Lists of single resources that are read at the same time, of one subscription. */
const eachAtOnce = 8;

const permissions = 'Microsoft.Authorization/permissions';
const subscriptions = 'Microsoft.Resources/subscriptions';
/** Answers that name the principals whom the directory is asked about. */
const namesPrincipals = [
  'Microsoft.Authorization/roleAssignments',
  'Microsoft.Authorization/roleEligibilityScheduleInstances',
  'Microsoft.Authorization/roleAssignmentScheduleInstances',
] as const;

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
  await principals(asked, options, collected);
  return assemble(subscription, collected, clock());
}

interface Collected {
  readonly responses: Record<string, unknown>;
  readonly errors: CollectError[];
  readonly skipped: Skipped[];
}

type WholeOperation = Exclude<ArmOperation, EachOperation>;

function isWhole(operation: ArmOperation): operation is WholeOperation {
  return operation.by !== 'each';
}

/** Operations that were asked for, those whose answers they need, and what tells whether silence is an answer. */
export function selectedOperations(asked: ReadonlySet<string> | undefined): readonly ArmOperation[] {
  if (!asked) return armOperations;
  const wanted = armOperations.filter(({ id }) => asked.has(id));
  const needed = new Set([
    ...wanted.map(({ id }) => id),
    ...wanted.flatMap((each) => (each.by === 'each' ? each.of : [])),
    ...(directoryOperations.some((each) => asked.has(each)) ? namesPrincipals : []),
    permissions,
  ]);
  return armOperations.filter(({ id }) => needed.has(id));
}

async function collectOnce(
  operation: WholeOperation,
  subscription: string,
  { arm, graphAnswers, signal }: CollectSubscriptionOptions,
  { responses, errors }: Collected,
): Promise<void> {
  const { id, keep = (row: ArmRow) => row } = operation;
  try {
    const rows = await read(operation, subscription, arm, graphAnswers);
    responses[id] = { value: rows.map(keep) };
  } catch (error) {
    errors.push(armError(id, error, signal));
  }
}

async function read(
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

/** Takes back what Resource Graph said of types that the caller may not read: it leaves them out without a word. */
function verifyGraph(operations: readonly ArmOperation[], { responses, errors }: Collected): void {
  const rights = rowsIn(responses[permissions]);
  const unread = errors.find(({ operation }) => operation === permissions);
  const types = operations.filter(
    (each): each is GraphTypeOperation => each.by === 'resource-graph' && each.table === 'resources',
  );
  for (const { id } of types) {
    if (!Object.hasOwn(responses, id) || (!unread && mayRead(rights, id))) continue;
    delete responses[id];
    if (unread) errors.push(notAsked(id, unread));
    else
      errors.push({
        operation: id,
        code: 'AuthorizationFailed',
        message: `the scan holds no ${id}/read at the subscription, and Resource Graph leaves out what it may not see`,
      });
  }
}

async function collectEach(
  operation: EachOperation,
  { arm, signal }: CollectSubscriptionOptions,
  { responses, errors }: Collected,
): Promise<void> {
  const { id: name, of, path, keep = (row: ArmRow) => row } = operation;
  const unread = errors.find(({ operation: id, input }) => id === of && !input);
  if (unread) {
    errors.push(notAsked(name, unread));
    return;
  }
  const ids = rowsIn(responses[of]).flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
  const limit = pLimit(eachAtOnce);
  const answers: KeyedResponse[] = [];
  const failed: CollectError[] = [];
  const readOne = async (id: string): Promise<void> => {
    try {
      const rows = await arm.list(id + path);
      answers.push({ input: { id }, output: { value: rows.map(keep) } });
    } catch (error) {
      failed.push(armError(name, error, signal, id));
    }
  };
  await Promise.all(ids.map((id) => limit(readOne, id)));
  const [first] = failed;
  if (first && answers.length === 0 && failed.every(({ code }) => code === first.code)) {
    // Refused alike, the operation as a whole is what was not read.
    errors.push({ operation: name, code: first.code, message: first.message });
    return;
  }
  responses[name] = answers.toSorted((a, b) => (String(a.input['id']) < String(b.input['id']) ? -1 : 1));
  errors.push(...failed);
}

async function principals(
  asked: ReadonlySet<string> | undefined,
  { directory }: CollectSubscriptionOptions,
  { responses, errors, skipped }: Collected,
): Promise<void> {
  const [first, second] = directoryOperations;
  if (asked && !directoryOperations.some((each) => asked.has(each))) {
    for (const operation of directoryOperations) skipped.push({ operation, reason: 'not-selected' });
    return;
  }
  const unread = errors.find(({ operation }) => operation === namesPrincipals[0]);
  if (unread) {
    errors.push(notAsked(first, unread), notAsked(second, unread));
    return;
  }
  const ids = namesPrincipals.flatMap((operation) => rowsIn(responses[operation]).flatMap(principalIn));
  const read = await collectDirectory(ids, directory);
  Object.assign(responses, read.responses);
  errors.push(...read.errors);
}

function principalIn({ properties }: ArmRow): readonly string[] {
  const id =
    typeof properties === 'object' && properties !== null && 'principalId' in properties
      ? properties.principalId
      : undefined;
  return typeof id === 'string' ? [id] : [];
}

function rowsIn(answer: unknown): readonly ArmRow[] {
  const value = typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : undefined;
  return Array.isArray(value) ? (value as readonly ArmRow[]) : [];
}

function assemble(subscription: string, { responses, errors, skipped }: Collected, now: Date): Snapshot {
  const key = ({ operation, input }: CollectError): string => `${operation} ${JSON.stringify(input?.['id'] ?? '')}`;
  return {
    schema: snapshotSchema,
    unit: { provider: 'azure', subscription },
    collectedAt: now.toISOString(),
    responses: Object.fromEntries(Object.entries(responses).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    errors: errors.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)),
    skipped: skipped.toSorted((a, b) => (a.operation < b.operation ? -1 : 1)),
  };
}

/** The unit of a subscription of which nothing could be read, for a reason that holds for all of it. */
export function unreadSubscription(
  subscription: string,
  failure: Pick<CollectError, 'code' | 'message'>,
  now: Date,
): Snapshot {
  const operations = [...armOperations.map(({ id }) => id), ...directoryOperations];
  const errors = operations.map((operation) => ({ operation, ...failure }));
  return assemble(subscription, { responses: {}, errors, skipped: [] }, now);
}
