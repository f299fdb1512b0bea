import type { CheckCase } from '../../../lib/model/check-case.ts';
import { credentialReport, root, user, type ReportRow } from '../cases/credential-report.ts';
import { account, denied, inAccount } from '../cases/units.ts';

const password = (changed: string, lastUsed: string): ReportRow => ({
  password_enabled: 'TRUE',
  password_last_changed: changed,
  password_last_used: lastUsed,
});
const standard = { thresholds: { staleDays: 90, graceDays: 30, accessKeyAgeDays: 90, rootUnusedDays: 90 } };

const given = inAccount(
  credentialReport(
    root({ password_last_used: '2020-01-01T00:00:00+00:00' }),
    user('hanako', password('2023-02-01T00:00:00+00:00', '2025-03-01T00:00:00+00:00')),
    user('jiro', {
      ...password('2023-02-01T00:00:00+00:00', 'no_information'),
      access_key_1_active: 'true',
      access_key_1_last_rotated: '2025-12-01T00:00:00+00:00',
      access_key_1_last_used_date: '2025-12-31T00:00:00+00:00',
    }),
    user('border', password('2023-02-01T00:00:00+00:00', '2025-10-03T00:00:00+00:00')),
    user('shinjin', password('2025-12-20T00:00:00+00:00', 'no_information')),
    user('removed', { password_last_used: '2024-01-01T00:00:00+00:00' }),
  ),
);

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: '長く使われていない、一度も使われていない（キーは使用中）、ちょうど90日、設定したばかり（ルートユーザーと、パスワードのないユーザーは対象外）',
      en: 'Unused for long, never used beside a key in use, ninety days, just set; the root user and a removed password are not judged',
    },
    given,
    standard,
    expect: { hanako: 'fail', jiro: 'fail', border: 'pass', shinjin: 'pass' },
  },
  {
    name: { ja: '認証情報レポートの取得を拒否された', en: 'The credential report was denied' },
    given: denied(given, 'iam:GetCredentialReport'),
    expect: { [account]: 'unknown' },
  },
];
