import { describe, expect, it } from 'vitest';
import { arnOf, organization, sharesOf } from '../../../../test/iam/share-of.ts';
import { account, type Statement } from '../../../../test/iam/sample-account.ts';
import type { PolicyKind } from '../../../model/aws/resource-policy.ts';

const stranger = '999988887777';
const root = (of: string): string => `arn:aws:iam::${of}:root`;
const everybody = { AWS: '*' };
const allow = (Principal: unknown, Action: string | readonly string[], more: object = {}): Statement => ({
  Effect: 'Allow',
  Principal,
  Action,
  Resource: '*',
  ...more,
});
const when = (Condition: object) => ({ Condition });
const equals = (key: string, value: string | readonly string[]) => when({ StringEquals: { [key]: value } });
const topic = (of: string): string => `arn:aws:sns:eu-west-1:${of}:news`;

/** Traps: what lets somebody in, whom, and the twin that lets in nobody from outside. */
const table: readonly (readonly [string, PolicyKind, Statement, string, Statement])[] = [
  ['everybody', 'sqs-queue', allow('*', 'sqs:*'), 'anyone *', allow('*', 'sqs:*', equals('aws:PrincipalOrgID', organization))],
  ['a stranger', 'ecr-repository', allow({ AWS: root(stranger) }, 'ecr:BatchGetImage'), `account ${stranger}`, allow({ AWS: root(account) }, 'ecr:*')],
  ['a stranger by his digits', 'secret', allow({ AWS: stranger }, 'secretsmanager:GetSecretValue'), `account ${stranger}`, allow({ AWS: account }, 'secretsmanager:*')],
  ['a role elsewhere', 'kms-key', allow({ AWS: `arn:aws:iam::${stranger}:role/x` }, 'kms:Decrypt'), `account ${stranger}`, allow({ AWS: 'AROAQ3EGRIP4EXAMPLE00' }, 'kms:Decrypt')],
  ['the default policy of a topic, widened', 'sns-topic', allow(everybody, ['SNS:Publish', 'SNS:Subscribe']), 'anyone *', allow(everybody, ['SNS:Publish', 'SNS:Subscribe'], equals('AWS:SourceOwner', account))],
  ['another account as the owner', 'sns-topic', allow(everybody, 'SNS:Publish', equals('AWS:SourceOwner', stranger)), `account ${stranger}`, allow(everybody, 'SNS:Publish', equals('AWS:SourceAccount', account))],
  ["a queue for anybody's topic", 'sqs-queue', allow('*', 'sqs:SendMessage', when({ ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:*:news' } })), 'service s3.amazonaws.com,service sns.amazonaws.com', allow('*', 'sqs:SendMessage', when({ ArnEquals: { 'aws:SourceArn': topic(account) } }))],
  ["a queue for a stranger's topic", 'sqs-queue', allow('*', 'sqs:SendMessage', when({ ArnEquals: { 'aws:SourceArn': topic(stranger) } })), `account ${stranger}`, allow({ Service: 'sns.amazonaws.com' }, 'sqs:SendMessage', when({ ArnEquals: { 'aws:SourceArn': topic(account) } }))],
  ['a topic of anybody, through the service', 'sqs-queue', allow({ Service: 'sns.amazonaws.com' }, 'sqs:SendMessage'), 'service sns.amazonaws.com', allow({ Service: 'sns.amazonaws.com' }, 'sqs:SendMessage', equals('aws:SourceAccount', account))],
  ['a bucket of anybody that invokes', 'lambda-function', allow({ Service: 's3.amazonaws.com' }, 'lambda:InvokeFunction', { Resource: arnOf('lambda-function') }), 'service s3.amazonaws.com', allow({ Service: 's3.amazonaws.com' }, 'lambda:InvokeFunction', equals('AWS:SourceAccount', account))],
  ['any bucket', 'lambda-function', allow({ Service: 's3.amazonaws.com' }, 'lambda:InvokeFunction', when({ ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::*' } })), 'service s3.amazonaws.com', allow({ Service: 's3.amazonaws.com' }, 'lambda:InvokeFunction', when({ ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::orders' } }))],
  ['a service that acts within the account', 'lambda-function', allow({ Service: 'events.amazonaws.com' }, 'lambda:InvokeFunction', when({ ArnLike: { 'aws:SourceArn': `arn:aws:events:eu-west-1:${stranger}:rule/x` } })), `account ${stranger}`, allow({ Service: 'events.amazonaws.com' }, 'lambda:InvokeFunction')],
  ['a distribution of anybody', 's3-bucket', allow({ Service: 'cloudfront.amazonaws.com' }, 's3:GetObject', { Resource: 'arn:aws:s3:::orders/*' }), 'service cloudfront.amazonaws.com', allow({ Service: 'cloudfront.amazonaws.com' }, 's3:GetObject', equals('AWS:SourceArn', `arn:aws:cloudfront::${account}:distribution/E1`))],
  ['a key for everybody', 'kms-key', allow(everybody, 'kms:*', equals('kms:ViaService', 's3.eu-west-1.amazonaws.com')), 'anyone *', allow(everybody, 'kms:*', equals('kms:CallerAccount', account))],
  ['a key for a caller', 'kms-key', allow(everybody, 'kms:Decrypt', equals('kms:CallerAccount', stranger)), `account ${stranger}`, allow(everybody, 'kms:Decrypt', when({ StringEquals: { 'kms:CallerAccount': account, 'kms:ViaService': 'ec2.eu-west-1.amazonaws.com' } }))],
  ['addresses of the internet', 's3-bucket', allow('*', 's3:GetObject', when({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })), 'network *', allow('*', 's3:GetObject', when({ IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }))],
  ['halves of the internet', 's3-bucket', allow('*', 's3:GetObject', when({ IpAddress: { 'aws:SourceIp': ['0.0.0.0/1', '128.0.0.0/1'] } })), 'anyone *', allow('*', 's3:GetObject', equals('aws:SourceVpce', 'vpce-1'))],
  ['all but some addresses', 'sqs-queue', allow('*', 'sqs:SendMessage', when({ NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })), 'anyone *', allow('*', 'sqs:SendMessage', equals('aws:SourceVpc', 'vpc-1'))],
  ['all but one endpoint', 'sqs-queue', allow('*', 'sqs:SendMessage', when({ StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } })), 'anyone *', allow('*', 'sqs:SendMessage', when({ StringLike: { 'aws:SourceVpce': 'vpce-2' } }))],
  ['an endpoint of anybody', 'sqs-queue', allow('*', 'sqs:SendMessage', when({ StringLike: { 'aws:SourceVpce': 'vpce-*' } })), 'anyone *', allow('*', 'sqs:SendMessage', when({ StringLike: { 'aws:SourceVpce': 'vpce-*' }, StringEquals: { 'aws:PrincipalOrgID': organization } }))],
  ['a service that anybody uses', 'kms-key', allow('*', 'kms:Decrypt', when({ Bool: { 'aws:ViaAWSService': 'true' } })), 'anyone *', allow('*', 'kms:Decrypt', when({ Bool: { 'aws:ViaAWSService': 'true' }, StringEquals: { 'aws:PrincipalAccount': account } }))],
  ['one bucket, with open places before its name', 'sqs-queue', allow({ Service: 's3.amazonaws.com' }, 'sqs:SendMessage', when({ ArnLike: { 'aws:SourceArn': 'arn:aws:s3:*:*:*' } })), 'service s3.amazonaws.com', allow({ Service: 's3.amazonaws.com' }, 'sqs:SendMessage', when({ ArnLike: { 'aws:SourceArn': 'arn:aws:s3:*:*:orders' } }))],
  ['administration of a file system', 'efs-file-system', allow(everybody, 'elasticfilesystem:*'), 'anyone *', allow(everybody, ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'], when({ Bool: { 'elasticfilesystem:AccessedViaMountTarget': 'true' } }))],
  ['a vault', 'backup-vault', allow({ AWS: root(stranger) }, 'backup:CopyIntoBackupVault'), `account ${stranger}`, allow('*', 'backup:CopyIntoBackupVault', equals('aws:PrincipalOrgID', organization))],
  ['recovery points', 'backup-vault', allow('*', 'backup:StartRestoreJob', { Resource: 'arn:aws:ec2:eu-west-1::snapshot/*' }), 'anyone *', allow('*', 'backup:StartRestoreJob', { Resource: 'arn:aws:ec2:eu-west-1::snapshot/*', ...equals('aws:PrincipalAccount', account) })],
  ['a registry', 'ecr-registry', allow({ AWS: root(stranger) }, ['ecr:CreateRepository', 'ecr:ReplicateImage'], { Resource: `arn:aws:ecr:eu-west-1:${account}:repository/*` }), `account ${stranger}`, allow({ AWS: root(account) }, 'ecr:ReplicateImage')],
  ['IfExists, which an account in no organization meets', 'secret', allow('*', 'secretsmanager:GetSecretValue', when({ StringEqualsIfExists: { 'aws:PrincipalOrgID': organization } })), 'anyone *', allow('*', 'secretsmanager:GetSecretValue', when({ 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': `${organization}/*` } }))],
  ['ForAllValues, which nothing at all meets too', 'secret', allow('*', 'secretsmanager:*', when({ 'ForAllValues:StringLike': { 'aws:PrincipalOrgPaths': `${organization}/*` } })), 'anyone *', allow('*', 'secretsmanager:*', when({ StringEquals: { 'aws:PrincipalOrgID': '${aws:ResourceOrgID}' } }))],
  ['another organization', 'ecr-repository', allow('*', 'ecr:*', equals('aws:PrincipalOrgID', 'o-vendor')), 'organization o-vendor', allow('*', 'ecr:*', equals('aws:PrincipalOrgID', [organization]))],
  ['units of another organization', 'ecr-repository', allow('*', 'ecr:*', when({ 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-vendor/r-1/*' } })), 'organization o-vendor', allow('*', 'ecr:*', when({ 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': `${organization}/r-1/*` } }))],
  ['a tag that anybody can set on himself', 'sqs-queue', allow('*', 'sqs:*', equals('aws:PrincipalTag/team', 'ops')), 'anyone *', allow('*', 'sqs:*', when({ ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${account}:role/*` } }))],
  ['everybody but some', 'sqs-queue', { Effect: 'Allow', NotPrincipal: { AWS: root(account) }, Action: 'sqs:*', Resource: '*' }, 'anyone *', allow({ AWS: root(account) }, 'sqs:*')],
  ['all actions but some', 'sqs-queue', { Effect: 'Allow', Principal: '*', NotAction: 'sqs:DeleteQueue', Resource: '*' }, 'anyone *', { Effect: 'Allow', Principal: '*', NotAction: 'sqs:*', Resource: '*' }],
  ['access points of anybody', 's3-bucket', allow('*', 's3:*', when({ ArnLike: { 's3:DataAccessPointArn': 'arn:aws:s3:*:*:accesspoint/*' } })), 'anyone *', allow('*', 's3:*', equals('s3:DataAccessPointAccount', account))],
  ['objects under a name', 's3-bucket', allow('*', 's3:GetObject', { Resource: 'arn:aws:s3:::orders/public/*' }), 'anyone *', allow('*', 's3:GetObject', { Resource: 'arn:aws:s3:::other/*' })],
  ['a stranger on his own load balancer', 's3-bucket', allow({ AWS: root(stranger) }, 's3:PutObject'), `account ${stranger}`, allow({ AWS: root('582318560864') }, 's3:PutObject')],
]; // prettier-ignore

describe.each(table)('%s', (_, kind, open, whom, shut) => {
  it('is let in', () => {
    expect(sharesOf(kind, [open]).join()).toBe(whom);
  });

  it('and not the twin', () => {
    expect(sharesOf(kind, [shut])).toEqual([]);
  });

  it('is not once everybody is denied', () => {
    expect(sharesOf(kind, [open, { Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' }])).toEqual([]);
  });
});

describe('a Deny', () => {
  const open = allow('*', 'sqs:*');
  const deny = (Principal: unknown, more: object = {}): Statement => ({
    Effect: 'Deny',
    Principal,
    Action: 'sqs:*',
    Resource: '*',
    ...more,
  });

  it.each([
    ['of whoever is outside of the organization', deny('*', when({ StringNotEquals: { 'aws:PrincipalOrgID': organization } })), []],
    ['of other addresses than these', deny('*', when({ NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })), ['network *']],
    ['of these addresses alone', deny('*', when({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })), ['anyone *']],
    ['of other endpoints than this', deny('*', when({ StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } })), []],
    ['of this endpoint alone', deny('*', when({ StringEquals: { 'aws:SourceVpce': 'vpce-1' } })), ['anyone *']],
    ['of what is not encrypted', deny('*', when({ Bool: { 'aws:SecureTransport': 'false' } })), ['anyone *']],
    ['of one stranger', deny({ AWS: stranger }), ['anyone *']],
    ['of other actions', deny('*', { Action: 'sqs:DeleteQueue' }), ['anyone *']],
    ['of other ids than this', deny('*', when({ StringNotLike: { 'aws:userid': 'AROAQ3EGRIP4EXAMPLE00:*' } })), ['unclear whomever its conditions mean']],
  ])('%s', (_, statement, expected) => {
    expect(sharesOf('sqs-queue', [open, statement])).toEqual(expected);
  }); // prettier-ignore

  it('of one role leaves in the rest of its account', () => {
    const role = `arn:aws:iam::${stranger}:role/x`;
    expect(sharesOf('sqs-queue', [allow({ AWS: root(stranger) }, 'sqs:*'), deny({ AWS: role })])).toEqual([`account ${stranger}`]);
    expect(sharesOf('sqs-queue', [allow({ AWS: role }, 'sqs:*'), deny({ AWS: role })])).toEqual([]);
    expect(sharesOf('sqs-queue', [allow({ AWS: role }, 'sqs:*'), deny({ AWS: root(stranger) })])).toEqual([]);
  }); // prettier-ignore

  it('of everybody but one account spares it', () => {
    const but = { Effect: 'Deny', NotPrincipal: { AWS: root(stranger) }, Action: 'sqs:*', Resource: '*' };
    expect(sharesOf('sqs-queue', [open, but])).toEqual([`account ${stranger}`]);
    const others = deny('*', when({ StringNotEquals: { 'aws:PrincipalAccount': [account, stranger] } }));
    expect(sharesOf('sqs-queue', [open, others])).toEqual([`account ${stranger}`]);
    const elsewhere = deny('*', when({ StringNotEquals: { 'aws:PrincipalOrgID': [organization, 'o-vendor'] } }));
    expect(sharesOf('sqs-queue', [open, elsewhere])).toEqual(['organization o-vendor']);
    expect(sharesOf('sqs-queue', [allow({ AWS: root(stranger) }, 'sqs:*'), but])).toEqual([`account ${stranger}`]);
  });

  it('of a resource control policy counts, and leaves in services that act for the organization', () => {
    const perimeter = deny('*', {
      Action: '*',
      Condition: { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': organization }, BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } },
    }); // prettier-ignore
    const above = { organizationId: organization, resourceControl: [perimeter] };
    const service = allow({ Service: 'sns.amazonaws.com' }, 'sqs:SendMessage');
    expect(sharesOf('sqs-queue', [open], above)).toEqual(['service s3.amazonaws.com', 'service sns.amazonaws.com']);
    expect(sharesOf('sqs-queue', [allow({ AWS: stranger }, 'sqs:*')], above)).toEqual([]);
    expect(sharesOf('sqs-queue', [service], above)).toEqual(['service sns.amazonaws.com']);
    const deputy = deny('*', { Condition: { StringNotEqualsIfExists: { 'aws:SourceOrgID': organization }, Null: { 'aws:SourceAccount': 'false' }, Bool: { 'aws:PrincipalIsAWSService': 'true' } } }); // prettier-ignore
    expect(sharesOf('sqs-queue', [service], { ...above, resourceControl: [perimeter, deputy] })).toEqual([]);
  });
});

describe('what nobody can tell', () => {
  it('is named as such', () => {
    expect(sharesOf('s3-bucket', [allow({ CanonicalUser: 'ab12' }, 's3:*')])).toEqual(['unclear the account with the canonical id ab12']);
    expect(sharesOf('sqs-queue', [allow('*', 'sqs:*', equals('aws:PrincipalOrgID', 'o-other'))], {})).toEqual(['undetermined-organization o-other']);
    expect(sharesOf('sqs-queue', [allow('*', 'sqs:*', equals('aws:ResourceTag/share', 'yes'))])).toEqual(['unclear whomever its conditions mean']);
    expect(sharesOf('sqs-queue', [allow('*', 'sqs:*', when({ NoSuch: { a: 'b' } }))])).toEqual(['unclear whomever its conditions mean']);
    expect(sharesOf('sqs-queue', [allow({ AWS: stranger }, 'sqs:*', when({ NoSuch: { a: 'b' } }))])).toEqual([`unclear the account ${stranger}`]);
  }); // prettier-ignore
});

describe('a function URL', () => {
  it("is its own check's", () => {
    const url = [
      allow('*', 'lambda:InvokeFunctionUrl', equals('lambda:FunctionUrlAuthType', 'NONE')),
      allow('*', 'lambda:InvokeFunction', when({ Bool: { 'lambda:InvokedViaFunctionUrl': 'true' } })),
    ];
    expect(sharesOf('lambda-function', url)).toEqual([]);
    expect(sharesOf('lambda-function', [allow('*', 'lambda:InvokeFunction')])).toEqual(['anyone *']);
  });
});
