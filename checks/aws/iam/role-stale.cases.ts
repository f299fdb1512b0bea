import type { CheckCase } from '../../../lib/model/check-case.ts';
import { authorizationDetails, policyDocument, roleDetail } from '../cases/authorization-details.ts';
import { account, denied, inAccount } from '../cases/units.ts';

const standard = { thresholds: { staleDays: 90, graceDays: 30, accessKeyAgeDays: 90, rootUnusedDays: 90 } };
const used = (
  LastUsedDate: string,
  Region = 'us-east-1',
): { RoleLastUsed: { LastUsedDate: string; Region: string } } => ({
  RoleLastUsed: { LastUsedDate, Region },
});
const readBuckets = { Effect: 'Allow', Action: 's3:Get*', Resource: '*' };

const given = inAccount(
  authorizationDetails({
    roles: [
      roleDetail('idle', {
        ...used('2025-09-03T00:00:00.000Z'),
        AttachedManagedPolicies: [{ PolicyName: 'a', PolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }],
        RolePolicyList: [{ PolicyName: 'b', PolicyDocument: policyDocument(readBuckets) }],
      }),
      roleDetail('never', { RoleLastUsed: {} }),
      roleDetail('AWSReservedSSO_Dev_0123456789abcdef', {
        Path: '/aws-reserved/sso.amazonaws.com/ap-northeast-1/',
        RoleLastUsed: {},
      }),
      roleDetail('elsewhere', used('2025-12-31T00:00:00.000Z', 'ap-south-1')),
      roleDetail('border', used('2025-10-03T00:00:00.000Z')),
      roleDetail('young', { CreateDate: '2025-12-10T00:00:00.000Z' }),
      roleDetail('AWSServiceRoleForSupport', { Path: '/aws-service-role/support.amazonaws.com/' }),
    ],
  }),
);

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: '長く使われていないロール、記録のないロール、Identity Centerのロール、別リージョンで使われているロール、ちょうど90日、作ったばかり（サービスにリンクされたロールは対象外）',
      en: 'Idle, never used, of Identity Center, used in another region, ninety days, new; a service-linked role is not judged',
    },
    given,
    standard,
    expect: {
      idle: 'fail',
      never: 'fail',
      AWSReservedSSO_Dev_0123456789abcdef: 'fail',
      elsewhere: 'pass',
      border: 'pass',
      young: 'pass',
    },
  },
  {
    name: { ja: 'IAMの詳細の取得を拒否された', en: 'The authorization details were denied' },
    given: denied(given, 'iam:GetAccountAuthorizationDetails'),
    expect: { [account]: 'unknown' },
  },
];
