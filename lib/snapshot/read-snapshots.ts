import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { ObjectStore } from '../model/object-store.ts';
import { OperatorError } from '../model/operator-error.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { tenantPath, unitPath } from '../model/unit.ts';
import { parseSnapshot, wrong } from './parse-snapshot.ts';

const decompress = promisify(gunzip);
/** A document that unpacks to more than this is refused: it would not fit into a Lambda's memory either. */
const largestDocument = 2 ** 30;

/** A tenant and its units, in the order of their keys. */
export interface TenantSnapshots {
  /** `aws/111122223333` */
  readonly tenant: string;
  readonly snapshots: readonly Snapshot[];
}

/** Reads one document; undefined when there is none. Throws OperatorError for a corrupt, truncated or foreign one. */
export async function readSnapshot(store: ObjectStore, key: string): Promise<Snapshot | undefined> {
  const bytes = await store.get(key);
  const file = `${store.location.replace(/\/$/, '')}/${key}`;
  return bytes && parseSnapshot(new TextDecoder().decode(await unpack(bytes, key, file)), file);
}

/** Reads every document in the order of the keys, one at a time. Files that are not .json or .json.gz are none of ours. */
export async function* readSnapshots(store: ObjectStore): AsyncGenerator<Snapshot> {
  const found = new Set<string>();
  for await (const key of store.list('')) {
    if (!/\.json(\.gz)?$/.test(key)) continue;
    const snapshot = await readSnapshot(store, key);
    if (!snapshot) continue;
    const unit = unitPath(snapshot.unit);
    if (found.has(unit))
      throw wrong(`${store.location}/${key}`, { ja: `${unit} が2つあります`, en: `there are two of ${unit}` });
    found.add(unit);
    yield snapshot;
  }
  if (found.size === 0) {
    throw new OperatorError({
      ja: `「${store.location}」にスナップショットがありません。\`tenken scan\` が書き出した snapshot フォルダーを指定してください。`,
      en: `There is no snapshot in ${store.location}; name the snapshot folder that \`tenken scan\` wrote.`,
    });
  }
}

/** Reads every tenant's documents together, holding one tenant in memory at a time. */
export async function* groupByTenant(store: ObjectStore): AsyncGenerator<TenantSnapshots> {
  let group: { tenant: string; snapshots: Snapshot[] } | undefined;
  for await (const snapshot of readSnapshots(store)) {
    const tenant = tenantPath(snapshot.unit);
    if (group && group.tenant !== tenant) {
      yield group;
      group = undefined;
    }
    group ??= { tenant, snapshots: [] };
    group.snapshots.push(snapshot);
  }
  if (group) yield group;
}

async function unpack(bytes: Uint8Array, key: string, file: string): Promise<Uint8Array> {
  if (!key.endsWith('.gz')) return bytes;
  try {
    return await decompress(bytes, { maxOutputLength: largestDocument });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw wrong(file, { ja: `解凍できません(${reason})`, en: `it cannot be unpacked (${reason})` });
  }
}
