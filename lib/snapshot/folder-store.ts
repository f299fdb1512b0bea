import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import type { ObjectStore } from '../model/object-store.ts';
import { OperatorError } from '../model/operator-error.ts';
import { byCodeUnit } from './memory-store.ts';

/**
 * A folder as a store: keys are paths below it. A file appears whole or not at all. Throws OperatorError where the
 * folder cannot be written or read.
 */
export function folderStore(folder: string): ObjectStore {
  const root = resolve(folder);
  const pathOf = (key: string): string => {
    const path = resolve(root, key);
    if (!path.startsWith(root + sep)) throw new Error(`The key ${JSON.stringify(key)} leaves the folder ${root}`);
    return path;
  };
  return {
    location: folder,
    async put(key, body) {
      const path = pathOf(key);
      try {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(`${path}.partial`, body);
        await rename(`${path}.partial`, path);
      } catch (cause) {
        throw cannot('write', path, cause);
      }
    },
    async get(key) {
      try {
        return await readFile(pathOf(key));
      } catch (cause) {
        if (codeOf(cause) === 'ENOENT') return undefined;
        throw cannot('read', pathOf(key), cause);
      }
    },
    async *list(prefix) {
      const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
        if (codeOf(cause) === 'ENOENT') return [];
        throw cannot('read', root, cause);
      });
      const keys = entries
        .filter((entry) => entry.isFile() && !entry.name.endsWith('.partial'))
        .map((entry) =>
          join(entry.parentPath, entry.name)
            .slice(root.length + 1)
            .replaceAll(sep, '/'),
        );
      yield* keys.filter((key) => key.startsWith(prefix)).toSorted(byCodeUnit);
    },
  };
}

/** Takes a folder away with all that is in it, if it is there. Throws OperatorError where that is not allowed. */
export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true }).catch((cause: unknown) => {
    throw cannot('write', folder, cause);
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function cannot(what: 'read' | 'write', path: string, cause: unknown): OperatorError {
  const reason = codeOf(cause) || String(cause);
  const verb = { read: { ja: '読めません', en: 'read' }, write: { ja: '書き込めません', en: 'write' } }[what];
  return new OperatorError(
    {
      ja: `「${path}」を${verb.ja}(${reason})。フォルダーの権限と空き容量を確認するか、別の場所を指定してください。`,
      en: `Cannot ${verb.en} ${path} (${reason}); check the folder's permissions and free space, or name another place.`,
    },
    { cause },
  );
}
