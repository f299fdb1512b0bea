import type { CheckCase } from '../../../lib/model/check-case.ts';
import { credentialReport, root, user } from '../cases/credential-report.ts';
import { account, denied, inAccount } from '../cases/units.ts';

const given = inAccount(
  credentialReport(
    root(),
    user('hanako', {
      password_enabled: 'true',
      password_last_changed: '2020-04-01T00:00:02+00:00',
      password_last_used: '2025-12-20T00:00:00+00:00',
    }),
    user('jiro', {
      password_enabled: 'true',
      password_last_changed: '2023-02-01T00:00:00+00:00',
      password_last_used: 'no_information',
    }),
    user('taro', {
      password_enabled: 'true',
      password_last_changed: '2020-04-03T00:10:00+00:00',
      password_last_used: '2025-12-20T00:00:00+00:00',
    }),
    user('shinjin', {
      user_creation_time: '2025-12-28T00:00:00+00:00',
      password_enabled: 'true',
      password_last_changed: '2025-12-28T00:00:01+00:00',
      password_last_used: 'no_information',
    }),
    user('reset', {
      password_enabled: 'true',
      password_last_changed: '2025-09-01T00:00:00+00:00',
      password_last_used: '2025-03-01T00:00:00+00:00',
    }),
    user('byapi', {
      password_enabled: 'true',
      password_last_changed: '2025-09-01T00:00:00+00:00',
      password_last_used: '2025-03-01T00:00:00+00:00',
      access_key_1_active: 'true',
      access_key_1_last_rotated: '2025-08-01T00:00:00+00:00',
    }),
    user('batch'),
  ),
);

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: '作成時のまま使用中、発行後未使用、初回に変更済み、発行直後、再設定後に未使用、APIで変更できるユーザー',
      en: 'In use unchanged, issued but never used, changed at first use, just issued, set again and not used since, able to change it through the API',
    },
    given,
    expect: { hanako: 'fail', jiro: 'fail', taro: 'pass', shinjin: 'pass', reset: 'fail', byapi: 'pass' },
  },
  {
    name: { ja: '認証情報レポートの取得を拒否された', en: 'The credential report was denied' },
    given: denied(given, 'iam:GetCredentialReport'),
    expect: { [account]: 'unknown' },
  },
];
