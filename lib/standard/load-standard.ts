import { readFile } from 'node:fs/promises';
import { OperatorError } from '../model/operator-error.ts';
import type { Standard } from '../model/standard.ts';
import { parseStandard, type Known } from './parse-standard.ts';

/** The file that is read when none is named. */
export const usualFile = 'standard.yaml';

/**
 * Reads the standard from `file`, or from ./standard.yaml if that exists; otherwise every setting has its default.
 * Throws OperatorError when a named file is missing, or anything in it is wrong.
 */
export async function loadStandard(file: string | undefined, known: Known): Promise<Standard> {
  const text = await readFile(file ?? usualFile, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (file === undefined && cause.code === 'ENOENT') return undefined;
    throw new OperatorError(
      {
        ja: `基準書の設定ファイル「${file ?? usualFile}」を読めません(${cause.code})。--standard の指定を確認してください。`,
        en: `Cannot read the standard ${file ?? usualFile} (${cause.code}); check what --standard names.`,
      },
      { cause },
    );
  });
  return parseStandard(text ?? '', { file: file ?? usualFile, ...known });
}
