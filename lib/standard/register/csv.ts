import { CsvError, parse } from 'csv-parse/sync';
import { OperatorError } from '../../model/operator-error.ts';
import type { Text } from '../../model/text.ts';
import { titlesAmong } from './find-header.ts';
import type { Sheet } from './sheet.ts';

/** White space and invisible characters, which importers trim, then what begins a formula; also the full-width forms. */
const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@|＝＋－＠]|^[\t\r\n]/u;

/** What a spreadsheet would turn into a number: an account id loses its zeros and its last digits. A date may become one. */
const number = /^\d[\d.,:/eE+-]*$/;
const date = /^\d{4}-\d\d-\d\d$/;

/** What a spreadsheet would turn into one of its own values: an error cannot be read back. */
const value = /^\s*(#[A-Z/0]+[!?A]|#GETTING_DATA|true|false)\s*$/i;

/**
 * CSV for Excel: UTF-8 with BOM (without it Japanese Excel reads Shift_JIS), CRLF, quoted as RFC 4180 asks. An apostrophe
 * stands before what a spreadsheet would take for a formula, a number or a value of its own ("CSV Injection", OWASP); {@link readCsv} takes
 * it off.
 */
export function writeCsv(rows: readonly (readonly string[])[]): Uint8Array {
  const lines = rows.map((row) => `${row.map((cell) => `"${guarded(cell).replaceAll('"', '""')}"`).join(',')}\r\n`);
  return new TextEncoder().encode(`\uFEFF${lines.join('')}`);
}

/**
 * Reads CSV, or text separated by tabs or semicolons: UTF-8 with or without BOM, UTF-16 with BOM ("Unicode text" of
 * Excel), and else Shift_JIS as Windows has it.
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
    throw notCsv(file, cause);
  }
}

/** The parser speaks English only, and quotes what may be very long. */
function notCsv(file: string, cause: CsvError): OperatorError {
  // As a spreadsheet counts, in which line breaks within cells make no rows.
  const before: unknown = cause['records'];
  const row = typeof before === 'number' ? before + 1 : 1;
  const reason: Text = cause.code.includes('QUOTE')
    ? { ja: '引用符(")が閉じていないか、余分な引用符があります', en: 'a quote (") is not closed, or one too many' }
    : { ja: '形が崩れています', en: 'the line is malformed' };
  return new OperatorError(
    {
      ja: `「${file}」をCSVとして読めません。${row}行目: ${reason.ja}。表計算ソフトで開いて「CSV UTF-8」として保存し直してください。`,
      en: `Cannot read ${file} as CSV: row ${row}: ${reason.en}; open it in your spreadsheet program and save it again as "CSV UTF-8".`,
    },
    { cause },
  );
}

function needsGuard(cell: string): boolean {
  const bare = cell.replace(/^'+/, '');
  return formula.test(bare) || value.test(bare) || (number.test(bare) && !date.test(bare));
}

function guarded(cell: string): string {
  return needsGuard(cell) ? `'${cell}` : cell;
}

function unguarded(cell: string): string {
  return cell.startsWith("'") && needsGuard(cell) ? cell.slice(1) : cell;
}

function decoded(bytes: Uint8Array, file: string): string {
  const [first, second] = bytes;
  const utf16 = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : '';
  for (const encoding of utf16 ? [utf16] : ['utf-8', 'shift_jis']) {
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

/** So many characters hold the titles; a file that is one long quote is not searched to its end. */
const headLength = 100_000;

/** A legend above the titles may have lines within its cells. */
const linesLookedAt = 50;

/**
 * What makes the most titles of a line: cells hold commas in a file of tabs, and tabs in one of commas. Where there are no
 * titles, whichever there is more of between cells; inside quotes stands what people wrote.
 */
function delimiterOf(text: string): string {
  const head = text.slice(0, headLength);
  const lines = head.split(/\r\n|\n|\r/, linesLookedAt);
  const unquoted = head.replaceAll(/"[^"]*(?:"|$)/g, '').split(/\r\n|\n|\r/, 10);
  const titles = (delimiter: string): number =>
    Math.max(...lines.map((line) => titlesAmong(line.split(delimiter).map((cell) => cell.replaceAll('"', '')))));
  const between = (delimiter: string): number => unquoted.join('\n').split(delimiter).length;
  const ranked = [',', '\t', ';'].map((delimiter) => ({
    delimiter,
    titles: titles(delimiter),
    between: delimiter === ';' ? 0 : between(delimiter),
  }));
  return ranked.toSorted((a, b) => b.titles - a.titles || b.between - a.between)[0]?.delimiter ?? ',';
}
