import { collectTenant } from '../collect/entra/collect-tenant.ts';
import type { Graph } from '../collect/entra/graph-client.ts';
import { openGraph } from '../collect/entra/sign-in/open-graph.ts';
import { evaluateTenant, type Evaluation } from '../evaluate/evaluate.ts';
import type { Check } from '../model/check.ts';
import type { ObjectStore } from '../model/object-store.ts';
import { OperatorError } from '../model/operator-error.ts';
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
  /** Called once the run is known to start; nothing is written before it is done. */
  readonly whenReady?: () => Promise<void>;
  /** A tenant that nobody can sign in to is a mistake of whoever started the run, and no result. */
  readonly mustSignIn?: boolean;
}

/**
 * Scans tenants, all at once: each has limits of its own. A tenant that nobody could sign in to becomes a unit that says
 * so, unless signing in is a must. Throws OperatorError then, and when the endpoint is not of this machine.
 */
export async function scanEntra(options: ScanEntraOptions): Promise<readonly Evaluation[]> {
  const { tenants, onProgress, whenReady } = options;
  const inOrder = tenants.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (inOrder.length > 0) onProgress({ kind: 'tenants', provider: 'entra', total: inOrder.length });
  const graphs = inOrder.map((tenant) => ({ tenant, graph: openGraph(tenant, options.endpoint) }));
  if (options.mustSignIn) await Promise.all(graphs.map(({ graph }) => graph.signIn().catch(notSignedIn)));
  await whenReady?.();
  return Promise.all(graphs.map(({ tenant, graph }) => scanOne(tenant, graph, options)));
}

function notSignedIn(error: unknown): never {
  const said = error instanceof Error ? error.message : String(error);
  throw new OperatorError(
    {
      ja: `Microsoft Entraにサインインできません。az login --tenant でサインインするか、基準書の signIn を直してください(${said})`,
      en: `${said}. Sign in with az login --tenant, or mend signIn in the standard.`,
    },
    { cause: error },
  );
}

async function scanOne(tenant: EntraTenant, graph: Graph, options: ScanEntraOptions): Promise<Evaluation> {
  const { operations, clock, signal, onProgress, store, gzip = false, checks, standard } = options;
  const snapshot = await collectTenant(tenant.id, {
    graph,
    ...(operations && { operations }),
    clock,
    signal,
    onProgress,
  });
  await writeSnapshot(store, snapshot, { gzip });
  return evaluateTenant({ snapshots: [snapshot], checks, standard });
}
