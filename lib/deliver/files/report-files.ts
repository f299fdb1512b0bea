import type { ClauseInfo } from '../../model/clause-info.ts';
import type { ObjectStore } from '../../model/object-store.ts';
import type { Report } from '../../model/results.ts';
import type { Locale } from '../../model/text.ts';
import { findingsCsv } from '../csv/findings-csv.ts';
import { reportHtml } from '../html/report-html.ts';
import { coverageJson } from '../json/coverage-json.ts';
import { summaryJson } from '../json/summary-json.ts';
import { factsNdjson } from '../ndjson/facts-ndjson.ts';
import { findingsNdjson } from '../ndjson/findings-ndjson.ts';
import { findingsOcsf } from '../ocsf/findings-ocsf.ts';

/** One file of a report. */
export interface ReportFile {
  readonly name: string;
  readonly contentType: string;
  readonly body: string;
}

/** Every file that a report consists of. Pure: the same report gives the same bytes. */
export function reportFiles(report: Report, locale: Locale, clauses: readonly ClauseInfo[]): readonly ReportFile[] {
  return [
    { name: 'findings.ndjson', contentType: 'application/x-ndjson', body: findingsNdjson(report.findings) },
    { name: 'findings.csv', contentType: 'text/csv; charset=utf-8', body: findingsCsv(report.findings, locale) },
    { name: 'findings.ocsf.json', contentType: 'application/json', body: findingsOcsf(report, locale) },
    { name: 'summary.json', contentType: 'application/json', body: summaryJson(report.summary) },
    { name: 'coverage.json', contentType: 'application/json', body: coverageJson(report.coverage) },
    {
      name: 'facts/principals.ndjson',
      contentType: 'application/x-ndjson',
      body: factsNdjson(report.facts.principals),
    },
    {
      name: 'facts/exposures.ndjson',
      contentType: 'application/x-ndjson',
      body: factsNdjson(report.facts.exposures),
    },
    {
      name: 'facts/connections.ndjson',
      contentType: 'application/x-ndjson',
      body: factsNdjson(report.facts.connections),
    },
    {
      name: 'facts/second-factors.ndjson',
      contentType: 'application/x-ndjson',
      body: factsNdjson(report.facts.secondFactors),
    },
    {
      name: 'facts/services.ndjson',
      contentType: 'application/x-ndjson',
      body: factsNdjson(report.facts.services),
    },
    {
      name: 'facts/deletions.ndjson',
      contentType: 'application/x-ndjson',
      body: factsNdjson(report.deletions),
    },
    { name: 'report.html', contentType: 'text/html; charset=utf-8', body: reportHtml(report, locale, clauses) },
  ];
}

/** Writes a report's files to a store, the page that people open last, so that it never stands there without the rest. */
export async function deliverFiles(store: Pick<ObjectStore, 'put'>, files: readonly ReportFile[]): Promise<void> {
  for (const file of files) await store.put(file.name, file.body, file.contentType);
}
