import type { RegisterEntry } from '../../model/register.ts';
import type { Text } from '../../model/text.ts';
import { problems as texts } from '../problems.ts';
import { headingOf, refusal, type Complaint } from '../refusal.ts';
import { checkRows } from './check-rows.ts';
import { findHeader, type Header } from './find-header.ts';
import { theRegister } from './parse-register.ts';
import { columnOf, nameOf, registerColumns } from './register-columns.ts';
import type { Namer, RowProblem } from './row-problem.ts';
import { isEmpty, isUnreadable, type Cell, type Sheet } from './sheet.ts';

/**
 * Validates a sheet: one row of titles, one row a service, empty rows between them. Throws one OperatorError that lists
 * everything wrong in it, each with file, row and column.
 */
export function parseSheet(sheet: Sheet, { file }: { readonly file: string }): readonly RegisterEntry[] {
  const header = findHeader(sheet);
  if (!header) throw refusal(headingOf(theRegister, 1), [() => noHeader(file)]);
  if (header.problems.length > 0) {
    const complaints = header.problems.map((text) => (): Text => at(placeOfRow(file, header.row), text));
    throw refusal(headingOf(theRegister, complaints.length), complaints);
  }
  const filled = [...sheet.entries()].filter(([row, cells]) => row > header.row && !cells.every(isEmpty));
  const { entries, problems } = checkRows(filled.map(([, cells]) => fieldsOf(cells, header)));
  const numbers = filled.map(([row]) => row);
  const complaints = [
    ...filled.flatMap(([row, cells]) => untitled(file, row, { cells, header })),
    ...problems.map((each) => complaintOf(each, file, numbers)),
  ];
  if (complaints.length > 0) throw refusal(headingOf(theRegister, complaints.length), complaints);
  return entries;
}

/** The row as a file would hold it. */
function fieldsOf(cells: readonly Cell[], { columns }: Header): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [index, { path, form }] of columns) {
    const cell = cells[index] ?? '';
    if (isEmpty(cell)) continue;
    const [field, part] = path;
    const value = form.read(cell);
    row[field] = part === undefined ? value : { ...(row[field] as object | undefined), [part]: value };
  }
  return row;
}

function complaintOf({ row, path, issue, say }: RowProblem, file: string, numbers: readonly number[]): Complaint {
  const place = (index: number): Text => placeOfRow(file, numbers[index] ?? 0);
  return () => {
    const text = isUnreadable(issue?.input) ? texts[issue.input.unreadable] : say(nameOfField, place);
    if (path.length === 0) return at(place(row), text);
    const column = nameOfField(path);
    const value = shown(issue?.input);
    return at(
      { ja: `${place(row).ja}${column.ja}`, en: `${place(row).en}, ${column.en}` },
      { ja: text.ja + value.ja, en: text.en + value.en },
    );
  };
}

/** A cell may hold many items: this is the one. */
function shown(value: unknown): Text {
  if (typeof value !== 'string' && typeof value !== 'number') return { ja: '', en: '' };
  const short = String(value).replaceAll(/\s+/g, ' ').slice(0, 60);
  return { ja: `(書かれている値: 「${short}」)`, en: ` (it says "${short}")` };
}

const nameOfField: Namer = (path) => {
  const column = columnOf(path);
  return column ? nameOf(column) : { ja: path.join('.'), en: path.join('.') };
};

/** What has no title is nobody's to lose without a word. */
function untitled(
  file: string,
  row: number,
  { cells, header }: { readonly cells: readonly Cell[]; readonly header: Header },
): Complaint[] {
  if (!cells.some((cell, index) => !isEmpty(cell) && !header.columns.has(index))) return [];
  const text = {
    ja: '列名のない列に値があります。列名を付けるか、値を消してください',
    en: 'there is something in a column without a title; give it one, or empty the cell',
  };
  return [() => at(placeOfRow(file, row), text)];
}

/** As a spreadsheet counts. */
function placeOfRow(file: string, row: number): Text {
  return { ja: `${file} ${row + 1}行目`, en: `${file} row ${row + 1}` };
}

function at(place: Text, text: Text): Text {
  return { ja: `${place.ja}: ${text.ja}`, en: `${place.en}: ${text.en}` };
}

function noHeader(file: string): Text {
  const needed = registerColumns.filter((each) => each.required).map(nameOf);
  return {
    ja: `${file} 先頭の10行に列名の行がありません。${needed.map(({ ja }) => ja).join('、')}などの列名が必要です`,
    en: `${file} has no row of titles among its first ten; it needs ${needed.map(({ en }) => en).join(', ')} and so on`,
  };
}
