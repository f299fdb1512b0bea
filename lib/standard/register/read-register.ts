import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { OperatorError } from '../../model/operator-error.ts';
import type { RegisterEntry } from '../../model/register.ts';
import { parseRegister, type RegisterSource } from './parse-register.ts';
import { parseSheet } from './parse-sheet.ts';

/** In bytes: a register of 5,000 rows has a few megabytes. */
const largest = 32 * 2 ** 20;

/** A register as it stands in a file. */
export interface RegisterFile {
  readonly rows: readonly RegisterEntry[];
  /** The file, and of a workbook the sheet that was read. */
  readonly source: string;
}

/** Whether the file may be a standard too, of which only the rows under `register:` are read. */
export type ReadingOptions = Pick<RegisterSource, 'mayBeStandard'>;

/**
 * Reads and validates a register from a YAML, CSV or XLSX file, by its extension. Throws OperatorError when it is missing,
 * or anything in it is wrong.
 */
export async function readRegister(file: string, options: ReadingOptions = {}): Promise<RegisterFile> {
  const extension = extname(file).toLowerCase();
  if (!['.yaml', '.yml', '.csv', '.tsv', '.xlsx'].includes(extension)) throw unknownFormat(file);
  const bytes = await bytesOf(file);
  const read = await parsed(bytes, { ...options, file }, extension);
  // A register without rows would silence whatever is held against it.
  if (read.rows.length === 0) throw noRows(read.source);
  return read;
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    if ((await stat(file)).size > largest) throw tooLarge(file);
    return await readFile(file);
  } catch (cause) {
    throw cause instanceof OperatorError ? cause : unreadable(file, cause as NodeJS.ErrnoException);
  }
}

async function parsed(bytes: Uint8Array, from: RegisterSource, extension: string): Promise<RegisterFile> {
  const { file } = from;
  // Spreadsheets come with readers of their own: only who needs one waits for it.
  if (extension === '.xlsx') {
    const { readXlsx } = await import('./read-xlsx.ts');
    const { name, sheet } = await readXlsx(bytes, { file });
    const source = name === '' ? file : `${file} [${name}]`;
    return { rows: parseSheet(sheet, { file: source }), source };
  }
  // A workbook under another name: its bytes would pass for Shift_JIS.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3) throw workbook(file);
  if (extension !== '.csv' && extension !== '.tsv')
    return { rows: parseRegister(textOf(bytes, file), from), source: file };
  const { readCsv } = await import('./csv.ts');
  return { rows: parseSheet(readCsv(bytes, { file }), { file }), source: file };
}

function noRows(source: string): OperatorError {
  return new OperatorError({
    ja: `台帳「${source}」に行がありません。行を書くか、台帳を使わないならファイルを消してください。`,
    en: `The register ${source} has no rows; write some, or delete the file if you keep no register.`,
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
      ja: `台帳のファイル「${file}」を読めません(${cause.code})。ファイル名と読み取り権限を確認してください。`,
      en: `Cannot read the register ${file} (${cause.code}); check its name, and that you may read it.`,
    },
    { cause },
  );
}

function tooLarge(file: string): OperatorError {
  return new OperatorError({
    ja: `台帳のファイル「${file}」は32 MiBを超えるため読みません。台帳だけのファイルか確認してください。`,
    en: `The register ${file} is larger than 32 MiB and is not read; check that it is the register and nothing else.`,
  });
}

function workbook(file: string): OperatorError {
  return new OperatorError({
    ja: `台帳「${file}」の中身はExcelブックです。拡張子を .xlsx にしてください。`,
    en: `The register ${file} is an Excel workbook; give its name the ending .xlsx.`,
  });
}
