import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { OperatorError } from '../../model/operator-error.ts';
import type { RegisterEntry } from '../../model/register.ts';
import { parseRegister } from './parse-register.ts';
import { parseSheet } from './parse-sheet.ts';

/**
 * Reads and validates a register from a YAML, CSV or XLSX file, by its extension. Throws OperatorError when it is missing,
 * or anything in it is wrong.
 */
export async function readRegister(file: string): Promise<readonly RegisterEntry[]> {
  const extension = extname(file).toLowerCase();
  if (!['.yaml', '.yml', '.csv', '.tsv', '.xlsx'].includes(extension)) throw unknownFormat(file);
  const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => {
    throw unreadable(file, cause);
  });
  if (extension === '.yaml' || extension === '.yml') return filled(parseRegister(textOf(bytes, file), { file }), file);
  // Spreadsheets come with readers of their own: only who needs one waits for it.
  if (extension === '.xlsx') {
    const { readXlsx } = await import('./xlsx.ts');
    return filled(parseSheet(await readXlsx(bytes, { file }), { file }), file);
  }
  const { readCsv } = await import('./csv.ts');
  return filled(parseSheet(readCsv(bytes, { file }), { file }), file);
}

/** A register without rows would silence whatever is held against it. */
function filled(rows: readonly RegisterEntry[], file: string): readonly RegisterEntry[] {
  if (rows.length > 0) return rows;
  throw new OperatorError({
    ja: `台帳「${file}」に行がありません。行を書くか、台帳を使わないならファイルを消してください。`,
    en: `The register ${file} has no rows; write some, or delete the file if you keep no register.`,
  });
}

function textOf(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new OperatorError(
      {
        ja: `台帳「${file}」はUTF-8ではありません。UTF-8で保存し直してください。`,
        en: `The register ${file} is not UTF-8; save it as UTF-8.`,
      },
      { cause },
    );
  }
}

function unknownFormat(file: string): OperatorError {
  return new OperatorError({
    ja: `台帳「${file}」の形式が分かりません。.yaml、.csv、.xlsx のいずれかのファイルを指定してください。`,
    en: `The register ${file} is of no known format; name a .yaml, .csv or .xlsx file.`,
  });
}

function unreadable(file: string, cause: NodeJS.ErrnoException): OperatorError {
  return new OperatorError(
    {
      ja: `台帳のファイル「${file}」を読めません(${cause.code})。ファイル名を確認してください。`,
      en: `Cannot read the register ${file} (${cause.code}); check its name.`,
    },
    { cause },
  );
}
