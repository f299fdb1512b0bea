import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { ObjectStore } from '../../model/object-store.ts';
import type { RunDocument } from './run-documents.ts';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** Writes a document; compressed if the key ends in `.gz`. */
export async function writeDocument(store: ObjectStore, key: string, document: RunDocument): Promise<void> {
  const text = `${JSON.stringify(document)}\n`;
  if (key.endsWith('.gz')) await store.put(key, await compress(text), 'application/gzip');
  else await store.put(key, text, 'application/json');
}

/**
 * Reads a document that this project wrote; undefined when there is none. Throws an Error that names the key when it is
 * not of the schema: only another version of Tenken can have written it, and guessing would falsify history.
 */
export async function readDocument<Schema extends RunDocument['schema']>(
  store: ObjectStore,
  key: string,
  schema: Schema,
): Promise<Extract<RunDocument, { schema: Schema }> | undefined> {
  const bytes = await store.get(key);
  if (!bytes) return undefined;
  const text = new TextDecoder().decode(key.endsWith('.gz') ? await decompress(bytes) : bytes);
  const document = JSON.parse(text) as Extract<RunDocument, { schema: Schema }>;
  if (document.schema !== schema) {
    throw new Error(`${store.location}${key} is "${document.schema}" and not "${schema}": another version wrote it`);
  }
  return document;
}
