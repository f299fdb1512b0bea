import { CsvError, parse } from 'csv-parse/sync';
import { OperatorError } from '../../model/operator-error.ts';
import type { Sheet } from './sheet.ts';

/** White space and invisible characters, which importers trim, then what begins a formula; also the full-width forms. */
const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@|＝＋－＠]|^[\t\r\n]/u;

/** What a spreadsheet would turn into a number: an account id loses its zeros and its last digits. A date may become one. */
const number = /^\d[\d.,:/eE+-]*$/;
const date = /^\d{4}-\d\d-\d\d$/;

/**
 * CSV for Excel: UTF-8 with BOM (without it Japanese Excel reads Shift_JIS), CRLF, quoted as RFC 4180 asks. An apostrophe
 * stands before what a spreadsheet would take for a formula or a number ("CSV Injection", OWASP); {@link readCsv} takes
 * it off.
 */
export function writeCsv(rows: readonly (readonly string[])[]): Uint8Array {
  const lines = rows.map((row) => `${row.map((cell) => `"${guarded(cell).replaceAll('"', '""')}"`).join(',')}\r\n`);
  return new TextEncoder().encode(`\uFEFF${lines.join('')}`);
}

/**
 * Reads CSV, or text separated by tabs: UTF-8 with or without BOM, UTF-16 with BOM ("Unicode text" of Excel), and else
 * Shift_JIS as Windows has it.
 */
export function readCsv(bytes: Uint8Array, { file }: { readonly file: string }): Sheet {
  const text = decoded(bytes, file);
  try {
    const rows: string[][] = parse(text, {
      delimiter: delimiterOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
    });
    return rows.map((row) => row.map(unguarded));
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw new OperatorError(
      {
        ja: `「${file}」をCSVとして読めません(${cause.message})。表計算ソフトで「CSV UTF-8」として保存し直してください。`,
        en: `Cannot read ${file} as CSV (${cause.message}); save it again as "CSV UTF-8" in your spreadsheet program.`,
      },
      { cause },
    );
  }
}

function needsGuard(cell: string): boolean {
  const bare = cell.replace(/^'+/, '');
  return formula.test(bare) || (number.test(bare) && !date.test(bare));
}

function guarded(cell: string): string {
  return needsGuard(cell) ? `'${cell}` : cell;
}

function unguarded(cell: string): string {
  return cell.startsWith("'") && needsGuard(cell) ? cell.slice(1) : cell;
}

function decoded(bytes: Uint8Array, file: string): string {
  const [first, second] = bytes;
  const encodings = first === 0xff && second === 0xfe ? ['utf-16le'] : ['utf-8', 'shift_jis'];
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next encoding may fit.
    }
  }
  throw new OperatorError({
    ja: `「${file}」の文字コードがUTF-8でもShift_JISでもありません。表計算ソフトで「CSV UTF-8」として保存し直してください。`,
    en: `${file} is neither UTF-8 nor Shift_JIS; save it again as "CSV UTF-8" in your spreadsheet program.`,
  });
}

/** Whichever there is more of between the cells of the first rows; inside quotes stands what people wrote. */
function delimiterOf(text: string): string {
  const head = text
    .replaceAll(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/, 10)
    .join('\n');
  return head.split('\t').length > head.split(',').length ? '\t' : ',';
}
