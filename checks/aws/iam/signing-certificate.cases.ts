import type { CheckCase } from '../../../lib/model/check-case.ts';
import { credentialReport, root, user } from '../cases/credential-report.ts';
import { account, denied, inAccount } from '../cases/units.ts';

const given = inAccount(
  credentialReport(
    root(),
    user('soap', {
      cert_1_active: 'true',
      cert_1_last_rotated: '2019-01-01T00:00:00+00:00',
      cert_2_active: 'TRUE',
      cert_2_last_rotated: '2020-01-01T00:00:00+00:00',
    }),
    user('taro', { cert_1_active: 'FALSE', cert_1_last_rotated: '2019-01-01T00:00:00+00:00' }),
  ),
);

export const cases: readonly CheckCase[] = [
  {
    name: { ja: '有効な証明書が二つ、無効な証明書', en: 'Two active certificates; an inactive one' },
    given,
    expect: { root: 'pass', soap: 'fail', taro: 'pass' },
  },
  {
    name: { ja: 'ルートユーザーの有効な証明書', en: 'An active certificate of the root user' },
    given: inAccount(
      credentialReport(root({ cert_1_active: 'true', cert_1_last_rotated: '2012-01-01T00:00:00+00:00' })),
    ),
    expect: { root: 'fail' },
  },
  {
    name: { ja: '認証情報レポートの取得を拒否された', en: 'The credential report was denied' },
    given: denied(given, 'iam:GetCredentialReport'),
    expect: { [account]: 'unknown' },
  },
];
