import type { ObjectStore } from '../model/object-store.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { readSnapshot } from '../snapshot/read-snapshots.ts';

/** The organization's unit of a stored snapshot: it stands behind those of its accounts, and is needed for each of them. */
export async function readOrganization(store: ObjectStore): Promise<Snapshot | undefined> {
  for await (const key of store.list('aws/o-')) if (/\.json(\.gz)?$/.test(key)) return readSnapshot(store, key);
  return undefined;
}
