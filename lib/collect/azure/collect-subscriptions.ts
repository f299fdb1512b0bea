import pLimit from 'p-limit';
import type { OnProgress } from '../../model/progress.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Graph } from '../entra/graph-client.ts';
import { graphPace } from '../entra/graph-pace.ts';
import type { Arm } from './arm-client.ts';
import { collectSubscription, selectedOperations, unreadSubscription } from './collect-subscription.ts';
import type { ListedSubscriptions } from './list-subscriptions.ts';
import { deletedOperations } from './operations/deleted-operations.ts';
import { askResourceGraph } from './resource-graph.ts';

/** Subscriptions that one query of Resource Graph asks about, and that are read at the same time. */
const inQuery = 25;
const atOnce = 8;

/** What subscriptions are collected with. */
export interface CollectSubscriptionsOptions {
  readonly arm: Arm;
  readonly graph: Graph;
  readonly listed: ListedSubscriptions;
  /** Only these operations and what they depend on; absent means all. */
  readonly operations?: ReadonlySet<string>;
  readonly clock: () => Date;
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
  /** How many requests were made to ARM; Microsoft Graph's come on top. */
  readonly calls: () => number;
  /** Milliseconds before a refused call is tried again; for tests. */
  readonly wait?: number;
}

/** Reads subscriptions, some at a time, and hands each over as soon as it is read. Never throws for what Azure does. */
export async function* collectSubscriptions(options: CollectSubscriptionsOptions): AsyncGenerator<Snapshot> {
  const { arm, graph, listed, operations, clock, signal, onProgress, calls, wait } = options;
  const graphTypes = selectedOperations(operations).filter((each) => each.by === 'resource-graph');
  let asked = 0;
  const pace = graphPace();
  const directory = { graph, pace, signal, onCall: () => (asked += 1), ...(wait !== undefined && { wait }) };
  const operationsOf = (id: string): { readonly operations?: ReadonlySet<string> } => {
    if (listed.disabled.has(id)) return { operations: operations ? operations.intersection(ofDisabled) : ofDisabled };
    return operations ? { operations } : {};
  };
  for (let at = 0; at < listed.ids.length; at += inQuery) {
    const batch = listed.ids.slice(at, at + inQuery);
    const running = batch.filter((id) => !listed.disabled.has(id));
    const graphAnswers = await askResourceGraph(arm, running, running.length > 0 ? graphTypes : []);
    const limit = pLimit(atOnce);
    const collect = async (id: string): Promise<Snapshot> => {
      const tenant = `azure/${id}`;
      onProgress({ kind: 'tenant-started', tenant });
      const snapshot = await collectSubscription(id, {
        arm,
        directory,
        graphAnswers,
        known: listed.known,
        ...operationsOf(id),
        clock,
        signal,
      });
      onProgress({ kind: 'calls', tenant: `azure/${listed.tenant}`, calls: calls() + asked });
      onProgress({ kind: 'unit-finished', tenant, unit: tenant, errors: snapshot.errors.length });
      onProgress({ kind: 'tenant-finished', tenant });
      return snapshot;
    };
    const collecting = batch.map((id) => limit(collect, id));
    for (const each of collecting) yield await each;
  }
  for (const id of listed.invisible) {
    const snapshot = unreadSubscription(id, listed.failure ?? notVisible, clock());
    onProgress({ kind: 'tenant-started', tenant: `azure/${id}` });
    onProgress({ kind: 'unit-finished', tenant: `azure/${id}`, unit: `azure/${id}`, errors: snapshot.errors.length });
    onProgress({ kind: 'tenant-finished', tenant: `azure/${id}` });
    yield snapshot;
  }
}

/**
 * What a disabled subscription is asked: what it still holds. Its machines are stopped and its addresses are freed, and whether
 * Resource Graph, a POST, still answers for it is not documented ("Azure subscription states").
 */
const ofDisabled: ReadonlySet<string> = new Set([
  'Microsoft.Resources/subscriptions',
  'Microsoft.Resources/resources',
  ...deletedOperations.map(({ id }) => id),
]);

const notVisible = {
  code: 'SubscriptionNotFound',
  message:
    'the subscription is not among those that the scan sees: it is another tenant’s, deleted, or the role Reader is missing',
};
