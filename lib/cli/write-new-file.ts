import { link, rename, rm, stat, writeFile } from 'node:fs/promises';
import { OperatorError } from '../model/operator-error.ts';

/**
 * Writes a file as a whole or not at all; one that is there already only with `force`. Throws OperatorError otherwise, or where
 * it cannot be written.
 */
export async function writeNewFile(file: string, body: string | Uint8Array, force = false): Promise<void> {
  const there = await stat(file).catch(() => undefined);
  if (there && !force) throw isThere(file);
  // A device or a pipe has no half.
  if (there && !there.isFile()) return writeFile(file, body).catch(fail(file));
  const draft = `${file}.${process.pid}.part`;
  try {
    await writeFile(draft, body, { flag: 'wx' });
    await (force ? rename(draft, file) : link(draft, file));
  } catch (cause) {
    fail(file)(cause as NodeJS.ErrnoException);
  } finally {
    await rm(draft, { force: true });
  }
}

function fail(file: string): (cause: NodeJS.ErrnoException) => never {
  return (cause) => {
    if (cause.code === 'EEXIST') throw isThere(file);
    throw new OperatorError(
      {
        ja: `「${file}」に書き込めません(${cause.code})。フォルダー、権限、空き容量を確認してください。`,
        en: `Cannot write ${file} (${cause.code}); check its folder, permissions and free space.`,
      },
      { cause },
    );
  };
}

function isThere(file: string): OperatorError {
  return new OperatorError({
    ja: `「${file}」は既にあります。上書きするには --force を付け、そうでなければ -o で別の名前を指定してください。`,
    en: `${file} is there already; overwrite it with --force, or name another with -o.`,
  });
}
