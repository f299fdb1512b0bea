import type { CheckCase } from '../../../lib/model/check-case.ts';
import {
  attachedPolicy,
  authorizationDetails,
  inlinePolicy,
  trustingRole,
  trusts,
  userDetail,
} from '../cases/authorization-details.ts';
import { credentialReport } from '../cases/credential-report.ts';
import { account, denied, inAccount } from '../cases/units.ts';

const allow = (action: string | readonly string[], resource = '*', condition?: object): object => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
  ...(condition && { Condition: condition }),
});
const arn = (resource: string): string => `arn:aws:iam::${account}:${resource}`;
const administrator = { AttachedManagedPolicies: [attachedPolicy('arn:aws:iam::aws:policy/AdministratorAccess')] };
const owner = { AWS: arn('root') };
const lambda = { Service: 'lambda.amazonaws.com' };

const chain = inAccount({
  ...authorizationDetails({
    users: [
      userDetail('hanako', { UserPolicyList: [inlinePolicy('assume', allow('sts:AssumeRole', arn('role/build')))] }),
      userDetail('jiro', { UserPolicyList: [inlinePolicy('assume', allow('sts:AssumeRole', arn('role/reader')))] }),
    ],
    roles: [
      trustingRole('build', [trusts(owner)], {
        RolePolicyList: [
          inlinePolicy('release', allow(['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction'])),
        ],
      }),
      trustingRole('reader', [trusts(owner)], { RolePolicyList: [inlinePolicy('read', allow('s3:Get*'))] }),
      trustingRole('service', [trusts(lambda)], administrator),
    ],
  }),
  ...credentialReport(),
});

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: '2手: ロールを引き受け、管理者ロールをLambdaに渡す。隣の無害なロールを引き受けられるだけの利用者は合格',
      en: 'Two steps: assume a role that passes an administrator role to Lambda; who may assume a harmless role passes',
    },
    given: chain,
    expect: { hanako: 'fail', build: 'fail', jiro: 'pass', reader: 'pass' },
  },
  {
    name: {
      ja: '自分のポリシーを書けるが、アクセス許可境界がs3だけを許す。境界を外せる利用者は不合格',
      en: 'May write own policies under a boundary that allows S3 alone; who may remove the boundary fails',
    },
    given: inAccount({
      ...authorizationDetails({
        users: [
          {
            ...userDetail('capped', { UserPolicyList: [inlinePolicy('self', allow('iam:PutUserPolicy'))] }),
            PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: arn('policy/cap') },
          },
          {
            ...userDetail('freed', {
              UserPolicyList: [inlinePolicy('self', allow(['iam:PutUserPolicy', 'iam:DeleteUserPermissionsBoundary']))],
            }),
            PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: arn('policy/loose') },
          },
        ],
        policies: [
          { ...policy('cap', allow(['s3:*', 'iam:PutUserPolicy'])) },
          { ...policy('loose', allow(['s3:*', 'iam:PutUserPolicy', 'iam:DeleteUserPermissionsBoundary'])) },
        ],
      }),
      ...credentialReport(),
    }),
    expect: { capped: 'pass', freed: 'fail' },
  },
  {
    name: {
      ja: '多要素認証を条件に管理者ロールを引き受けられる(深刻度は中)。外部IDは組織内の守りにならない',
      en: 'May assume an administrator role with MFA (medium); an external id protects nothing within the account',
    },
    given: inAccount({
      ...authorizationDetails({
        users: [
          userDetail('ops', { UserPolicyList: [inlinePolicy('assume', allow('sts:AssumeRole'))] }),
          userDetail('dev', { UserPolicyList: [inlinePolicy('assume', allow('sts:AssumeRole', arn('role/with-id')))] }),
        ],
        roles: [
          trustingRole(
            'break-glass',
            [trusts(owner, { Bool: { 'aws:MultiFactorAuthPresent': 'true' } })],
            administrator,
          ),
          trustingRole('with-id', [trusts(owner, { StringEquals: { 'sts:ExternalId': 'abc' } })], administrator),
        ],
      }),
      ...credentialReport(),
    }),
    expect: { ops: 'fail', dev: 'fail' },
  },
  {
    name: {
      ja: 'アクセス許可境界の内容が回答に含まれていない。ポリシーに解釈できない要素がある',
      en: 'The answer lacks the boundary’s document; a policy holds an element that is none of IAM’s',
    },
    given: inAccount({
      ...authorizationDetails({
        users: [
          {
            ...userDetail('hidden', { UserPolicyList: [inlinePolicy('all', allow('iam:*'))] }),
            PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: arn('policy/unseen') },
          },
          userDetail('strange', {
            UserPolicyList: [inlinePolicy('odd', allow('iam:*', '*', { StringResembles: { 'aws:username': 'x' } }))],
          }),
        ],
      }),
      ...credentialReport(),
    }),
    expect: { hidden: 'unknown', strange: 'unknown' },
  },
  {
    name: { ja: 'IAMの詳細の取得を拒否された', en: 'The authorization details were denied' },
    given: denied(chain, 'iam:GetAccountAuthorizationDetails'),
    expect: { [account]: 'unknown' },
  },
];

function policy(name: string, ...statements: readonly object[]): object {
  const { PolicyName, PolicyDocument } = inlinePolicy(name, ...statements);
  return {
    PolicyName,
    Arn: arn(`policy/${name}`),
    DefaultVersionId: 'v1',
    PolicyVersionList: [{ VersionId: 'v1', IsDefaultVersion: true, Document: PolicyDocument }],
  };
}
