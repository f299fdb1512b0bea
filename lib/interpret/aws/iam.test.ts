import { describe, expect, it } from 'vitest';
import type { AwsUnit } from '../../model/unit.ts';
import { accountSummary } from './account-summary.ts';
import { account } from './account.ts';
import { credentialReport } from './credential-report.ts';
import { iamEntities } from './iam-entities.ts';
import { passwordPolicy } from './password-policy.ts';

const unit: AwsUnit = { provider: 'aws', account: '111122223333', region: 'global' };

/** A credential report with the columns in another order, and only those that AWS had before 2023. */
const report = [
  'arn,user,user_creation_time,mfa_active,password_enabled,password_last_used,password_last_changed,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_2_active,cert_1_active,cert_2_active',
  'arn:aws:iam::1:root,<root_account>,2015-01-01T00:00:00+00:00,TRUE,not_supported,2016-02-03T04:05:06+00:00,not_supported,FALSE,N/A,N/A,N/A,false,false,false',
  'arn:aws:iam::1:user/a,"a,b",2020-01-01T00:00:00Z,false,TRUE,no_information,2020-01-02T00:00:00+09:00,True,2021-01-01T00:00:00+00:00,2022-01-01T00:00:00+00:00,N/A,false,true,false',
].join('\n');

function interpretReport(csv: string) {
  const answer = { Content: Buffer.from(csv).toString('base64'), GeneratedTime: '2026-01-01T00:00:00.000Z' };
  return credentialReport.interpret({ 'iam:GetCredentialReport': answer }, unit);
}

describe('aws.credentialReport', () => {
  it('reads columns by name, booleans in any case, and nothing from the words for nothing', () => {
    const [root, user] = interpretReport(report).rows;
    expect(root).toMatchObject({
      isRoot: true,
      mfaActive: true,
      password: { lastUsed: new Date('2016-02-03T04:05:06Z') },
    });
    expect(user).toMatchObject({
      user: 'a,b',
      isRoot: false,
      password: { lastUsed: undefined, lastChanged: new Date('2020-01-01T15:00:00Z') },
      keys: [{ slot: 1, lastUsed: new Date('2022-01-01T00:00:00Z'), lastUsedRegion: undefined }],
      certificates: [{ slot: 1 }],
    });
  });

  it('takes a root user that says FALSE for one without a password', () => {
    const [root] = interpretReport(report.replace('not_supported', 'FALSE')).rows;
    expect(root?.password).toBeUndefined();
  });

  it.each([
    ['no columns of ours', 'hello,world\n1,2'],
    ['a word that is no boolean', report.replace('True', 'perhaps')],
    ['a date that is none', report.replace('2021-01-01', 'someday')],
  ])('refuses %s', (_, csv) => {
    expect(() => interpretReport(csv)).toThrow(TypeError);
  });
});

describe('aws.iamEntities', () => {
  const document = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::50%25' }],
  };
  const encoded = encodeURIComponent(JSON.stringify(document));
  const answer = {
    UserDetailList: [
      {
        UserName: 'a',
        UserId: 'AIDA1',
        Arn: 'arn:aws:iam::1:user/a',
        Path: '/',
        CreateDate: '2020-01-01T00:00:00.000Z',
        UserPolicyList: [{ PolicyName: 'own', PolicyDocument: encoded }],
      },
    ],
    Policies: [
      {
        Arn: 'arn:aws:iam::1:policy/p',
        PolicyName: 'p',
        PolicyVersionList: [
          { VersionId: 'v2', IsDefaultVersion: false, Document: encodeURIComponent('{"Statement":"old"}') },
          { VersionId: 'v1', IsDefaultVersion: true, Document: encoded },
        ],
      },
    ],
  };
  const read = (details: object) => iamEntities.interpret({ 'iam:GetAccountAuthorizationDetails': details }, unit);

  it('decodes documents, and takes the default version of a policy', () => {
    const { users, groups, policies } = read(answer);
    expect(users[0]?.inline).toEqual([{ name: 'own', document }]);
    const others = [{ id: 'v2', document: { Version: undefined, Statement: 'old' } }];
    expect(policies).toEqual([{ arn: 'arn:aws:iam::1:policy/p', name: 'p', document, others }]);
    expect(groups).toEqual([]);
  });

  it('reads tags, of which there may be none', () => {
    const [user] = answer.UserDetailList;
    const { users } = read({ UserDetailList: [user, { ...user, Tags: [{ Key: 'Owner', Value: 'infra' }] }] });
    expect(users.map(({ tags }) => tags)).toEqual([{}, { Owner: 'infra' }]);
  });

  it('holds policies that are boundaries only, which are answered one by one', () => {
    const PolicyArn = 'arn:aws:iam::111122223333:policy/cap';
    const Document = encodeURIComponent('{"Version":"2012-10-17","Statement":[]}');
    const answers = {
      'iam:GetAccountAuthorizationDetails': {},
      'iam:GetPolicyVersion': [{ input: { PolicyArn, VersionId: 'v3' }, output: { PolicyVersion: { Document } } }],
    };
    expect(iamEntities.interpret(answers, unit).policies).toEqual([
      { arn: PolicyArn, name: 'cap', document: { Version: '2012-10-17', Statement: [] }, others: [] },
    ]);
  });

  it('refuses a document that is none', () => {
    const broken = { ...answer.UserDetailList[0], UserPolicyList: [{ PolicyName: 'own', PolicyDocument: '%7B%7D' }] };
    expect(() => read({ UserDetailList: [broken] })).toThrow('not a policy document');
  });
});

describe('the small parts', () => {
  it('takes an answer without a policy for the AWS default', () => {
    const answer = { 'iam:GetAccountPasswordPolicy': {} };
    expect(passwordPolicy.interpret(answer, unit)).toMatchObject({ configured: false, minimumLength: 8 });
  });

  it('keeps apart "no root password" and "not said"', () => {
    const read = (figures: object) =>
      accountSummary.interpret(
        { 'iam:GetAccountSummary': { SummaryMap: { AccountMFAEnabled: 1, AccountAccessKeysPresent: 0, ...figures } } },
        unit,
      ).rootHasPassword;
    expect([read({}), read({ AccountPasswordPresent: 0 }), read({ AccountPasswordPresent: 1 })]).toEqual([
      undefined,
      false,
      true,
    ]);
  });

  it('names an account without an alias by its id', () => {
    expect(account.interpret({ 'iam:ListAccountAliases': {} }, unit)).toEqual({ id: '111122223333', alias: undefined });
  });
});
