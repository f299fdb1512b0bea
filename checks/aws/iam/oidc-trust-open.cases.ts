import type { CheckCase } from '../../../lib/model/check-case.ts';
import { authorizationDetails, trustingRole, trusts } from '../cases/authorization-details.ts';
import { account, denied, inAccount } from '../cases/units.ts';

const host = 'token.actions.githubusercontent.com';
const github = { Federated: `arn:aws:iam::${account}:oidc-provider/${host}` };
const audience = { [`${host}:aud`]: 'sts.amazonaws.com' };
const subject = (pattern: string): object => ({
  StringEquals: audience,
  StringLike: { [`${host}:sub`]: pattern },
});

const given = inAccount(
  authorizationDetails({
    roles: [
      trustingRole('audience-only', [trusts(github, { StringEquals: audience })]),
      trustingRole('prefix', [trusts(github, subject('repo:acme*'))]),
      trustingRole('anything', [trusts(github, subject('repo:*'))]),
      trustingRole('whole-organisation', [trusts(github, subject('repo:acme/*'))]),
      trustingRole('one-branch', [trusts(github, subject('repo:acme/app:ref:refs/heads/main'))]),
      trustingRole('dead', [trusts(github, { StringEquals: { ...audience, [`${host}:sub`]: 'repo:acme/app:*' } })]),
    ],
  }),
);

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: 'sub なし、閉じていない組織名、すべて、組織全体、一つのブランチ、決して一致しない条件',
      en: 'No subject, an owner that is not closed, everything, a whole organisation, one branch, a condition that never matches',
    },
    given,
    expect: {
      'audience-only': 'fail',
      prefix: 'fail',
      anything: 'fail',
      'whole-organisation': 'fail',
      'one-branch': 'pass',
      dead: 'pass',
    },
  },
  {
    name: { ja: 'IAMの詳細の取得を拒否された', en: 'The authorization details were denied' },
    given: denied(given, 'iam:GetAccountAuthorizationDetails'),
    expect: { [account]: 'unknown' },
  },
];
