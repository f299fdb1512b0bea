import type { CheckCase } from '../../../lib/model/check-case.ts';
import { authorizationDetails, userDetail } from '../cases/authorization-details.ts';
import { account, denied, inAccount } from '../cases/units.ts';

const holding = (name: string, arn: string): object =>
  userDetail(name, { AttachedManagedPolicies: [{ PolicyName: arn.split('/').at(-1), PolicyArn: arn }] });

const given = inAccount(
  authorizationDetails({
    users: [
      holding('first', 'arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantine'),
      holding('second', 'arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV2'),
      holding('third', 'arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3'),
      holding('imitation', `arn:aws:iam::${account}:policy/AWSCompromisedKeyQuarantineV2`),
      userDetail('taro'),
    ],
  }),
);

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: '隔離ポリシーの三つの版、同名の自作ポリシー、隔離されていないユーザー',
      en: 'The three editions of the policy, a policy of their own of the same name, a user without it',
    },
    given,
    expect: { first: 'fail', second: 'fail', third: 'fail', imitation: 'pass', taro: 'pass' },
  },
  {
    name: { ja: 'IAMの詳細の取得を拒否された', en: 'The authorization details were denied' },
    given: denied(given, 'iam:GetAccountAuthorizationDetails'),
    expect: { [account]: 'unknown' },
  },
];
