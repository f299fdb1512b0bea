import { signInActivity } from '../../model/entra/graph-operations.ts';
import { graphRefusal } from '../../model/entra/graph-error.ts';
import { overBudget, type CollectError, type KeyedResponse, type Snapshot } from '../../model/snapshot.ts';
import type { OnProgress } from '../../model/progress.ts';
import { rowsIn, toSnapshot, type Collected } from '../collected.ts';
import { notAsked } from '../not-asked.ts';
import { graphCaller, type GraphCaller } from './graph-caller.ts';
import type { Graph } from './graph-client.ts';
import { graphError } from './graph-error.ts';
import type { GraphOperation, GraphRow, ReadSoFar } from './graph-operation.ts';
import { graphPace } from './graph-pace.ts';
import { graphOperations } from './operations/index.ts';
import { userQueries } from './operations/directory.ts';

/** What of a tenant is collected, and with what. */
export interface CollectTenantOptions {
  readonly graph: Graph;
  /** Only these operations and what they depend on; absent means all. */
  readonly operations?: ReadonlySet<string>;
  readonly clock: () => Date;
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
  /** Milliseconds before a refused call is tried again; for tests. */
  readonly wait?: number;
}

/**
 * Reads a tenant: one unit. What cannot be read, whatever the reason, becomes an error entry in it. Never throws for what
 * Graph does.
 */
export async function collectTenant(tenant: string, options: CollectTenantOptions): Promise<Snapshot> {
  const { graph, signal, clock, onProgress, operations: asked, wait } = options;
  const path = `entra/${tenant}`;
  let calls = 0;
  onProgress({ kind: 'tenant-started', tenant: path });
  const pace = graphPace();
  const caller = graphCaller({
    graph,
    signal,
    pace,
    onCall: () => onProgress({ kind: 'calls', tenant: path, calls: (calls += 1) }),
    ...(wait !== undefined && { wait }),
  });
  const collected: Collected = { responses: {}, errors: [], skipped: [] };
  const selected = graphOperations.filter((each) => isSelected(each, asked));
  const started = new Map<string, Promise<void>>();
  const start = (operation: GraphOperation): Promise<void> => {
    const running = started.get(operation.id) ?? call(operation);
    started.set(operation.id, running);
    return running;
  };
  const call = async (operation: GraphOperation): Promise<void> => {
    await Promise.all(selected.filter(({ id }) => operation.each?.of.includes(id)).map(start));
    if (operation.each) await collectEach(operation, operation.each, caller, collected, signal);
    else await collectOnce(operation, caller, collected, signal);
    if (operation.id === '/users') pace.sizeIs(readSoFar(collected.responses).rows('/users').length);
  };
  for (const { id } of graphOperations.filter((each) => !selected.includes(each)))
    collected.skipped.push({ operation: id, reason: 'not-selected' });
  await Promise.all(selected.map(start));
  const snapshot = toSnapshot({ provider: 'entra', tenant }, collected, clock());
  onProgress({ kind: 'unit-finished', tenant: path, unit: path, errors: snapshot.errors.length });
  onProgress({ kind: 'tenant-finished', tenant: path });
  return snapshot;
}

async function collectOnce(
  operation: GraphOperation,
  caller: GraphCaller,
  { responses, errors }: Collected,
  signal: AbortSignal,
): Promise<void> {
  try {
    responses[operation.id] = await caller.read(operation);
  } catch (error) {
    const failed = graphError(operation.id, error, signal);
    if (operation.id !== '/users' || !isAboutSignIns(failed)) {
      errors.push(failed);
      return;
    }
    // Without the licence or the permission for reports, Graph refuses the whole list for the sake of one field.
    errors.push({ ...failed, operation: signInActivity });
    try {
      responses[operation.id] = await caller.read(operation, userQueries.withoutSignIns);
    } catch (again) {
      errors.push(graphError(operation.id, again, signal));
    }
  }
}

function isAboutSignIns(error: CollectError): boolean {
  const refusal = graphRefusal({ ...error, operation: signInActivity });
  return refusal !== undefined && refusal.kind !== 'sign-in';
}

async function collectEach(
  operation: GraphOperation,
  { of, ids, atMost }: NonNullable<GraphOperation['each']>,
  caller: GraphCaller,
  collected: Collected,
  signal: AbortSignal,
): Promise<void> {
  const { responses, errors } = collected;
  const unread = errors.find(({ operation: id, input }) => of.includes(id) && !input);
  const wanted = [...new Set(ids(readSoFar(responses)))];
  if (wanted.length === 0 && unread) {
    errors.push(notAsked(operation.id, unread));
    return;
  }
  const asked = wanted.slice(0, atMost);
  const answers: KeyedResponse[] = [];
  const failed: CollectError[] = [];
  for (const [id, each] of await caller.readEach(operation, asked)) {
    if ('answer' in each) answers.push({ input: { id }, output: each.answer });
    else failed.push(graphError(operation.id, each.error, signal, id));
  }
  const [first] = failed;
  if (first && answers.length === 0 && failed.every(({ code }) => code === first.code)) {
    // Refused alike, the operation as a whole is what was not read.
    errors.push({ operation: operation.id, code: first.code, message: first.message });
    return;
  }
  responses[operation.id] = answers;
  errors.push(...failed);
  // Whom a list that was not read would have named, nobody asked about.
  if (unread) errors.push({ ...notAsked(operation.id, unread), input: { id: `as ${unread.operation} names` } });
  for (const id of wanted.slice(asked.length))
    errors.push({ operation: operation.id, code: overBudget, message: `a scan asks about ${atMost}`, input: { id } });
}

function readSoFar(responses: Readonly<Record<string, unknown>>): ReadSoFar {
  return {
    rows: (operation) => rowsIn(responses[operation]),
    rowsBy: (operation) =>
      new Map(
        ((responses[operation] ?? []) as readonly KeyedResponse[]).map(({ input, output }) => [
          String(input['id']),
          rowsIn(output),
        ]),
      ),
    object: (operation) => responses[operation] as GraphRow | undefined,
    isRead: (operation) => Object.hasOwn(responses, operation),
  };
}

/** An operation is called if somebody asked for it, or for one that depends on it. */
function isSelected(operation: GraphOperation, asked: ReadonlySet<string> | undefined): boolean {
  if (!asked || asked.has(operation.id)) return true;
  return graphOperations.some((each) => each.each?.of.includes(operation.id) && isSelected(each, asked));
}
