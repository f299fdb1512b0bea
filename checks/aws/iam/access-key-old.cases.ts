import type { CheckCase } from '../../../lib/model/check-case.ts';
import { credentialReport, root, user } from '../cases/credential-report.ts';
import { account, denied, inAccount } from '../cases/units.ts';

const given = inAccount(
  credentialReport(
    root(),
    user('hanako', {
      access_key_1_active: 'true',
      access_key_1_last_rotated: '2025-12-01T00:00:00+00:00',
      access_key_2_active: 'true',
      access_key_2_last_rotated: '2025-06-01T00:00:00+00:00',
      access_key_2_last_used_date: '2025-12-31T00:00:00+00:00',
    }),
    user('taro', { access_key_1_active: 'true', access_key_1_last_rotated: '2025-10-03T00:00:00+00:00' }),
    user('nokey'),
  ),
);
const standard = { thresholds: { staleDays: 90, graceDays: 30, accessKeyAgeDays: 90, rootUnusedDays: 90 } };

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: '片方のキーが古い、ちょうど90日のキー、キーのないユーザー',
      en: 'One key of two is old, a key of ninety days, a user without keys',
    },
    given,
    standard,
    expect: { hanako: 'fail', taro: 'pass' },
  },
  {
    name: { ja: '認証情報レポートの取得を拒否された', en: 'The credential report was denied' },
    given: denied(given, 'iam:GetCredentialReport'),
    expect: { [account]: 'unknown' },
  },
];
