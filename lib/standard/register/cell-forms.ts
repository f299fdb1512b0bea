import { parseDate } from './parse-date.ts';
import type { Certificate, RegisterState } from '../../model/register.ts';
import type { Locale } from '../../model/text.ts';
import { problem } from '../problems.ts';
import { kindOf, stateOf, stateWords } from './register-words.ts';
import { type Cell, isUnreadable, type Unreadable } from './sheet.ts';

/** How the cells of a column are read and written. What a cell should not hold is left to the schema to refuse. */
export interface CellForm {
  /** Never called for an empty cell. */
  read(cell: Cell): unknown;
  /** Never called for what is absent. */
  write(value: unknown, locale: Locale): string;
}

/** Any text. */
export const textForm: CellForm = { read: textOf, write: String };

/** Days from the first of Excel's 1900 system to the first of its 1904 system ("Date systems in Excel"). */
const daysTo1904 = 1462;

/** A day; the schema reads all the forms that it may have. */
export const dayForm: CellForm = {
  read: (cell) => {
    if (typeof cell !== 'object') return cell;
    if ('number1904' in cell) return cell.number1904 + daysTo1904;
    return 'date' in cell ? cell.date : cell;
  },
  write: String,
};

/** A state, by a word of either language. */
export const stateForm: CellForm = {
  read: (cell) => readText(cell, (word) => stateOf(word) ?? word),
  write: (state, locale) => stateWords[state as RegisterState][locale],
};

/** A kind of service. */
export const kindForm: CellForm = { read: (cell) => readText(cell, (word) => kindOf(word) ?? word), write: String };

/** A list of words, one a line. */
export const listForm: CellForm = {
  read: (cell) => readText(cell, itemsOf),
  write: (items) => lines(items as readonly string[]),
};

/** A list of ids, in characters of either width. */
export const idsForm: CellForm = {
  read: (cell) => readText(cell, (text) => itemsOf(text.normalize('NFKC'))),
  write: listForm.write,
};

/** Certificates, one a line: scheme, number and last day between bars. */
export const certificatesForm: CellForm = {
  read: (cell) =>
    readText(cell, (text) => {
      const certificates = itemsOf(text).map(certificateOf);
      return certificates.find(isUnreadable) ?? certificates;
    }),
  write: (certificates) => lines((certificates as readonly Certificate[]).map(certificateLine)),
};

function readText(cell: Cell, read: (text: string) => unknown): unknown {
  const text = textOf(cell);
  return typeof text === 'string' ? read(text) : text;
}

/** From here on a spreadsheet has made zeros of the last digits ("Number precision 15 digits", Excel specifications). */
const precise = 1e15;

/** Spreadsheets make dates of numbers like 1-2, and zeros of the last of many digits: what was written is lost. */
function textOf(cell: Cell): string | Unreadable {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'object' && 'number1904' in cell) return textOf(cell.number1904);
  if (typeof cell === 'object') return 'date' in cell ? { unreadable: problem('cellDate') } : cell;
  return Math.abs(cell) >= precise ? { unreadable: problem('cellDigits') } : String(cell);
}

const separators = /[、,;\uFF0C\uFF1B]/;

/** One a line; on a single line also between commas and the like. */
function itemsOf(text: string): string[] {
  const items = text.split(/[\r\n]/.test(text) ? /[\r\n]+/ : separators);
  return items.map((each) => each.trim()).filter(Boolean);
}

/** A line break at the end keeps a single item with a comma in one piece. */
function lines(items: readonly string[]): string {
  const text = items.join('\n');
  return items.length === 1 && separators.test(text) ? `${text}\n` : text;
}

function certificateOf(line: string): unknown {
  const [scheme = '', reference = '', validUntil = '', ...others] = line
    .split(/(?<!\\)[|\uFF5C]/)
    .map((part) => part.trim().replaceAll(/\\([|\uFF5C])/g, '$1'));
  if (scheme === '' || others.length > 0) return { unreadable: problem('certificateCell') };
  // The number may be left out: a day in its place is the last day, unless a separator after it says otherwise.
  if (isDay(reference) && line.split(/(?<!\\)[|\uFF5C]/).length === 2) return { scheme, validUntil: reference };
  return { scheme, ...(reference !== '' && { reference }), ...(validUntil !== '' && { validUntil }) };
}

/** Whether a text is a day beyond doubt: a number of eight digits may be a certificate's. */
function isDay(text: string): boolean {
  return /\D/.test(text) && 'date' in parseDate(text);
}

function certificateLine({ scheme, reference, validUntil }: Certificate): string {
  const parts = [scheme, reference ?? '', validUntil ?? ''].map((part) =>
    part.replaceAll(/[|\uFF5C]/g, String.raw`\$&`),
  );
  while (parts.at(-1) === '' && !(parts.length === 3 && isDay(reference ?? ''))) parts.pop();
  return parts.join(' | ');
}
