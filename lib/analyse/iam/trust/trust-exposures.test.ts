import { describe, expect, it } from 'vitest';
import { account, analyse, trusts, userArn, type Statement } from '../../../../test/iam/sample-account.ts';

const vendor = 'arn:aws:iam::999988887777:root';
const github = `arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com`;
const cognito = 'cognito-identity.amazonaws.com';

const web = (provider: string, Condition?: object): Statement => ({
  Effect: 'Allow',
  Principal: { Federated: provider },
  Action: 'sts:AssumeRoleWithWebIdentity',
  ...(Condition && { Condition }),
});
const subject = (operator: string, sub: string | readonly string[]): Statement =>
  web(github, {
    StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' },
    [operator]: {
      'token.actions.githubusercontent.com:sub': sub,
      ...(operator === 'StringEquals' && { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' }),
    },
  });

/** Whether outsiders get into a role of this trust, in an account of the organization o-sample. */
function isExposed(...trust: readonly Statement[]): boolean {
  const found = analyse({ roles: { ops: { trust } }, serviceControl: [] }).get('ops');
  return found?.exposures.some(({ exposed }) => exposed) ?? false;
}

/** The guide's traps on trust: what lets outsiders in, and the twin that does not. */
const table: readonly (readonly [string, Statement, Statement])[] = [
  ['everybody', trusts('*'), trusts('*', { StringEquals: { 'aws:PrincipalOrgID': 'o-sample' } })],
  ['everybody, written as a list', trusts({ AWS: ['*'] }), trusts({ AWS: [userArn('alice')] })],
  [
    '13 ForAllValues, which nothing at all meets too',
    trusts('*', { 'ForAllValues:StringLike': { 'aws:PrincipalOrgPaths': 'o-sample/*' } }),
    trusts('*', { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-sample/*' } }),
  ],
  [
    '43 IfExists, which an account in no organization meets',
    trusts('*', { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-sample' } }),
    trusts('*', { StringEquals: { 'aws:PrincipalOrgID': 'o-sample' } }),
  ],
  [
    '11 a negated operator, which others meet',
    trusts('*', { StringNotEquals: { 'aws:PrincipalAccount': '999988887777' } }),
    trusts('*', { StringEquals: { 'aws:PrincipalAccount': account } }),
  ],
  [
    'names that anybody can take in his own account',
    trusts('*', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/ops' } }),
    trusts('*', { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${account}:role/ops` } }),
  ],
  [
    'a tag that anybody can set in his own account',
    trusts('*', { StringEquals: { 'aws:PrincipalTag/team': 'ops' } }),
    trusts('*', { StringEquals: { 'aws:PrincipalTag/team': 'ops', 'aws:PrincipalOrgID': 'o-sample' } }),
  ],
  ['44 a vendor without an external id', trusts(vendor), trusts(account)],
  ['another organization', trusts('*', { StringEquals: { 'aws:PrincipalOrgID': 'o-vendor' } }), trusts(userArn('a'))],
  ['31 a user elsewhere', trusts('arn:aws:iam::999988887777:user/ann'), trusts('AIDAQ3EGRIP4EXAMPLE00')],
  [
    '41 the account access manager without a source',
    trusts('account-access.amazonaws.com'),
    trusts('account-access.amazonaws.com', { StringEquals: { 'aws:SourceAccount': account } }),
  ],
  ['42 any repository', web(github), subject('StringEquals', 'repo:acme/app:ref:refs/heads/main')],
  [
    '42 any repository, with the audience alone',
    web(github, { StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' } }),
    subject('StringLike', 'repo:acme/*'),
  ],
  ['42 a name that others begin with', subject('StringLike', 'repo:acme*'), subject('StringLike', 'repo:acme/*')],
  ['42 a star for the owner', subject('StringLike', 'repo:*'), subject('StringEquals', 'repo:*')],
  ['42 a star for the owner alone', subject('StringLike', 'repo:*/app:*'), subject('StringLike', 'repo:acme/*:*')],
  [
    '42 one open subject among tight ones',
    subject('StringLike', ['repo:acme/app:*', 'repo:*']),
    subject('StringLike', ['repo:acme/app:*', 'repo:acme/web:*']),
  ],
  [
    '13 a subject that need not be there',
    subject('StringLikeIfExists', 'repo:*'),
    subject('StringLikeIfExists', 'repo:acme/*'),
  ],
  [
    'guests of an identity pool',
    web(cognito, { StringEquals: { [`${cognito}:aud`]: 'eu-west-1:0a1b' } }),
    web(cognito, {
      StringEquals: { [`${cognito}:aud`]: 'eu-west-1:0a1b' },
      'ForAnyValue:StringLike': { [`${cognito}:amr`]: 'authenticated' },
    }),
  ],
];

describe.each(table)('%s', (_, open, shut) => {
  it('lets outsiders in', () => {
    expect(isExposed(open)).toBe(true);
  });

  it('and not the twin', () => {
    expect(isExposed(shut)).toBe(false);
  });

  it('does not once everybody is denied', () => {
    const all = { Effect: 'Deny', Principal: '*', Action: 'sts:*' };
    expect(isExposed(open, all)).toBe(false);
  });
});

describe('a vendor', () => {
  it('with an external id is named as a third party all the same, and the kinds differ', () => {
    const kinds = (trust: Statement): readonly string[] =>
      (analyse({ roles: { ops: { trust: [trust] } }, serviceControl: [] }).get('ops')?.exposures ?? []).map(
        ({ kind }) => kind,
      );
    expect(kinds(trusts(vendor))).toEqual(['third-party-no-external-id']);
    expect(kinds(trusts(vendor, { StringEquals: { 'sts:ExternalId': 'x' } }))).toEqual(['third-party']);
    expect(kinds(trusts(vendor, { StringEqualsIfExists: { 'sts:ExternalId': 'x' } }))).toEqual([
      'third-party-no-external-id',
    ]);
    expect(kinds(trusts(vendor, { StringLike: { 'sts:ExternalId': '*' } }))).toEqual(['third-party']);
  });
});
