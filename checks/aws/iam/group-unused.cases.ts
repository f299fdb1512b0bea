import type { CheckCase } from '../../../lib/model/check-case.ts';
import { authorizationDetails, groupDetail, policyDocument, userDetail } from '../cases/authorization-details.ts';
import { account, denied, inAccount } from '../cases/units.ts';

const given = inAccount(
  authorizationDetails({
    users: [userDetail('hanako', { GroupList: ['developers'] })],
    groups: [
      groupDetail('developers'),
      groupDetail('migration', {
        AttachedManagedPolicies: [{ PolicyName: 'a', PolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }],
        GroupPolicyList: [
          {
            PolicyName: 'b',
            PolicyDocument: policyDocument({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }),
          },
        ],
      }),
      groupDetail('new', { CreateDate: '2025-12-20T00:00:00.000Z' }),
    ],
  }),
);

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: 'メンバーのいるグループ、いないグループ、作ったばかりのグループ',
      en: 'A group with a member, one without, and one just made',
    },
    given,
    expect: { developers: 'pass', migration: 'fail', new: 'pass' },
  },
  {
    name: { ja: 'IAMの詳細の取得を拒否された', en: 'The authorization details were denied' },
    given: denied(given, 'iam:GetAccountAuthorizationDetails'),
    expect: { [account]: 'unknown' },
  },
];
