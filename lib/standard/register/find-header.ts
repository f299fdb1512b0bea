import type { Text } from '../../model/text.ts';
import { nearest } from '../nearest.ts';
import { nameOf, registerColumns, type Column } from './register-columns.ts';
import { plainWord } from './register-words.ts';
import type { Cell, Sheet } from './sheet.ts';

/** The row of the titles, and which column stands where. */
export interface Header {
  /** Index of its row. */
  readonly row: number;
  readonly columns: ReadonlyMap<number, Column>;
  /** Whether all columns are there that a register needs. */
  readonly isWhole: boolean;
  /** What is wrong with it. */
  readonly problems: readonly Text[];
}

/** People put a title, a date or a legend above a table. */
const rowsLookedAt = 10;

/** A title in one cell of a legend makes no header. */
const leastTitles = 2;

const byTitle = new Map<string, Column>();
for (const column of registerColumns) {
  for (const title of [column.title.ja, column.title.en]) {
    byTitle.set(plainTitle(title), column);
    const short = plainTitle(title.replace(/\(.*\)$/, ''));
    // 認証方式 is enough; of the four kinds of detection keys it would not say which.
    if (!byTitle.has(short) && column.path[0] !== 'keys') byTitle.set(short, column);
  }
}

/** Finds the row of the titles within the first ten; undefined where there is none. */
export function findHeader(sheet: Sheet): Header | undefined {
  const ranked = sheet
    .slice(0, rowsLookedAt)
    .map((cells, row) => ({ row, cells, known: titlesAmong(cells) }))
    .toSorted((a, b) => b.known - a.known || a.row - b.row);
  const best = ranked[0];
  return best && best.known >= leastTitles ? headerOf(best.row, best.cells) : undefined;
}

/** How many of these cells are titles of the register. */
export function titlesAmong(cells: readonly Cell[]): number {
  return cells.filter((cell) => columnNamed(cell)).length;
}

function headerOf(row: number, cells: readonly Cell[]): Header {
  const columns = new Map<number, Column>();
  const problems: Text[] = [];
  for (const [index, cell] of cells.entries()) {
    const title = titleIn(cell);
    if (title === '') continue;
    const column = columnNamed(cell);
    if (!column) problems.push(unknownTitle(title));
    else if ([...columns.values()].includes(column)) problems.push(twice(column));
    else columns.set(index, column);
  }
  const lacking = registerColumns.filter((each) => each.required && ![...columns.values()].includes(each));
  if (lacking.length > 0) problems.push(lacks(lacking));
  return { row, columns, isWhole: lacking.length === 0, problems };
}

function columnNamed(cell: Cell): Column | undefined {
  return byTitle.get(plainTitle(titleIn(cell)));
}

function titleIn(cell: Cell): string {
  if (typeof cell !== 'object') return String(cell).trim();
  return 'date' in cell ? cell.date : 'number1904' in cell ? String(cell.number1904) : '#';
}

/** Marks of a required column are no part of its title. */
function plainTitle(title: string): string {
  return plainWord(title).replaceAll(/^[*※]+|[*※]+$/g, '');
}

function unknownTitle(title: string): Text {
  const close = nearest(plainTitle(title), [...byTitle.keys()]);
  const column = close === undefined ? undefined : byTitle.get(close);
  return {
    ja: `「${title}」という列はありません。${column ? `${nameOf(column).ja}のことですか` : '列を消すか、docs/register.ja.md にある列名にしてください'}`,
    en: `there is no column "${title}"; ${column ? `did you mean ${nameOf(column).en}?` : 'delete it, or take a title of docs/register.md'}`,
  };
}

function twice(column: Column): Text {
  return { ja: `列${nameOf(column).ja}が2つあります`, en: `there are two columns ${nameOf(column).en}` };
}

function lacks(columns: readonly Column[]): Text {
  return {
    ja: `必須の列がありません: ${columns.map((each) => nameOf(each).ja).join('、')}`,
    en: `it lacks the columns ${columns.map((each) => nameOf(each).en).join(', ')}`,
  };
}
