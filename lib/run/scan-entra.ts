import { collectTenant } from '../collect/entra/collect-tenant.ts';
import { openGraph } from '../collect/entra/sign-in/open-graph.ts';
import { evaluateTenant, type Evaluation } from '../evaluate/evaluate.ts';
import type { Check } from '../model/check.ts';
import type { ObjectStore } from '../model/object-store.ts';
import type { OnProgress } from '../model/progress.ts';
import type { EntraTenant, Standard } from '../model/standard.ts';
import { writeSnapshot } from '../snapshot/write-snapshot.ts';

/** How tenants of Microsoft Entra are scanned. */
export interface ScanEntraOptions {
  readonly tenants: readonly EntraTenant[];
  /** A loopback server that stands for Microsoft Graph. */
  readonly endpoint: string | undefined;
  readonly checks: readonly Check[];
  readonly standard: Standard;
  /** Where snapshot units are kept. */
  readonly store: ObjectStore;
  readonly gzip?: boolean;
  /** Only these operations are called; absent means all. */
  readonly operations?: ReadonlySet<string>;
  readonly clock: () => Date;
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
  /** Nothing is written before it. */
  readonly ready?: Promise<void>;
}

/**
 * Scans tenants, all at once: each has limits of its own. A tenant that nobody could sign in to becomes a unit that says
 * so. Throws OperatorError when the endpoint is not of this machine.
 */
export async function scanEntra(options: ScanEntraOptions): Promise<readonly Evaluation[]> {
  const { tenants, onProgress, ready } = options;
  const inOrder = tenants.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (inOrder.length > 0) onProgress({ kind: 'tenants', provider: 'entra', total: inOrder.length });
  await ready;
  return Promise.all(inOrder.map((tenant) => scanOne(tenant, options)));
}

async function scanOne(tenant: EntraTenant, options: ScanEntraOptions): Promise<Evaluation> {
  const { endpoint, operations, clock, signal, onProgress, store, gzip = false, checks, standard } = options;
  const snapshot = await collectTenant(tenant.id, {
    graph: openGraph(tenant, endpoint),
    ...(operations && { operations }),
    clock,
    signal,
    onProgress,
  });
  await writeSnapshot(store, snapshot, { gzip });
  return evaluateTenant({ snapshots: [snapshot], checks, standard });
}
