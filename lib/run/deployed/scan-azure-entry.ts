import { prefixedStore } from '../prefixed-store.ts';
import { scanAzure, type AzureEndpoints } from '../scan-azure.ts';
import { azureEntry } from './azure-entry.ts';
import type { Deployment } from './deployment.ts';
import { writeDocument } from './json-document.ts';
import { runKeys } from './run-keys.ts';

/** One item of the distributed map that is an entry of `tenants.azure`. */
export interface AzureScanEvent {
  readonly runId: string;
  /** Key of the entry, as in the plan. */
  readonly azure: string;
}

/** Which subscriptions have a result. */
export interface AzureScanOutcome {
  readonly azure: string;
  readonly subscriptions: readonly string[];
}

/**
 * Scans all subscriptions of one entry, and leaves in the work bucket their snapshots, the list of them, and an
 * evaluation of each. The list comes before the evaluations: whatever it names and has none counts as failed.
 */
export async function scanAzureEntry(
  { runId, azure }: AzureScanEvent,
  options: Deployment & { readonly signal: AbortSignal; readonly endpoints: AzureEndpoints },
): Promise<AzureScanOutcome> {
  const { standard, work } = options;
  const keys = runKeys(runId);
  const entry = standard.tenants.azure.find((each) => azureEntry(each).key === azure);
  if (!entry) throw new Error(`the standard has no entry ${azure}; the plan of the run is of another deployment`);
  const scanned = await scanAzure({
    ...options,
    tenants: [entry],
    store: prefixedStore(work, keys.snapshot),
    gzip: true,
    onProgress: () => undefined,
  });
  const subscriptions = scanned.map(({ subscription }) => subscription);
  await writeDocument(work, keys.subscriptions(azure), { schema: 'tenken.azure-subscriptions/1', subscriptions });
  for (const { subscription, evaluation } of scanned) {
    const tenant = `azure/${subscription}`;
    await writeDocument(work, keys.result(tenant), { schema: 'tenken.tenant-result/1', tenant, evaluation });
  }
  return { azure, subscriptions };
}
