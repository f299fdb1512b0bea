import { writeFile } from 'node:fs/promises';
import { OperatorError } from '../model/operator-error.ts';

/** Writes a file; one that is there already only with `force`. Throws OperatorError otherwise, or where it cannot be written. */
export async function writeNewFile(file: string, body: string | Uint8Array, force = false): Promise<void> {
  await writeFile(file, body, { flag: force ? 'w' : 'wx' }).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EEXIST') throw notWritten(file, cause);
    throw new OperatorError(
      {
        ja: `「${file}」は既にあります。上書きするには --force を付け、そうでなければ -o で別の名前を指定してください。`,
        en: `${file} is there already; overwrite it with --force, or name another with -o.`,
      },
      { cause },
    );
  });
}

function notWritten(file: string, cause: NodeJS.ErrnoException): OperatorError {
  return new OperatorError(
    {
      ja: `「${file}」に書き込めません(${cause.code})。フォルダーと権限を確認してください。`,
      en: `Cannot write ${file} (${cause.code}); check its folder and permissions.`,
    },
    { cause },
  );
}
