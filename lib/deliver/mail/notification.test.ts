import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../model/results.ts';
import { reportOf, sampleFinding, sampleReport } from '../sample-report.ts';
import { columnWidth } from '../wording/column-width.ts';
import { messageLimit, notification } from './notification.ts';

const report = sampleReport(60);
const link = 'https://reports.example/2026-11-23/report.html?X-Amz-Signature=0123456789';

const hostileCharacter = fc.constantFrom(
  'a',
  '😀',
  '漢',
  '\u0301',
  '\uD800',
  '\u202E',
  '"',
  '\\',
  '\n',
  '\r',
  '\u0000',
  '\u001B',
  '<',
  '%',
  '://',
  'www.',
);
const hostileName = fc
  .tuple(fc.string({ unit: hostileCharacter, minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 40_000 }))
  .map(([unit, times]) => unit.repeat(times));

function named(name: string, count: number): Report {
  const findings = Array.from({ length: count }, (_, place) =>
    sampleFinding(place, {
      title: { ja: name, en: name },
      resource: { ...sampleFinding(place).resource, account: name, region: name, id: name, name },
      state: 'new',
    }),
  );
  const coverage = findings.map(() => ({
    unit: { provider: 'aws' as const, account: name, region: name },
    operation: name,
    status: 'failed' as const,
    reason: name,
    message: name,
    permission: name,
  }));
  return { ...reportOf(findings, name), coverage };
}

describe('notification', () => {
  it('is readable as mail: at most 70 columns, but for the link on its own line', () => {
    for (const locale of ['ja', 'en'] as const) {
      const { email } = notification(report, { locale, link }).messages;
      const lines = email.split('\n');
      expect(lines).toContain(link);
      expect(lines.filter((line) => line !== link && columnWidth(line) > 70)).toEqual([]);
    }
  });

  it('says the counts, then what is new or back, then what is worst, then what could not be read', () => {
    const { email } = notification(report, { locale: 'ja', link }).messages;
    const order = [
      '重大 7',
      '新規・再発の指摘事項: 14',
      '取得失敗',
      'AccessDenied · 必要な権限 iam:GetCredentialReport',
      '報告書:',
    ];
    const places = order.map((words) => email.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('counts the difference to the run before', () => {
    const previous = { ...report.summary, failed: { ...report.summary.failed, critical: 5, high: 20 } };
    const { email } = notification(report, { locale: 'en', previous }).messages;
    expect(email).toContain('Critical 7 (+2)');
    expect(email).toContain('High 15 (-5)');
  });

  it('never says that nothing is to be done when something could not be read', () => {
    const quiet = reportOf([]);
    const { messages } = notification(quiet, { locale: 'en' });
    expect(messages.default).toContain('could not be read');
    expect(messages.email).toContain('could not be read');
    const complete = { ...quiet, coverage: [], summary: { ...quiet.summary, complete: true } };
    expect(notification(complete, { locale: 'en' }).messages.email).toContain('Nothing needs action.');
  });

  it('tells machines the worst findings by id', () => {
    const event = JSON.parse(notification(report, { locale: 'en', link }).messages.sqs) as Record<string, unknown>;
    expect(event).toMatchObject({ schema: 'tenken.notification/1', complete: false, gaps: 2, link });
    expect((event['findings'] as unknown[])[0]).toMatchObject({ severity: 'critical', check: 'aws-root-mfa' });
  });

  it('can be filtered by kind, severity, provider and counts', () => {
    const { attributes } = notification(report, { locale: 'en' });
    expect(attributes['kind']?.StringValue).toBe('["report","new","resolved","incomplete"]');
    expect(attributes['severity']?.StringValue).toBe('["critical","high","medium","low"]');
    expect(attributes['provider']).toEqual({ DataType: 'String.Array', StringValue: '["aws"]' });
    expect(attributes['tenants']).toEqual({ DataType: 'Number', StringValue: '4' });
  });

  it('makes no link of a name', () => {
    const { email } = notification(named('https://evil.example www.evil.example', 3), { locale: 'en' }).messages;
    expect(email).toContain('https[:]//evil');
    expect(email).not.toMatch(/https:|www\./);
  });

  it('stays below the limit with a subject that SNS takes, whatever the names', () => {
    fc.assert(
      fc.property(
        hostileName,
        fc.integer({ min: 0, max: 60 }),
        fc.constantFrom('ja' as const, 'en' as const),
        (name, count, locale) => {
          const { subject, messages, attributes } = notification(named(name, count), {
            locale,
            link: `https://${name}`,
          });
          const body = JSON.stringify(messages);
          expect(Buffer.byteLength(body) + Buffer.byteLength(JSON.stringify(attributes))).toBeLessThanOrEqual(
            messageLimit,
          );
          expect(Object.values(messages).every((message) => message.isWellFormed())).toBe(true);
          expect(subject).toMatch(/^[\x20-\x7E]{1,99}$/);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('lists fewer where twenty would be too long', () => {
    const { messages } = notification(named('漢😀', 60), { locale: 'en' });
    expect(messages.email).toContain('and 40 more');
  });
});
