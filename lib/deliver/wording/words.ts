import type { Finding, FindingState } from '../../model/finding.ts';
import type { Locale, Text } from '../../model/text.ts';

/** 対応状況 */
export const stateText: Readonly<Record<FindingState, Text>> = {
  new: { ja: '新規', en: 'New' },
  open: { ja: '未対応', en: 'Open' },
  resolved: { ja: '是正済み', en: 'Resolved' },
  reopened: { ja: '再発', en: 'Reopened' },
  excepted: { ja: '例外承認', en: 'Excepted' },
};

/** 判定 */
export const statusText: Readonly<Record<Finding['status'], Text>> = {
  fail: { ja: '不適合', en: 'Fail' },
  unknown: { ja: '確認不能', en: 'Unknown' },
};

/** How a clause is cited: 第7条第2項, or Clause 7.2. */
export function clauseName(number: string, locale: Locale): string {
  const [article, paragraph] = number.split('.');
  return locale === 'ja' ? `第${article}条第${paragraph}項` : `Clause ${number}`;
}

const japanOffset = 9 * 3_600_000;

/** An ISO 8601 moment as `2026-11-23 09:00 JST` (ja) or `2026-11-23 00:00 UTC` (en); what is no moment stays as it is. */
export function momentText(iso: string, locale: Locale): string {
  const milliseconds = Date.parse(iso);
  if (Number.isNaN(milliseconds)) return iso;
  const shifted = new Date(milliseconds + (locale === 'ja' ? japanOffset : 0)).toISOString();
  return `${shifted.slice(0, 10)} ${shifted.slice(11, 16)} ${locale === 'ja' ? 'JST' : 'UTC'}`;
}
