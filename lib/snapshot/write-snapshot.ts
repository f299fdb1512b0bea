import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { ObjectStore } from '../model/object-store.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { unitPath } from '../model/unit.ts';
import { byCodeUnit } from './memory-store.ts';

const compress = promisify(gzip);

/** Keeps one unit's document under its path; the same snapshot gives the same bytes, whatever order it was collected in. */
export async function writeSnapshot(
  store: ObjectStore,
  snapshot: Snapshot,
  options: { readonly gzip: boolean },
): Promise<void> {
  const text = `${JSON.stringify(inOrder(snapshot))}\n`;
  const key = `${unitPath(snapshot.unit)}.json`;
  if (options.gzip) await store.put(`${key}.gz`, await compress(text), 'application/gzip');
  else await store.put(key, text);
}

function inOrder(snapshot: Snapshot): Snapshot {
  const { schema, unit, collectedAt, responses, errors, skipped } = snapshot;
  const byOperation = (a: { operation: string }, b: { operation: string }): number =>
    byCodeUnit(a.operation, b.operation);
  return {
    schema,
    unit,
    collectedAt,
    responses: Object.fromEntries(Object.entries(responses).toSorted(([a], [b]) => byCodeUnit(a, b))),
    errors: errors.toSorted(byOperation),
    ...(skipped && { skipped: skipped.toSorted(byOperation) }),
  };
}
