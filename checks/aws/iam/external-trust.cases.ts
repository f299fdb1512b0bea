import type { CheckCase } from '../../../lib/model/check-case.ts';
import { row } from '../../any/cases/register.ts';
import { authorizationDetails, trustingRole, trusts } from '../cases/authorization-details.ts';
import { account, denied, inAccount } from '../cases/units.ts';

const outside = { AWS: 'arn:aws:iam::999988887777:root' };
const everybody = { AWS: '*' };
const given = inAccount(
  authorizationDetails({
    roles: [
      trustingRole('open', [trusts(everybody)]),
      trustingRole('any-organisation', [
        trusts(everybody, { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-abc1234567' } }),
      ]),
      trustingRole('organisation', [trusts(everybody, { StringEquals: { 'aws:PrincipalOrgID': 'o-abc1234567' } })]),
      trustingRole('vendor', [trusts(outside)]),
      trustingRole('vendor-with-id', [trusts(outside, { StringEquals: { 'sts:ExternalId': 'abc-123' } })]),
      trustingRole('own', [trusts({ AWS: `arn:aws:iam::${account}:root` })]),
      trustingRole('function', [trusts({ Service: 'lambda.amazonaws.com' })]),
      trustingRole('left', [trusts({ AWS: 'AROAEXAMPLEDELETED0001' })]),
      trustingRole('guests', [
        trusts(
          { Federated: 'cognito-identity.amazonaws.com' },
          { StringEquals: { 'cognito-identity.amazonaws.com:aud': 'eu-west-1:11111111-2222-3333-4444-555555555555' } },
        ),
      ]),
    ],
  }),
);

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: '誰でも、条件の抜け道、組織内、組織外(外部IDの有無)、自アカウント、サービス、削除済みの相手、Cognitoのゲスト',
      en: 'Everybody, a condition with a hole, the organization, outsiders with and without external id, own account, a service, somebody deleted, Cognito guests',
    },
    given,
    expect: {
      open: 'fail',
      'any-organisation': 'fail',
      organisation: 'pass',
      vendor: 'fail',
      'vendor-with-id': 'fail',
      own: 'pass',
      function: 'pass',
      left: 'pass',
      guests: 'fail',
    },
  },
  {
    name: { ja: '基準に書かれた委託先', en: 'A vendor whom the standard names' },
    given: inAccount(authorizationDetails({ roles: [trustingRole('vendor', [trusts(outside)])] })),
    standard: { trustedAccounts: [{ id: '999988887777', name: 'Vendor' }] },
    expect: { vendor: 'pass' },
  },
  {
    name: {
      ja: '台帳で承認されたサービスの提供者、利用を終了したサービスの提供者',
      en: 'The provider of a service that the register approves of, and of one whose use has ended',
    },
    given: inAccount(
      authorizationDetails({
        roles: [trustingRole('vendor', [trusts(outside)]), trustingRole('former', [trusts({ AWS: '888877776666' })])],
      }),
    ),
    standard: {
      register: [
        row('monitoring', { tenants: ['999988887777'] }),
        row('backup', { tenants: ['888877776666'] }, { state: 'retired' }),
      ],
    },
    expect: { vendor: 'pass', former: 'fail' },
  },
  {
    name: { ja: 'IAMの詳細の取得を拒否された', en: 'The authorization details were denied' },
    given: denied(given, 'iam:GetAccountAuthorizationDetails'),
    expect: { [account]: 'unknown' },
  },
];
