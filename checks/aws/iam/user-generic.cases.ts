import type { CheckCase } from '../../../lib/model/check-case.ts';
import { credentialReport, root, user, type ReportRow } from '../cases/credential-report.ts';
import { account, denied, inAccount } from '../cases/units.ts';

const console: ReportRow = { password_enabled: 'TRUE', password_last_used: '2025-12-31T00:00:00+00:00' };
const key = (slot: 1 | 2, region: string): ReportRow => ({
  [`access_key_${slot}_active`]: 'true',
  [`access_key_${slot}_last_rotated`]: '2025-12-01T00:00:00+00:00',
  [`access_key_${slot}_last_used_date`]: '2025-12-31T00:00:00+00:00',
  [`access_key_${slot}_last_used_region`]: region,
  [`access_key_${slot}_last_used_service`]: 's3',
});

const given = inAccount(
  credentialReport(
    root(),
    user('admin', console),
    user('dev1', { ...console, ...key(1, 'ap-northeast-1'), ...key(2, 'us-east-1') }),
    user('sales-shared', console),
    user('testaverde.mario', console),
    user('tanaka-admin', console),
    user('test', key(1, 'us-east-1')),
  ),
);

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: '汎用の名前、キーの使われ方が異なる、共用を表す名前、語の一部だけが一致する名前、個人の管理者（キーだけのユーザーは対象外）',
      en: 'A generic name, keys used differently, a name that means sharing, a name that only begins alike, a person who administers; a user with keys only is not judged',
    },
    given,
    expect: { admin: 'fail', dev1: 'fail', 'sales-shared': 'fail', 'testaverde.mario': 'pass', 'tanaka-admin': 'pass' },
  },
  {
    name: { ja: '認証情報レポートの取得を拒否された', en: 'The credential report was denied' },
    given: denied(given, 'iam:GetCredentialReport'),
    expect: { [account]: 'unknown' },
  },
];
