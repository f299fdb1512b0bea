import type { CheckCase } from '../../../lib/model/check-case.ts';
import { credentialReport, root, user } from '../cases/credential-report.ts';
import { account, denied, inAccount } from '../cases/units.ts';

const given = inAccount(
  credentialReport(
    root(),
    user('hanako', { password_enabled: 'true', mfa_active: 'false' }),
    user('taro', { password_enabled: 'TRUE', mfa_active: 'TRUE' }),
    user('batch', { access_key_1_active: 'true', access_key_1_last_rotated: '2025-12-01T00:00:00+00:00' }),
  ),
);

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: 'コンソールのユーザーだけが対象になる（ルートユーザーとキーだけのユーザーは対象外）',
      en: 'Console users are judged; the root user and a user with keys only are not',
    },
    given,
    expect: { hanako: 'fail', taro: 'pass' },
  },
  {
    name: { ja: '認証情報レポートの取得を拒否された', en: 'The credential report was denied' },
    given: denied(given, 'iam:GetCredentialReport'),
    expect: { [account]: 'unknown' },
  },
];
