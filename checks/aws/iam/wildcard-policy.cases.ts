import type { CheckCase } from '../../../lib/model/check-case.ts';
import {
  authorizationDetails,
  groupDetail,
  managedPolicy,
  policyDocument,
  roleDetail,
  userDetail,
} from '../cases/authorization-details.ts';
import { account, denied, inAccount } from '../cases/units.ts';

const ownArn = (name: string): string => `arn:aws:iam::${account}:policy/${name}`;
const attached = (...arns: readonly string[]): { PolicyName: string; PolicyArn: string }[] =>
  arns.map((arn) => ({ PolicyName: arn.split('/').at(-1) ?? '', PolicyArn: arn }));
const inline = (statement: object): { PolicyName: string; PolicyDocument: string } => ({
  PolicyName: 'inline',
  PolicyDocument: policyDocument(statement),
});
const buckets = { Sid: 'Buckets', Effect: 'Allow', Action: 's3:*', Resource: '*' };
const oneBucket = { Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::keep/*' };
const withCode = { ...buckets, Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };
const allBut = { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' };
const administrator = { Effect: 'Allow', Action: '*', Resource: '*' };

const given = inAccount(
  authorizationDetails({
    users: [
      userDetail('taro', { AttachedManagedPolicies: attached(ownArn('buckets'), ownArn('keep'), ownArn('admin')) }),
      userDetail('hanako', { UserPolicyList: [inline({ Effect: 'Allow', Action: ['kms:*'], Resource: ['*'] })] }),
    ],
    groups: [groupDetail('developers', { GroupPolicyList: [inline(withCode)] })],
    roles: [
      roleDetail('batch', { RolePolicyList: [inline(allBut)] }),
      roleDetail('AWSReservedSSO_Mail_0123456789abcdef', {
        Path: '/aws-reserved/sso.amazonaws.com/',
        RolePolicyList: [inline({ Effect: 'Allow', Action: 'ses:*', Resource: '*' })],
      }),
      roleDetail('AWSServiceRoleForX', {
        Path: '/aws-service-role/x.amazonaws.com/',
        RolePolicyList: [inline(buckets)],
      }),
    ],
    policies: [
      managedPolicy(ownArn('buckets'), buckets),
      managedPolicy(ownArn('keep'), oneBucket),
      managedPolicy(ownArn('admin'), administrator),
      managedPolicy(ownArn('unattached'), buckets),
      managedPolicy('arn:aws:iam::aws:policy/AmazonS3FullAccess', buckets),
    ],
  }),
);

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: 'サービス全体、一つのバケットだけ、管理者（別の検査の対象）、KMS全体、条件付き、NotAction、Identity Centerのロール（付与されていないもの、AWSのもの、サービスにリンクされたロールは対象外）',
      en: 'All of a service, one bucket only, an administrator (of another check), all of KMS, a condition, NotAction, a role of Identity Center; what nobody holds, what is AWS’s and service-linked roles are not judged',
    },
    given,
    expect: {
      buckets: 'fail',
      keep: 'pass',
      admin: 'pass',
      hanako: 'fail',
      developers: 'pass',
      batch: 'fail',
      AWSReservedSSO_Mail_0123456789abcdef: 'fail',
    },
  },
  {
    name: {
      ja: '付与されたポリシーの中身が回答に含まれていない',
      en: 'The answer lacks the document of an attached policy',
    },
    given: inAccount(
      authorizationDetails({
        users: [userDetail('taro', { AttachedManagedPolicies: attached(ownArn('lost')) })],
        policies: [{ Arn: ownArn('lost'), PolicyName: 'lost', PolicyVersionList: [] }],
      }),
    ),
    expect: { lost: 'unknown' },
  },
  {
    name: { ja: 'IAMの詳細の取得を拒否された', en: 'The authorization details were denied' },
    given: denied(given, 'iam:GetAccountAuthorizationDetails'),
    expect: { [account]: 'unknown' },
  },
];
