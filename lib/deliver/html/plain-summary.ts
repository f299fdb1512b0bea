import type { Report } from '../../model/results.ts';
import { severities, severityText } from '../../model/severity.ts';
import type { Locale } from '../../model/text.ts';
import { plainText } from '../wording/plain-text.ts';
import { worstFirst } from '../wording/standing.ts';
import { momentText } from '../wording/words.ts';
import { escapeHtml } from './escape-html.ts';

const listed = 20;

const words = {
  ja: {
    title: '点検報告書',
    script: 'この環境では JavaScript が無効のため、概要だけを表示しています。',
    severity: '重大度',
    count: '件数',
    unknown: '確認不能',
    gaps: '取得失敗 (読めなかった操作)',
    worst: '重い指摘事項',
  },
  en: {
    title: 'Tenken report',
    script: 'JavaScript is off here, so this is the summary only.',
    severity: 'Severity',
    count: 'Findings',
    unknown: 'Unknown',
    gaps: 'Operations that could not be read',
    worst: 'Worst findings',
  },
} as const;

/** What the page shows where scripts do not run (mail previews, hardened browsers): the counts and the worst findings. */
export function plainSummary(report: Report, locale: Locale): string {
  const word = words[locale];
  const { summary } = report;
  const row = (name: string, value: number): string =>
    `<tr><th scope="row">${escapeHtml(name)}</th><td>${value}</td></tr>`;
  const gaps = report.coverage.filter(({ status }) => status === 'failed').length;
  const worst = worstFirst(report.findings).slice(0, listed);
  return [
    `<main class="plain"><h1>${word.title}</h1>`,
    `<p>${escapeHtml(plainText(summary.organisation))} ${momentText(summary.collectedAt, locale)}</p><p>${word.script}</p>`,
    `<table><thead><tr><th scope="col">${word.severity}</th><th scope="col">${word.count}</th></tr></thead><tbody>`,
    ...severities.map((severity) => row(severityText[severity][locale], summary.failed[severity])),
    row(word.unknown, summary.unknown),
    row(word.gaps, gaps),
    `</tbody></table><h2>${word.worst}</h2><ul>`,
    ...worst.map(({ severity, title, resource }) => {
      const where = `${resource.account} ${resource.region}`;
      const line = `[${severityText[severity][locale]}] ${title[locale]}: ${resource.name} (${where})`;
      return `<li>${escapeHtml(plainText(line))}</li>`;
    }),
    '</ul></main>',
  ].join('');
}
