import type { Evaluation } from '../evaluate/evaluate.ts';
import { evaluateTenant } from '../evaluate/evaluate.ts';
import type { Check } from '../model/check.ts';
import type { ObjectStore } from '../model/object-store.ts';
import type { Standard } from '../model/standard.ts';
import { groupByTenant } from '../snapshot/read-snapshots.ts';
import { readOrganization } from './read-organization.ts';

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
