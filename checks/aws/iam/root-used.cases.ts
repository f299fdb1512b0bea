import type { CheckCase } from '../../../lib/model/check-case.ts';
import { credentialReport, reportOf, root, user } from '../cases/credential-report.ts';
import { account, denied, inAccount } from '../cases/units.ts';

export const cases: readonly CheckCase[] = [
  {
    name: { ja: '先週サインインしたルートユーザー', en: 'A root user that signed in last week' },
    given: inAccount(credentialReport(root({ password_last_used: '2025-12-24T09:00:00+00:00' }))),
    expect: { root: 'fail' },
  },
  {
    name: { ja: '先週アクセスキーを使ったルートユーザー', en: 'A root user whose access key was used last week' },
    given: inAccount(
      credentialReport(
        root({
          access_key_1_active: 'true',
          access_key_1_last_rotated: '2019-01-01T00:00:00+00:00',
          access_key_1_last_used_date: '2025-12-24T09:00:00+00:00',
        }),
      ),
    ),
    expect: { root: 'fail' },
  },
  {
    name: { ja: '先週使われ、今は無効なアクセスキー', en: 'An access key that was used last week and is inactive now' },
    given: inAccount(credentialReport(root({ access_key_2_last_used_date: '2025-12-24T09:00:00+00:00' }))),
    expect: { root: 'fail' },
  },
  {
    name: { ja: '先週使われ、今はないパスワード', en: 'A password that was used last week and is gone now' },
    given: inAccount(
      credentialReport(root({ password_enabled: 'FALSE', password_last_used: '2025-12-24T09:00:00+00:00' })),
    ),
    expect: { root: 'fail' },
  },
  {
    name: { ja: 'ちょうど90日前に使われたルートユーザー', en: 'A root user that was used exactly ninety days ago' },
    given: inAccount(credentialReport(root({ password_last_used: '2025-10-03T00:00:00+00:00' }))),
    standard: { thresholds: { staleDays: 90, graceDays: 30, accessKeyAgeDays: 90, rootUnusedDays: 90 } },
    expect: { root: 'fail' },
  },
  {
    name: { ja: '2年前に使われたきりのルートユーザー', en: 'A root user that was last used two years ago' },
    given: inAccount(credentialReport(root({ password_last_used: '2024-01-01T00:00:00+00:00' }))),
    expect: { root: 'pass' },
  },
  {
    name: { ja: '使用の記録がないルートユーザー', en: 'A root user without any use on record' },
    given: inAccount(credentialReport(root())),
    expect: { root: 'pass' },
  },
  {
    name: {
      ja: 'ルートの認証情報なしで作られたメンバーアカウント',
      en: 'A member account that was made without root credentials',
    },
    given: inAccount(credentialReport(root({ password_enabled: 'FALSE', password_last_used: 'N/A' }))),
    expect: { root: 'pass' },
  },
  {
    name: { ja: 'ルートユーザーの行がないレポート', en: 'A report without a row of the root user' },
    given: inAccount(reportOf([user('sato')])),
    expect: { root: 'unknown' },
  },
  {
    name: { ja: '認証情報レポートの取得を拒否された', en: 'The credential report was denied' },
    given: denied(inAccount(credentialReport(root())), 'iam:GetCredentialReport'),
    expect: { [account]: 'unknown' },
  },
];
