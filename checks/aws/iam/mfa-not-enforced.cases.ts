import type { CheckCase } from '../../../lib/model/check-case.ts';
import { authorizationDetails, inlinePolicy, userDetail } from '../cases/authorization-details.ts';
import { credentialReport, user } from '../cases/credential-report.ts';
import { account, denied, inAccount } from '../cases/units.ts';

const work = { Effect: 'Allow', Action: ['s3:*', 'ec2:*'], Resource: '*' };
const unlessMfa = (operator: string): object => ({
  Effect: 'Deny',
  NotAction: ['iam:*MFADevice', 'iam:ListMFADevices', 'iam:GetUser', 'sts:GetSessionToken'],
  Resource: '*',
  Condition: { [operator]: { 'aws:MultiFactorAuthPresent': 'false' } },
});
const withPolicies = (name: string, ...statements: readonly object[]): object =>
  userDetail(name, { UserPolicyList: [inlinePolicy('work', ...statements)] });
const password = { password_enabled: 'true', password_last_changed: '2025-11-01T00:00:00+00:00' };
const key = { access_key_1_active: 'true', access_key_1_last_rotated: '2025-11-01T00:00:00+00:00' };

const given = inAccount({
  ...authorizationDetails({
    users: [
      withPolicies('open', work),
      withPolicies('bool', work, unlessMfa('Bool')),
      withPolicies('enforced', work, unlessMfa('BoolIfExists')),
      withPolicies('device', work),
      withPolicies('machine', work),
    ],
  }),
  ...credentialReport(
    user('open', password),
    user('bool', { ...password, ...key, mfa_active: 'true' }),
    user('enforced', { ...password, ...key }),
    user('device', { ...password, mfa_active: 'true' }),
    user('machine', key),
  ),
});

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: '強制なし、キーを止めないBool、BoolIfExists、デバイスありでキーなし、機械用ユーザー(対象外)',
      en: 'Not enforced, a Bool that does not stop keys, BoolIfExists, a device and no key, a machine user (not judged)',
    },
    given,
    expect: { open: 'fail', bool: 'fail', enforced: 'pass', device: 'pass' },
  },
  {
    name: { ja: '認証情報レポートの取得を拒否された', en: 'The credential report was denied' },
    given: denied(given, 'iam:GetCredentialReport'),
    expect: { [account]: 'unknown' },
  },
];
