import type { Evaluation } from '../evaluate/evaluate.ts';
import { evaluateTenant } from '../evaluate/evaluate.ts';
import type { Check } from '../model/check.ts';
import type { ObjectStore } from '../model/object-store.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Standard } from '../model/standard.ts';
import { groupByTenant, readSnapshot } from '../snapshot/read-snapshots.ts';

/** Evaluates every tenant of a stored snapshot, holding one tenant's documents in memory at a time. */
export async function evaluateStore(options: {
  readonly store: ObjectStore;
  readonly checks: readonly Check[];
  readonly standard: Standard;
}): Promise<readonly Evaluation[]> {
  const { store, checks, standard } = options;
  const organization = await readOrganization(store);
  const evaluations: Evaluation[] = [];
  for await (const { snapshots } of groupByTenant(store)) {
    evaluations.push(evaluateTenant({ snapshots, organization, checks, standard }));
  }
  return evaluations;
}

/** The organization's unit stands behind those of its accounts, and is needed for each of them. */
async function readOrganization(store: ObjectStore): Promise<Snapshot | undefined> {
  for await (const key of store.list('aws/o-')) if (/\.json(\.gz)?$/.test(key)) return readSnapshot(store, key);
  return undefined;
}
