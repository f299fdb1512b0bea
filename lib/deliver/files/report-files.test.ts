import { describe, expect, it } from 'vitest';
import type { ClauseInfo } from '../../model/clause-info.ts';
import type { ObjectStore } from '../../model/object-store.ts';
import { sampleReport } from '../sample-report.ts';
import { deliverFiles, reportFiles } from './report-files.ts';

const clauses: readonly ClauseInfo[] = [];

describe('reportFiles', () => {
  it('names every file of a report', () => {
    expect(reportFiles(sampleReport(3), 'ja', clauses).map(({ name }) => name)).toEqual([
      'findings.ndjson',
      'findings.csv',
      'findings.ocsf.json',
      'summary.json',
      'coverage.json',
      'facts/principals.ndjson',
      'facts/exposures.ndjson',
      'facts/connections.ndjson',
      'facts/second-factors.ndjson',
      'facts/services.ndjson',
      'facts/deletions.ndjson',
      'report.html',
    ]);
  });

  it('gives the same bytes for the same report, compressed blocks included', () => {
    expect(reportFiles(sampleReport(1500), 'en', clauses)).toEqual(reportFiles(sampleReport(1500), 'en', clauses));
  });

  it('writes a report of nothing', () => {
    expect(reportFiles(sampleReport(0), 'en', clauses).every(({ body }) => typeof body === 'string')).toBe(true);
  });
});

it('delivers all files, the page last', async () => {
  const puts: (readonly [string, string | undefined])[] = [];
  const store: Pick<ObjectStore, 'put'> = {
    put: (key, _body, contentType) => Promise.resolve(void puts.push([key, contentType])),
  };
  await deliverFiles(store, reportFiles(sampleReport(2), 'ja', clauses));
  expect(puts).toHaveLength(12);
  expect(puts.at(-1)).toEqual(['report.html', 'text/html; charset=utf-8']);
});
