import { collectAccount, type AccountTarget, type CollectOptions } from '../collect/aws/collect-account.ts';
import { evaluateTenant, type Evaluation } from '../evaluate/evaluate.ts';
import type { Check } from '../model/check.ts';
import type { ObjectStore } from '../model/object-store.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Standard } from '../model/standard.ts';
import { unitPath } from '../model/unit.ts';
import { writeSnapshot } from '../snapshot/write-snapshot.ts';

/** How one tenant is scanned. */
export interface ScanTenantOptions {
  readonly target: AccountTarget;
  readonly collect: CollectOptions;
  /** Where its snapshot units are kept. */
  readonly store: ObjectStore;
  readonly gzip: boolean;
  /** The unit of its organization: what is collected does not wait for it, what is said of it does. */
  readonly organization: Promise<Snapshot | undefined>;
  readonly checks: readonly Check[];
  readonly standard: Standard;
}

/** Collects one account, keeps every unit as it arrives, and evaluates them together. */
export async function scanTenant(options: ScanTenantOptions): Promise<Evaluation> {
  const snapshots: Snapshot[] = [];
  for await (const snapshot of collectAccount(options.target, options.collect)) {
    await writeSnapshot(options.store, snapshot, { gzip: options.gzip });
    snapshots.push(snapshot);
  }
  // Units finish in any order; a stored snapshot is read in the order of its keys, and must give the same bytes.
  snapshots.sort((a, b) => (unitPath(a.unit) < unitPath(b.unit) ? -1 : 1));
  const organization = await options.organization;
  return evaluateTenant({ snapshots, organization, checks: options.checks, standard: options.standard });
}
