import { createHash } from 'node:crypto';
import type { ClauseInfo } from '../../model/clause-info.ts';
import type { Report } from '../../model/results.ts';
import type { Locale } from '../../model/text.ts';
import { clientScript, clientStyle } from './client.generated.ts';
import { dataBlock } from './data-block.ts';
import { escapeHtml } from './escape-html.ts';
import { plainSummary } from './plain-summary.ts';
import { detailData, detailsPerBlock, reportData } from './report-data.ts';

/**
 * report.html: one page that needs nothing else. Its content security policy lets it load nothing and run only the one
 * inlined script, by hash; everything that strangers named reaches the page as data and is shown as text. The language
 * can be switched; `locale` is the one it opens in. Without scripts it shows a summary.
 */
export function reportHtml(report: Report, locale: Locale, clauses: readonly ClauseInfo[]): string {
  const title = { ja: '点検報告書', en: 'Tenken report' }[locale];
  const { organisation } = report.summary;
  return [
    '<!doctype html>',
    `<html lang="${locale}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(organisation ? `${title} - ${organisation}` : title)}</title>`,
    `<style>${clientStyle}</style>`,
    '</head>',
    '<body>',
    '<div id="app"></div>',
    `<noscript>${plainSummary(report, locale)}</noscript>`,
    dataBlock('report-data', reportData(report, clauses)),
    ...detailBlocks(report),
    `<script>${clientScript}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const policy = [
  "default-src 'none'",
  `script-src ${hash(clientScript)}`,
  `style-src ${hash(clientStyle)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** A source expression of an inlined element's exact text ("Content Security Policy Level 3", hash-source). */
function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function detailBlocks({ findings }: Report): string[] {
  const blocks = Array.from({ length: Math.ceil(findings.length / detailsPerBlock) }, (_, place) =>
    findings.slice(place * detailsPerBlock, (place + 1) * detailsPerBlock),
  );
  return blocks.map((block, place) => dataBlock(`details-${place}`, block.map(detailData)));
}
