import { expect, it } from 'vitest';
import { sampleReport } from '../sample-report.ts';
import { coverageJson } from './coverage-json.ts';
import { summaryJson } from './summary-json.ts';

const report = sampleReport(5);

it('writes the coverage one row a line, and it is read back as it was', () => {
  const text = coverageJson(report.coverage);
  expect(JSON.parse(text)).toEqual({ schema: 'tenken.coverage/1', rows: report.coverage });
  expect(text.split('\n').filter((line) => line.includes('"operation"'))).toHaveLength(report.coverage.length);
});

it('writes an empty coverage', () => {
  expect(JSON.parse(coverageJson([]))).toEqual({ schema: 'tenken.coverage/1', rows: [] });
});

it('writes the summary, and it is read back as it was', () => {
  expect(JSON.parse(summaryJson(report.summary))).toEqual(report.summary);
});
