import { describe, expect, it } from 'vitest';
import { OperatorError } from '../../model/operator-error.ts';
import { sampleFinding, sampleReport } from '../sample-report.ts';
import { findingsNdjson, parseFindings } from './findings-ndjson.ts';

const { findings } = sampleReport(24);

describe('findingsNdjson', () => {
  it('is read back as it was, a finding a line', () => {
    const text = findingsNdjson(findings);
    expect(text.split('\n')).toHaveLength(findings.length + 1);
    expect(parseFindings(text, 'findings.ndjson')).toEqual(findings);
  });

  it('keeps the order of the fields, whatever order they were set in', () => {
    const [finding] = findings;
    const reversed = Object.fromEntries(Object.entries(finding!).toReversed()) as unknown as typeof finding;
    expect(findingsNdjson([reversed!])).toBe(findingsNdjson([finding!]));
    expect(findingsNdjson([finding!])).toMatch(/^\{"id":.*"check":.*"resource":.*"state":"new"\}\n$/);
  });

  it('keeps line breaks in names inside their line', () => {
    const name = 'a\nb\r\n\u2028c';
    const finding = sampleFinding(0, { resource: { ...sampleFinding(0).resource, name } });
    expect(parseFindings(findingsNdjson([finding]), 'f')[0]?.resource.name).toBe(name);
  });

  it('is empty for no findings', () => {
    expect(findingsNdjson([])).toBe('');
    expect(parseFindings('', 'f')).toEqual([]);
  });
});

describe('parseFindings', () => {
  const line = findingsNdjson([sampleFinding(0)]).trimEnd();
  const broken: readonly [string, string, RegExp][] = [
    ['a truncated line', line.slice(0, 100), /"old\.ndjson", line 2, .*not JSON/],
    ['another document', '[1, 2]', /line 2, .*not an object/],
    ['a missing id', line.replace('"id":"f_', '"di":"f_'), /line 2, .*"id" is missing/],
    [
      'an unknown severity',
      line.replace('"severity":"critical"', '"severity":"awful"'),
      /"severity" is missing or has/,
    ],
    ['a date that is none', line.replaceAll('2026-10-01T00:00:00.000Z', 'yesterday'), /"firstSeen" is missing or has/],
    ['a resource without account', line.replace('"account":', '"acount":'), /"resource" is missing or has/],
  ];

  it.each(broken)('names the line of %s', (_, text, message) => {
    expect(() => parseFindings(`${line}\n${text}\n`, 'old.ndjson')).toThrow(OperatorError);
    expect(() => parseFindings(`${line}\n${text}\n`, 'old.ndjson')).toThrow(message);
  });

  it('takes a byte order mark, CRLF and blank lines', () => {
    expect(parseFindings(`\uFEFF${line}\r\n\r\n${line}`, 'f')).toHaveLength(2);
  });
});
