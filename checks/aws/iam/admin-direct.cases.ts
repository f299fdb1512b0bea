import type { CheckCase } from '../../../lib/model/check-case.ts';
import { authorizationDetails, managedPolicy, policyDocument, userDetail } from '../cases/authorization-details.ts';
import { account, denied, inAccount } from '../cases/units.ts';

const everything = { Effect: 'Allow', Action: '*', Resource: '*' };
const readBuckets = { Effect: 'Allow', Action: ['s3:Get*', 's3:List*'], Resource: '*' };
const ownArn = (name: string): string => `arn:aws:iam::${account}:policy/${name}`;
const attached = (arn: string): { PolicyName: string; PolicyArn: string }[] => [
  { PolicyName: arn.split('/').at(-1) ?? '', PolicyArn: arn },
];

const given = inAccount(
  authorizationDetails({
    users: [
      userDetail('hanako', { AttachedManagedPolicies: attached('arn:aws:iam::aws:policy/AdministratorAccess') }),
      userDetail('jiro', { AttachedManagedPolicies: attached(ownArn('all')) }),
      userDetail('saburo', {
        UserPolicyList: [
          {
            PolicyName: 'everything with a code',
            PolicyDocument: policyDocument({
              Effect: 'Allow',
              Action: ['*:*'],
              Resource: ['*'],
              Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
            }),
          },
        ],
      }),
      userDetail('taro', { AttachedManagedPolicies: attached(ownArn('read-buckets')) }),
      userDetail('yuki', { GroupList: ['administrators'] }),
      userDetail('keeper', {
        UserPolicyList: [
          {
            PolicyName: 'one bucket',
            PolicyDocument: policyDocument({ Effect: 'Allow', Action: '*', Resource: 'arn:aws:s3:::keep/*' }),
          },
        ],
      }),
      userDetail('locked', {
        UserPolicyList: [
          { PolicyName: 'stop', PolicyDocument: policyDocument({ Effect: 'Deny', Action: '*', Resource: '*' }) },
        ],
      }),
    ],
    groups: [
      {
        Path: '/',
        GroupName: 'administrators',
        GroupId: 'AGPA1',
        Arn: `arn:aws:iam::${account}:group/administrators`,
        CreateDate: '2020-04-01T00:00:00.000Z',
        GroupPolicyList: [],
        AttachedManagedPolicies: attached(ownArn('all')),
      },
    ],
    policies: [managedPolicy(ownArn('all'), everything), managedPolicy(ownArn('read-buckets'), readBuckets)],
  }),
);

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: 'AdministratorAccess、自作のポリシー、条件付きのインラインポリシー、範囲を絞ったポリシー、グループ経由、一つのバケットだけ、拒否だけのポリシー',
      en: 'AdministratorAccess, a policy of their own, an inline policy under a condition, a narrow policy, through a group, one bucket only, a denial',
    },
    given,
    expect: {
      hanako: 'fail',
      jiro: 'fail',
      saburo: 'fail',
      taro: 'pass',
      yuki: 'fail',
      keeper: 'pass',
      locked: 'pass',
    },
  },
  {
    name: {
      ja: '付与されたポリシーの中身が回答に含まれていない',
      en: 'The answer lacks the document of an attached policy',
    },
    given: inAccount(
      authorizationDetails({ users: [userDetail('shiro', { AttachedManagedPolicies: attached(ownArn('lost')) })] }),
    ),
    expect: { shiro: 'unknown' },
  },
  {
    name: { ja: 'IAMの詳細の取得を拒否された', en: 'The authorization details were denied' },
    given: denied(given, 'iam:GetAccountAuthorizationDetails'),
    expect: { [account]: 'unknown' },
  },
];
