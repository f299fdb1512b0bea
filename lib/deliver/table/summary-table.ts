import { missingName } from '../../model/missing-access.ts';
import type { Finding } from '../../model/finding.ts';
import type { CoverageRow, Report } from '../../model/results.ts';
import { severities, severityText, type Severity } from '../../model/severity.ts';
import type { Locale } from '../../model/text.ts';
import { tenantPath, unitPath } from '../../model/unit.ts';
import { columnWidth, pad, shorten } from '../wording/column-width.ts';
import { plainText } from '../wording/plain-text.ts';
import { isUndecided, isStanding, worstFirst } from '../wording/standing.ts';
import { momentText, stateText } from '../wording/words.ts';

/** How the table is drawn. */
export interface TableOptions {
  readonly colour?: boolean;
  /** Width of the terminal in columns; 80 when absent, never less than 60. */
  readonly columns?: number;
}

/** How many accounts and gaps are listed before "and N more". */
const listed = 10;

/** How many checks' findings are listed, and how many of each. */
const groupsListed = 6;
const perGroup = 3;

interface Pen {
  readonly locale: Locale;
  readonly columns: number;
  paint(text: string, style: Style): string;
}

type Style = Severity | 'heading' | 'quiet';

/** SGR parameters ("Control Functions", ECMA-48). */
const colours: Readonly<Record<Style, string>> = {
  critical: '1;31',
  high: '31',
  medium: '33',
  low: '36',
  info: '2',
  heading: '1',
  quiet: '2',
};

/** The summary for a terminal: counts by account, the worst findings, and what could not be judged. Ends with LF. */
export function summaryTable(report: Report, locale: Locale, options: TableOptions = {}): string {
  const pen: Pen = {
    locale,
    columns: Math.max(60, Math.min(options.columns ?? 80, 160)),
    paint: (text, style) => (options.colour ? `\u001B[${colours[style]}m${text}\u001B[0m` : text),
  };
  const sections = [heading(report, pen), counts(report, pen), worst(report, pen), gaps(report, pen)];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function heading({ summary }: Report, { locale, columns, paint }: Pen): string[] {
  const title = { ja: '点検結果', en: 'Tenken' }[locale];
  const asOf = { ja: '時点', en: '' }[locale];
  const { read, partial, unread } = summary.units;
  const units = {
    ja: `対象 ${read + partial + unread} 単位 (すべて読めた ${read}、一部 ${partial}、読めなかった ${unread})`,
    en: `${read + partial + unread} units (${read} read, ${partial} in part, ${unread} not read)`,
  }[locale];
  const name =
    `${title}  ${plainText(summary.organisation)}  ${momentText(summary.collectedAt, locale)} ${asOf}`.trimEnd();
  return [paint(shorten(name, columns), 'heading'), paint(shorten(units, columns), 'quiet')];
}

const countColumns = 8;

function counts(report: Report, pen: Pen): string[] {
  const { locale, paint } = pen;
  const standing = report.findings.filter(isStanding);
  const undecided = report.findings.filter(isUndecided);
  const tenants = [...new Set(report.summary.tallies.map((tally) => tenantPath(tally.unit)))];
  const names = [...new Set([...tenants, ...report.findings.map(tenantOf)])].toSorted();
  const first = Math.min(40, Math.max(16, ...names.map((name) => columnWidth(plainText(name)))));
  const row = (name: string, cells: readonly string[]): string =>
    pad(plainText(name), first) + cells.map((cell) => pad(cell, countColumns + 1, 'left')).join('');
  const cells = (of: (finding: Finding) => boolean): string[] => [
    ...severities.map((severity) => String(standing.filter((each) => each.severity === severity && of(each)).length)),
    String(undecided.filter(of).length),
  ];
  const titles = [...severities.map((severity) => severityText[severity][locale]), unknownWord[locale]];
  const more = names.length - listed;
  return [
    paint(row({ ja: 'アカウント', en: 'Account' }[locale], titles), 'heading'),
    ...names.slice(0, listed).map((name) =>
      row(
        name,
        cells((finding) => tenantOf(finding) === name),
      ),
    ),
    ...(more > 0 ? [paint(andMore(more, locale), 'quiet')] : []),
    paint(
      row(
        { ja: '合計', en: 'Total' }[locale],
        cells(() => true),
      ),
      'heading',
    ),
    paint(statesLine(report, locale), 'quiet'),
  ];
}

const unknownWord = { ja: '確認不能', en: 'Unknown' };

function tenantOf(finding: Finding): string {
  return `${finding.resource.provider}/${finding.resource.account}`;
}

function statesLine({ summary: { states } }: Report, locale: Locale): string {
  const shown = (['new', 'reopened', 'open', 'excepted', 'resolved'] as const).filter((state) => states[state] > 0);
  return shown.map((state) => `${stateText[state][locale]} ${states[state]}`).join(' · ');
}

function andMore(count: number, locale: Locale): string {
  return { ja: `他 ${count} 件`, en: `and ${count} more` }[locale];
}

function worst(report: Report, pen: Pen): string[] {
  const { locale, paint } = pen;
  const all = worstFirst(report.findings);
  if (all.length === 0) return [];
  const groups = [...Map.groupBy(all, ({ severity, check }) => `${severity} ${check}`).values()];
  const more = groups.slice(groupsListed).flat().length;
  return [
    paint({ ja: `重い指摘事項 (全 ${all.length} 件)`, en: `Worst findings (of ${all.length})` }[locale], 'heading'),
    ...groups.slice(0, groupsListed).flatMap((group) => groupLines(group, pen)),
    ...(more > 0 ? [paint(andMore(more, locale), 'quiet')] : []),
  ];
}

/** Findings of one check: what it is about once, and then each resource, with its name before its place. */
function groupLines(group: readonly Finding[], { locale, columns, paint }: Pen): string[] {
  const [first] = group;
  if (!first) return [];
  const indent = ' '.repeat(9);
  const severity = paint(pad(severityText[first.severity][locale], 8), first.severity);
  const title = shorten(plainText(first.title[locale]), columns - 9);
  const more = group.length - perGroup;
  return [
    `${severity} ${title}`,
    ...group.slice(0, perGroup).map(({ resource, state }) => {
      const rest = `  ${plainText(resource.account)}/${plainText(resource.region)}  ${stateText[state][locale]}`;
      return `${indent}${shorten(plainText(resource.name), Math.max(16, columns - 9 - columnWidth(rest)))}${paint(rest, 'quiet')}`;
    }),
    ...(more > 0 ? [`${indent}${paint(andMore(more, locale), 'quiet')}`] : []),
  ];
}

function gaps(report: Report, pen: Pen): string[] {
  const { locale, columns, paint } = pen;
  const failed = report.coverage.filter((row) => row.status === 'failed');
  if (failed.length === 0) return [];
  const causes = [
    ...Map.groupBy(failed, (row) => JSON.stringify([row.operation, row.reason, missingName(row)])).values(),
  ];
  const more = causes.length - listed;
  const title = {
    ja: `確認できなかったもの (取得失敗 ${failed.length} 件)`,
    en: `What could not be judged (operations not read: ${failed.length})`,
  };
  return [
    paint(title[locale], 'heading'),
    ...causes.slice(0, listed).flatMap((rows) => causeLines(rows, locale).map((line) => shorten(line, columns))),
    ...(more > 0 ? [paint(andMore(more, locale), 'quiet')] : []),
  ];
}

/** Operations that failed alike in several units are one cause, and have one remedy. */
function causeLines(rows: readonly CoverageRow[], locale: Locale): string[] {
  const [first] = rows;
  if (!first) return [];
  const where =
    rows.length === 1 ? unitPath(first.unit) : { ja: `${rows.length} 単位`, en: `${rows.length} units` }[locale];
  const missing = missingName(first);
  const need = missing && { ja: `  → 必要な権限 ${missing}`, en: `  → needs ${missing}` }[locale];
  return [plainText(`${first.operation}  ${first.reason ?? ''}`), `  ${plainText(`${where}${need ?? ''}`)}`];
}
