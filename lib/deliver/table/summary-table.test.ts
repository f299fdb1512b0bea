import { describe, expect, it } from 'vitest';
import { reportOf, sampleFinding, sampleReport } from '../sample-report.ts';
import { columnWidth } from '../wording/column-width.ts';
import { summaryTable } from './summary-table.ts';

const report = sampleReport(60);

describe('summaryTable', () => {
  it('counts by account, with a total', () => {
    const lines = summaryTable(report, 'en').split('\n');
    expect(lines.find((line) => line.startsWith('aws/111122223333'))).toMatch(/^aws\/111122223333 +7 +8 +0 +0 +0 +1$/);
    expect(lines.find((line) => line.startsWith('Total'))).toMatch(/^Total +7 +15 +14 +6 +0 +5$/);
  });

  it('names the worst findings and what could not be judged', () => {
    const text = summaryTable(report, 'ja');
    expect(text).toContain('重い指摘事項 (全 42 件)');
    expect(text).toMatch(/^重大 +ルートユーザーにMFAがない\n +hanako\.yamada  111122223333/m);
    expect(text).toContain('確認できなかったもの (取得失敗 2 件)');
    expect(text).toContain('→ 必要な権限 iam:GetCredentialReport');
  });

  it('says so when nothing is wrong, and says it is not everything when something was not read', () => {
    const nothing = reportOf([]);
    expect(summaryTable(nothing, 'en')).toContain('could not be judged');
    expect(summaryTable(nothing, 'en')).not.toContain('Worst findings');
  });

  it.each([60, 80, 120])('keeps to %i columns, full-width characters counted as two', (columns) => {
    for (const locale of ['ja', 'en'] as const) {
      const lines = summaryTable(report, locale, { columns }).split('\n');
      expect(lines.filter((line) => columnWidth(line) > Math.max(columns, 75))).toEqual([]);
    }
  });

  it('has colour only when asked', () => {
    expect(summaryTable(report, 'en')).not.toContain('\u001B');
    expect(summaryTable(report, 'en', { colour: true })).toContain('\u001B[1;31mCritical');
  });

  it('lets no name write to the terminal', () => {
    const name = '\u001B[2Jx\u202Ey\u009B31m\r\n';
    const resource = { ...sampleFinding(0).resource, account: name, region: name, name };
    const text = summaryTable(reportOf([sampleFinding(0, { resource })], name), 'en');
    expect(text).not.toMatch(/[^\P{Cc}\n]|\u202E/u);
  });
});
