import { scanEntra } from '../scan-entra.ts';
import { prefixedStore } from '../prefixed-store.ts';
import type { Deployment } from './deployment.ts';
import { writeDocument } from './json-document.ts';
import { runKeys } from './run-keys.ts';

/** One item of the distributed map that is a tenant of Microsoft Entra. */
export interface EntraScanEvent {
  readonly runId: string;
  /** Tenant id, as in the standard. */
  readonly tenant: string;
}

/** Where the result is. */
export interface EntraScanOutcome {
  readonly tenant: string;
  readonly resultKey: string;
}

/** Scans one tenant, and leaves its snapshot and its evaluation in the work bucket. */
export async function scanEntraTenant(
  { runId, tenant }: EntraScanEvent,
  options: Deployment & { readonly signal: AbortSignal; readonly endpoint: string | undefined },
): Promise<EntraScanOutcome> {
  const { standard, work } = options;
  const keys = runKeys(runId);
  const known = standard.tenants.entra.find(({ id }) => id === tenant);
  if (!known) throw new Error(`the standard has no tenant ${tenant}; the plan of the run is of another deployment`);
  const [evaluation] = await scanEntra({
    ...options,
    tenants: [known],
    store: prefixedStore(work, keys.snapshot),
    gzip: true,
    onProgress: () => undefined,
  });
  if (!evaluation) throw new Error(`the scan of ${tenant} gave no result`);
  const path = `entra/${tenant}`;
  const resultKey = keys.result(path);
  await writeDocument(work, resultKey, { schema: 'tenken.tenant-result/1', tenant: path, evaluation });
  return { tenant, resultKey };
}
