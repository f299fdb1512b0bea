import type { CheckCase } from '../../../lib/model/check-case.ts';
import { credentialReport, root, user, type ReportRow } from '../cases/credential-report.ts';
import { account, denied, inAccount } from '../cases/units.ts';

const stalePassword: ReportRow = {
  password_enabled: 'true',
  password_last_changed: '2023-02-01T00:00:00+00:00',
  password_last_used: '2025-03-01T00:00:00+00:00',
};
const usedKey: ReportRow = {
  access_key_1_active: 'true',
  access_key_1_last_rotated: '2025-01-01T00:00:00+00:00',
  access_key_1_last_used_date: '2025-12-31T00:00:00+00:00',
  access_key_1_last_used_region: 'N/A',
  access_key_1_last_used_service: 'iam',
};
const newUser: ReportRow = { user_creation_time: '2025-12-20T00:00:00+00:00' };
const standard = { thresholds: { staleDays: 90, graceDays: 30, accessKeyAgeDays: 90, rootUnusedDays: 90 } };

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: 'パスワードもキーも長く使われていない、認証情報がない',
      en: 'Neither password nor key was used for long; no credentials at all',
    },
    given: inAccount(
      credentialReport(
        root(),
        user('hanako', stalePassword),
        user('jiro', { ...stalePassword, password_last_used: 'no_information' }),
        user('saburo', { ...stalePassword, ...usedKey, access_key_1_last_used_date: '2025-09-01T00:00:00+00:00' }),
        user('nobody'),
      ),
    ),
    standard,
    expect: { hanako: 'fail', jiro: 'fail', saburo: 'fail', nobody: 'fail' },
  },
  {
    name: {
      ja: 'どれか一つでも使われている、または作成されて間もない',
      en: 'One credential is in use, or the user is new',
    },
    given: inAccount(credentialReport(user('batch', { ...stalePassword, ...usedKey }), user('shinjin', newUser))),
    standard,
    expect: { batch: 'pass', shinjin: 'pass' },
  },
  {
    name: {
      ja: '署名証明書を持つユーザー（AWSは証明書の使用を記録しない）',
      en: 'A user with a signing certificate, whose use AWS does not record',
    },
    given: inAccount(
      credentialReport(user('soap', { cert_1_active: 'true', cert_1_last_rotated: '2019-01-01T00:00:00+00:00' })),
    ),
    standard,
    expect: { soap: 'unknown' },
  },
  {
    name: { ja: '認証情報レポートの取得を拒否された', en: 'The credential report was denied' },
    given: denied(inAccount(credentialReport(root())), 'iam:GetCredentialReport'),
    expect: { [account]: 'unknown' },
  },
];
