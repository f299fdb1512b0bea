import { parseFindings } from '../../deliver/ndjson/findings-ndjson.ts';
import type { Finding } from '../../model/finding.ts';
import type { ObjectStore } from '../../model/object-store.ts';
import { readDocument, writeDocument } from './json-document.ts';
import type { KnownFindings } from './run-documents.ts';

/** What was known of a tenant before a run. */
export interface History {
  readonly tenant: string;
  readonly known?: KnownFindings;
  readonly findings: readonly Finding[];
}

/**
 * What was known of a tenant before the run `runId`. A step that is tried again finds the state that its own first
 * attempt wrote: it must compare with what was known before that, never with itself.
 */
export async function readHistory(evidence: ObjectStore, tenant: string, runId: string): Promise<History> {
  const state = await readDocument(evidence, stateKey(tenant), 'tenken.state/1');
  const known = state?.runId === runId ? state.before : state && { runId: state.runId, findings: state.findings };
  if (!known) return { tenant, findings: [] };
  const bytes = await evidence.get(known.findings);
  if (!bytes) throw new Error(`${evidence.location}${known.findings} is gone, which ${stateKey(tenant)} points to`);
  return { tenant, known, findings: parseFindings(new TextDecoder().decode(bytes), known.findings) };
}

/** Makes this run's findings what the next run compares with. */
export async function writeHistory(evidence: ObjectStore, now: KnownFindings, history: History): Promise<void> {
  const before = history.known;
  await writeDocument(evidence, stateKey(history.tenant), {
    schema: 'tenken.state/1',
    ...now,
    ...(before && { before }),
  });
}

function stateKey(tenant: string): string {
  return `state/${tenant}.json`;
}
