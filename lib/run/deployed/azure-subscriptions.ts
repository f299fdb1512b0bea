import type { PlannedEntry } from './azure-entry.ts';
import type { Deployment } from './deployment.ts';
import { readDocument, writeDocument } from './json-document.ts';
import type { Plan } from './run-documents.ts';
import { runKeys } from './run-keys.ts';

/** An entry of `tenants.azure` when a run concludes. */
export interface AzureEntry extends PlannedEntry {
  /** Whether this run could list its subscriptions. */
  readonly isListed: boolean;
  /** Ids in ascending order; those of the last run that could list them, where this one could not. */
  readonly subscriptions: readonly string[];
}

/** Finds out which subscriptions each planned entry has. */
export async function readAzureEntries(
  { runId, azure = [] }: Plan,
  { work, evidence }: Pick<Deployment, 'work' | 'evidence'>,
): Promise<readonly AzureEntry[]> {
  const entries: AzureEntry[] = [];
  for (const entry of azure) {
    const listed = await readDocument(work, runKeys(runId).subscriptions(entry.key), 'tenken.azure-subscriptions/1');
    const known = listed ?? (await readDocument(evidence, stateKey(entry), 'tenken.azure-subscriptions/1'));
    entries.push({ ...entry, isListed: listed !== undefined, subscriptions: known?.subscriptions ?? [] });
  }
  return entries;
}

/** Remembers what was listed, for a run that cannot list: what is known to be there is then known to be unscanned. */
export async function rememberAzureEntries(
  entries: readonly AzureEntry[],
  { evidence }: Pick<Deployment, 'evidence'>,
): Promise<void> {
  for (const entry of entries.filter(({ isListed }) => isListed)) {
    const { subscriptions } = entry;
    await writeDocument(evidence, stateKey(entry), { schema: 'tenken.azure-subscriptions/1', subscriptions });
  }
}

function stateKey({ key }: PlannedEntry): string {
  return `state/azure-entries/${key}.json`;
}
