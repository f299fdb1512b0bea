import type { Finding } from '../../model/finding.ts';
import { severityText } from '../../model/severity.ts';
import type { Locale, Text } from '../../model/text.ts';
import { clauseName, stateText, statusText } from '../wording/words.ts';

interface Column {
  readonly heading: Text;
  readonly cell: (finding: Finding, locale: Locale) => string;
}

/** One column an entry, in the order of the sheet. */
const columns: readonly Column[] = [
  { heading: { ja: '指摘ID', en: 'Finding id' }, cell: (f) => f.id },
  { heading: { ja: '重大度', en: 'Severity' }, cell: (f, locale) => severityText[f.severity][locale] },
  { heading: { ja: '判定', en: 'Status' }, cell: (f, locale) => statusText[f.status][locale] },
  { heading: { ja: '対応状況', en: 'State' }, cell: (f, locale) => stateText[f.state][locale] },
  { heading: { ja: '検査', en: 'Check' }, cell: (f) => f.check },
  {
    heading: { ja: '条項', en: 'Clauses' },
    cell: (f, locale) => f.clauses.map((number) => clauseName(number, locale)).join(', '),
  },
  { heading: { ja: '件名', en: 'Title' }, cell: (f, locale) => f.title[locale] },
  { heading: { ja: '詳細', en: 'Detail' }, cell: (f, locale) => f.detail[locale] },
  { heading: { ja: 'クラウド', en: 'Provider' }, cell: (f) => f.resource.provider },
  { heading: { ja: 'アカウント', en: 'Account' }, cell: (f) => f.resource.account },
  { heading: { ja: 'リージョン', en: 'Region' }, cell: (f) => f.resource.region },
  { heading: { ja: 'リソース種別', en: 'Resource type' }, cell: (f) => f.resource.type },
  { heading: { ja: 'リソース名', en: 'Resource name' }, cell: (f) => f.resource.name },
  { heading: { ja: 'リソースID', en: 'Resource id' }, cell: (f) => f.resource.id },
  {
    heading: { ja: '証跡', en: 'Evidence' },
    cell: (f, locale) => f.evidence.map((step) => `${step.what[locale]} (${step.operation} ${step.ref})`).join('\n'),
  },
  {
    heading: { ja: '是正方法', en: 'Remediation' },
    cell: (f, locale) =>
      f.remediation.map((step) => (step.kind === 'console' ? step.text[locale] : step.text)).join('\n'),
  },
  {
    heading: { ja: '確認できなかった理由', en: 'Why it could not be judged' },
    cell: (f) => (f.unread ?? []).map((each) => `${each.operation}: ${each.code} ${each.message}`).join('\n'),
  },
  {
    heading: { ja: '必要な権限', en: 'Permission needed' },
    cell: (f) => (f.unread ?? []).flatMap((each) => each.permission ?? []).join('\n'),
  },
  { heading: { ja: '初回検出', en: 'First seen' }, cell: (f) => f.firstSeen },
  { heading: { ja: '最終検出', en: 'Last seen' }, cell: (f) => f.lastSeen },
  { heading: { ja: '例外ID', en: 'Exception' }, cell: (f) => f.exception?.id ?? '' },
  { heading: { ja: '例外の理由', en: 'Exception reason' }, cell: (f) => f.exception?.reason ?? '' },
  { heading: { ja: '例外の責任者', en: 'Exception owner' }, cell: (f) => f.exception?.owner ?? '' },
  { heading: { ja: '例外の期限', en: 'Exception expires' }, cell: (f) => f.exception?.expires ?? '' },
];

/**
 * findings.csv for Excel: UTF-8 with BOM (without it Japanese Excel reads Shift_JIS), CRLF, quoted as RFC 4180 asks,
 * one row per finding under one row of headings. A machine reads findings.ndjson instead: cells here are guarded.
 */
export function findingsCsv(findings: readonly Finding[], locale: Locale): string {
  const headings = columns.map((column) => csvCell(column.heading[locale]));
  const rows = findings.map((finding) => columns.map((column) => csvCell(column.cell(finding, locale))));
  return `\uFEFF${[headings, ...rows].map((row) => `${row.join(',')}\r\n`).join('')}`;
}

/** The most characters that a cell of Excel holds ("Excel specifications and limits"). */
const cellLimit = 32_767;

/** White space and invisible characters, which importers trim, then what begins a formula; also the full-width forms. */
const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@|＝＋－＠]|^[\t\r\n]/u;

/** What a spreadsheet would turn into a number (an account id loses its zeros and its last digits) or a time. */
const number = /^\d[\d.,:/eE+-]*$/;
const date = /^\d{4}-\d\d-\d\d$/;

/**
 * A quoted cell that no spreadsheet takes for a formula or a number: an apostrophe in front says that it is text
 * ("CSV Injection", OWASP).
 */
export function csvCell(value: string): string {
  const text = visible(value);
  const guarded =
    formula.test(value) || formula.test(text) || (number.test(text) && !date.test(text)) ? `'${text}` : text;
  return `"${guarded.replaceAll('"', '""')}"`;
}

/** Lone surrogates and control characters other than the line break break the file or hide what follows. */
function visible(value: string): string {
  const text = value
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '\uFFFD');
  return text.length <= cellLimit - 1 ? text : `${text.slice(0, cellLimit - 2).toWellFormed()}…`;
}
