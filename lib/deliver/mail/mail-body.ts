import { missingName } from '../../model/missing-access.ts';
import type { Finding } from '../../model/finding.ts';
import type { CoverageRow, Report } from '../../model/results.ts';
import { severities, severityText } from '../../model/severity.ts';
import type { Locale } from '../../model/text.ts';
import { unitPath } from '../../model/unit.ts';
import { columnWidth } from '../wording/column-width.ts';
import { isFresh, worstFirst } from '../wording/standing.ts';
import { momentText, stateText } from '../wording/words.ts';
import type { DraftOptions } from './draft-options.ts';
import { mailName } from './mail-name.ts';

/** Mail programs break or fold longer lines. Only the link, on a line of its own, may be longer. */
const mailColumns = 70;

const words = {
  ja: {
    title: '点検結果のお知らせ',
    asOf: '時点',
    act: '要対応',
    unknown: '確認不能',
    fresh: '新規・再発の指摘事項',
    worst: '重い指摘事項',
    gaps: '取得失敗 (読めなかったため判定していません)',
    needs: '必要な権限',
    none: '対応が必要な指摘事項はありません。',
    unreadOnly: '指摘事項はありませんが、読めなかった範囲は判定していません。',
    link: '報告書:',
  },
  en: {
    title: 'Tenken report',
    asOf: '',
    act: 'To act on',
    unknown: 'Unknown',
    fresh: 'New or reopened findings',
    worst: 'Worst findings',
    gaps: 'Could not be read, and so not judged',
    needs: 'needs',
    none: 'Nothing needs action.',
    unreadOnly: 'No findings, but what could not be read was not judged.',
    link: 'Report:',
  },
} as const;

/** The body of the mail: plain text with half-width rules, at most 70 columns wide. */
export function mailBody(report: Report, options: DraftOptions): string {
  const { locale, length, link } = options;
  const word = words[locale];
  const worst = worstFirst(report.findings);
  const fresh = worst.filter(isFresh);
  const others = worst.filter((finding) => !isFresh(finding));
  const gaps = report.coverage.filter((row) => row.status === 'failed');
  const blocks = [
    [...headLines(report, locale), '='.repeat(mailColumns), ...countLines(report, options)],
    worst.length === 0 ? [nothingText(report, locale)] : [],
    section(word.fresh, fresh, length, locale, findingLines),
    // What is new comes first and may fill the list; the others get the places that are left.
    section(word.worst, others, Math.max(0, length - fresh.length), locale, findingLines),
    section(word.gaps, gaps, length, locale, gapLines),
    link === undefined ? [] : [word.link, link],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** One or two lines for protocols that have no body of their own, such as SMS. */
export function shortText(report: Report, { locale, link }: DraftOptions): string {
  const { failed, states } = report.summary;
  const counted = severities
    .filter((severity) => failed[severity] > 0)
    .map((severity) => `${severityText[severity][locale]} ${failed[severity]}`);
  const text = counted.length > 0 ? counted.join(', ') : nothingText(report, locale);
  const fresh = `${stateText.new[locale]} ${states.new}, ${stateText.reopened[locale]} ${states.reopened}`;
  return [`Tenken: ${text} (${fresh})`, ...(link === undefined ? [] : [link])].join('\n');
}

/** Nothing was found: which is good news only where everything was read. */
function nothingText({ summary, coverage }: Report, locale: Locale): string {
  const unread = !summary.complete || summary.unknown > 0 || coverage.some(({ status }) => status === 'failed');
  return words[locale][unread ? 'unreadOnly' : 'none'];
}

function headLines({ summary }: Report, locale: Locale): string[] {
  const word = words[locale];
  const organisation = mailName(summary.organisation, mailColumns);
  return [
    word.title,
    ...(organisation ? [organisation] : []),
    `${momentText(summary.collectedAt, locale)} ${word.asOf}`.trimEnd(),
  ];
}

function countLines({ summary }: Report, { locale, previous }: DraftOptions): string[] {
  const word = words[locale];
  const { failed, unknown, states } = summary;
  const total = severities.reduce((sum, severity) => sum + failed[severity], 0);
  const changes = (['new', 'reopened', 'resolved', 'excepted'] as const).map(
    (state) => `${stateText[state][locale]} ${states[state]}`,
  );
  const bySeverity = severities.map(
    (severity) =>
      `${severityText[severity][locale]} ${failed[severity]}${change(failed[severity], previous?.failed[severity])}`,
  );
  return [
    `${word.act} ${total}  (${changes.join(' / ')})`,
    `  ${bySeverity.join(' / ')}`,
    `${word.unknown} ${unknown}${change(unknown, previous?.unknown)}`,
  ];
}

function change(now: number, before: number | undefined): string {
  if (before === undefined || before === now) return '';
  return now > before ? ` (+${now - before})` : ` (-${before - now})`;
}

function section<T>(
  title: string,
  items: readonly T[],
  length: number,
  locale: Locale,
  lines: (item: T, locale: Locale) => string[],
): string[] {
  if (items.length === 0) return [];
  const more = items.length - length;
  return [
    `${title}: ${items.length}`,
    '-'.repeat(mailColumns),
    ...items.slice(0, length).flatMap((item) => lines(item, locale)),
    ...(more > 0 ? [{ ja: `他 ${more} 件`, en: `and ${more} more` }[locale]] : []),
  ];
}

function findingLines(finding: Finding, locale: Locale): string[] {
  const mark = `[${severityText[finding.severity][locale]}] `;
  const { provider, account, region, name } = finding.resource;
  return [
    `${mark}${mailName(finding.title[locale], mailColumns - columnWidth(mark))}`,
    `  ${mailName(name, mailColumns - 2)}`,
    `  ${mailName(`${provider}/${account} ${region} · ${finding.check}`, mailColumns - 2)}`,
  ];
}

function gapLines(row: CoverageRow, locale: Locale): string[] {
  const need = missingName(row) ? ` · ${words[locale].needs} ${missingName(row)}` : '';
  return [
    `- ${mailName(`${unitPath(row.unit)} ${row.operation}`, mailColumns - 2)}`,
    `  ${mailName(`${row.reason ?? ''}${need}`, mailColumns - 2)}`,
  ];
}
