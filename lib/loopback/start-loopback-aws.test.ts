import {
  DescribeFlowLogsCommand,
  DescribeInstancesCommand,
  DescribeRegionsCommand,
  DescribeVpcsCommand,
  EC2Client,
  GetManagedPrefixListEntriesCommand,
} from '@aws-sdk/client-ec2';
import {
  DescribeLoadBalancersCommand as DescribeClassicCommand,
  ElasticLoadBalancingClient,
} from '@aws-sdk/client-elastic-load-balancing';
import {
  DescribeListenersCommand,
  DescribeLoadBalancersCommand,
  ElasticLoadBalancingV2Client,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import {
  GenerateCredentialReportCommand,
  GetAccountAuthorizationDetailsCommand,
  GetAccountPasswordPolicyCommand,
  GetCredentialReportCommand,
  GetUserCommand,
  IAMClient,
  ListVirtualMFADevicesCommand,
} from '@aws-sdk/client-iam';
import { DescribeOrganizationCommand, ListAccountsCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { DescribeDBInstancesCommand, RDSClient } from '@aws-sdk/client-rds';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settingsOf, unitOf } from './fixture.ts';
import type { LoopbackAws } from './loopback-aws.ts';
import { startLoopbackAws } from './start-loopback-aws.ts';

const management = '111122223333';
const member = '444455556666';
const broken = '777788889999';
const report = 'user,arn\n<root_account>,arn:aws:iam::111122223333:root\n';
let now = new Date('2026-11-23T00:00:00.000Z');
let cloud: LoopbackAws;

const global = unitOf(management, 'global', {
  responses: {
    'ec2:DescribeRegions': { Regions: [{ RegionName: 'us-east-1' }, { RegionName: 'eu-west-1' }] },
    'iam:GetAccountPasswordPolicy': {},
    'iam:GetCredentialReport': {
      Content: Buffer.from(report).toString('base64'),
      ReportFormat: 'text/csv',
      GeneratedTime: '2026-11-22T23:59:59.000Z',
    },
    'iam:GetAccountAuthorizationDetails': {
      UserDetailList: [{ UserName: 'hanako' }],
      RoleDetailList: [{ RoleName: 'audit' }],
      Policies: [
        { Arn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
        { Arn: `arn:aws:iam::${management}:policy/own` },
      ],
    },
    'iam:ListVirtualMFADevices': {
      VirtualMFADevices: [{ SerialNumber: 'a', User: { UserName: 'hanako' } }, { SerialNumber: 'b' }],
    },
  },
});
const regional = unitOf(management, 'us-east-1', {
  responses: {
    'ec2:DescribeVpcs': {
      Vpcs: [
        { VpcId: 'vpc-1', IsDefault: true, OwnerId: management },
        { VpcId: 'vpc-2', IsDefault: false },
      ],
    },
    'ec2:GetManagedPrefixListEntries': [
      { input: { PrefixListId: 'pl-1' }, output: { Entries: [{ Cidr: '192.0.2.0/24' }, { Cidr: '198.51.100.0/24' }] } },
    ],
    'elb:DescribeLoadBalancers': { LoadBalancerDescriptions: [{ LoadBalancerName: 'classic' }] },
    'elbv2:DescribeLoadBalancers': { LoadBalancers: [{ LoadBalancerName: 'modern' }] },
    'elbv2:DescribeListeners': [{ input: { LoadBalancerArn: 'arn:lb' }, output: { Listeners: [{ Port: 443 }] } }],
  },
  errors: [
    { operation: 'rds:DescribeDBInstances', code: 'AccessDenied', message: 'not allowed' },
    { operation: 'ec2:DescribeInstances', code: 'ECONNRESET', message: 'socket hang up' },
    {
      operation: 'elbv2:DescribeListeners',
      code: 'LoadBalancerNotFoundException',
      message: 'gone',
      input: { LoadBalancerArn: 'arn:gone' },
    },
  ],
});
const organization = unitOf(management, '', {
  unit: { provider: 'aws', organization: 'o-1' },
  responses: {
    'organizations:DescribeOrganization': { Organization: { Id: 'o-1', MasterAccountId: management } },
    'organizations:ListAccounts': {
      Accounts: [{ Id: management, JoinedTimestamp: '2020-01-02T03:04:05.678Z' }, { Id: member }],
    },
  },
});
const refused = unitOf(broken, 'global', {
  errors: [{ operation: 'sts:AssumeRole', code: 'AccessDenied', message: 'as recorded' }],
});

beforeAll(async () => {
  cloud = await startLoopbackAws({
    snapshots: [global, regional, organization, unitOf(member, 'global'), refused],
    callerAccount: management,
    roles: [{ name: 'tenken-audit' }, { name: 'closed', externalId: 'secret' }],
    clock: () => now,
  });
});
afterAll(() => cloud.close());

const settings = (account = management, region = 'us-east-1') => settingsOf(cloud, account, region);
const ec2 = (region?: string) => new EC2Client(settings(management, region));
const assume = (account: string, role = 'tenken-audit', ExternalId?: string) =>
  new STSClient(settings()).send(
    new AssumeRoleCommand({ RoleArn: `arn:aws:iam::${account}:role/${role}`, RoleSessionName: 'tenken', ExternalId }),
  );

describe('identity', () => {
  it('is named by the key', async () => {
    const identity = await new STSClient(settings(member)).send(new GetCallerIdentityCommand({}));
    expect(identity).toMatchObject({ Account: member, Arn: `arn:aws:iam::${member}:user/loopback` });
  });

  it('changes with a role, for an hour', async () => {
    const { Credentials: keys } = await assume(member);
    expect(keys?.Expiration).toEqual(new Date(now.getTime() + 3_600_000));
    const credentials = {
      accessKeyId: keys?.AccessKeyId ?? '',
      secretAccessKey: keys?.SecretAccessKey ?? '',
      sessionToken: keys?.SessionToken ?? '',
    };
    const sts = new STSClient({ ...settings(), credentials });
    expect(await sts.send(new GetCallerIdentityCommand({}))).toMatchObject({
      Account: member,
      Arn: `arn:aws:sts::${member}:assumed-role/tenken-audit/tenken`,
    });
    const then = now;
    now = new Date(now.getTime() + 3_600_000);
    await expect(sts.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({ name: 'ExpiredToken' });
    now = then;
    const { sessionToken: _token, ...incomplete } = credentials;
    const forged = new STSClient({ ...settings(), credentials: incomplete });
    await expect(forged.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({ name: 'InvalidClientTokenId' });
  });

  it('is refused where no role trusts the caller', async () => {
    const refusal = { name: 'AccessDenied', $metadata: { httpStatusCode: 403 } };
    await expect(assume('999999999999')).rejects.toMatchObject(refusal);
    await expect(assume(member, 'admin')).rejects.toMatchObject(refusal);
    await expect(assume(member, 'closed', 'wrong')).rejects.toMatchObject(refusal);
    await expect(assume(member, 'closed', 'secret')).resolves.toBeDefined();
    await expect(assume(broken)).rejects.toMatchObject({ ...refusal, message: 'as recorded' });
  });

  it('is unknown to a key of nobody', async () => {
    const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'x' };
    const call = new EC2Client({ ...settings(), credentials }).send(new DescribeVpcsCommand({}));
    await expect(call).rejects.toMatchObject({ name: 'AuthFailure', $metadata: { httpStatusCode: 401 } });
  });

  it('is missing without a signature', async () => {
    const response = await fetch(cloud.url, { method: 'POST', body: 'Action=DescribeVpcs' });
    expect(response.status).toBe(403);
  });
});

describe('a snapshot', () => {
  it('is told apart by the version where services share a name', async () => {
    const classic = await new ElasticLoadBalancingClient(settings()).send(new DescribeClassicCommand({}));
    const modern = await new ElasticLoadBalancingV2Client(settings()).send(new DescribeLoadBalancersCommand({}));
    expect(classic.LoadBalancerDescriptions).toMatchObject([{ LoadBalancerName: 'classic' }]);
    expect(modern.LoadBalancers).toMatchObject([{ LoadBalancerName: 'modern' }]);
  });

  it('answers by resource what was read by resource', async () => {
    const elbv2 = new ElasticLoadBalancingV2Client(settings());
    const listeners = (LoadBalancerArn: string) =>
      elbv2.send(new DescribeListenersCommand({ LoadBalancerArn, PageSize: 400 }));
    expect((await listeners('arn:lb')).Listeners).toEqual([{ Port: 443 }]);
    await expect(listeners('arn:gone')).rejects.toMatchObject({
      name: 'LoadBalancerNotFoundException',
      message: 'gone',
    });
    await expect(listeners('arn:other')).rejects.toMatchObject({ name: 'LoadBalancerNotFoundException' });
    const entries = new GetManagedPrefixListEntriesCommand({ PrefixListId: 'pl-1', MaxResults: 1 });
    expect((await ec2().send(entries)).Entries).toEqual([{ Cidr: '192.0.2.0/24' }]);
  });

  it('answers a region’s question from the account when it is kept there', async () => {
    expect((await ec2().send(new DescribeRegionsCommand({}))).Regions).toHaveLength(2);
  });

  it('repeats its errors', async () => {
    await expect(new RDSClient(settings()).send(new DescribeDBInstancesCommand({}))).rejects.toMatchObject({
      name: 'AccessDenied',
      message: 'not allowed',
      $metadata: { httpStatusCode: 403 },
    });
    await expect(ec2().send(new DescribeInstancesCommand({}))).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  it('shows its holes', async () => {
    await expect(ec2().send(new DescribeFlowLogsCommand({}))).rejects.toMatchObject({ name: 'InvalidAction' });
    await expect(ec2('eu-west-1').send(new DescribeVpcsCommand({}))).rejects.toMatchObject({ name: 'InvalidAction' });
    await expect(ec2('me-south-1').send(new DescribeVpcsCommand({}))).rejects.toMatchObject({ name: 'AuthFailure' });
  });

  it('is never told apart from its parts in silence', async () => {
    const vpcs = async (input: object) =>
      ((await ec2().send(new DescribeVpcsCommand(input))).Vpcs ?? []).map(({ VpcId }) => VpcId);
    expect(await vpcs({ VpcIds: ['vpc-2'] })).toEqual(['vpc-2']);
    expect(await vpcs({ Filters: [{ Name: 'is-default', Values: ['true'] }] })).toEqual(['vpc-1']);
    expect(
      await vpcs({
        Filters: [
          { Name: 'vpc-id', Values: ['vpc-?'] },
          { Name: 'owner-id', Values: ['*3'] },
        ],
      }),
    ).toEqual(['vpc-1']);
    await expect(vpcs({ VpcIds: ['vpc-3'] })).rejects.toMatchObject({ name: 'InvalidVpcID.NotFound' });
    await expect(vpcs({ Filters: [{ Name: 'tag:x', Values: ['y'] }] })).rejects.toMatchObject({
      name: 'InvalidParameterValue',
    });
    await expect(vpcs({ DryRun: true })).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  });
});

describe('IAM', () => {
  const iam = () => new IAMClient(settings());

  it('makes a credential report before it shows one', async () => {
    await expect(iam().send(new GetCredentialReportCommand({}))).rejects.toMatchObject({
      name: 'CredentialReportNotPresentException',
    });
    expect(await iam().send(new GenerateCredentialReportCommand({}))).toMatchObject({ State: 'STARTED' });
    await expect(iam().send(new GetCredentialReportCommand({}))).rejects.toMatchObject({
      name: 'CredentialReportNotReadyException',
    });
    expect(await iam().send(new GenerateCredentialReportCommand({}))).toMatchObject({ State: 'COMPLETE' });
    const { Content } = await iam().send(new GetCredentialReportCommand({}));
    expect(Buffer.from(Content ?? []).toString()).toBe(report);
  });

  it('has no password policy when the answer is empty', async () => {
    await expect(iam().send(new GetAccountPasswordPolicyCommand({}))).rejects.toMatchObject({
      name: 'NoSuchEntityException',
      $metadata: { httpStatusCode: 404 },
    });
  });

  it('chooses entities and devices as asked', async () => {
    const details = await iam().send(
      new GetAccountAuthorizationDetailsCommand({ Filter: ['User', 'LocalManagedPolicy'] }),
    );
    expect(details).toMatchObject({ UserDetailList: [{ UserName: 'hanako' }], RoleDetailList: [] });
    expect(details.Policies).toEqual([{ Arn: `arn:aws:iam::${management}:policy/own` }]);
    const { VirtualMFADevices } = await iam().send(new ListVirtualMFADevicesCommand({ AssignmentStatus: 'Assigned' }));
    expect(VirtualMFADevices?.map(({ SerialNumber }) => SerialNumber)).toEqual(['a']);
  });

  it('does not know operations that nobody collected', async () => {
    await expect(iam().send(new GetUserCommand({}))).rejects.toMatchObject({ name: 'InvalidAction' });
  });
});

describe('Organizations', () => {
  it('shows the accounts to the management account only', async () => {
    const { Accounts } = await new OrganizationsClient(settings()).send(new ListAccountsCommand({}));
    expect(Accounts).toEqual([
      { Id: management, JoinedTimestamp: new Date('2020-01-02T03:04:05.678Z') },
      { Id: member },
    ]);
    const asMember = new OrganizationsClient(settings(member));
    await expect(asMember.send(new ListAccountsCommand({}))).rejects.toMatchObject({ name: 'AccessDeniedException' });
    expect((await asMember.send(new DescribeOrganizationCommand({}))).Organization?.Id).toBe('o-1');
    const stranger = new OrganizationsClient(settings(broken));
    await expect(stranger.send(new DescribeOrganizationCommand({}))).rejects.toMatchObject({
      name: 'AWSOrganizationsNotInUseException',
    });
  });
});

describe('SNS', () => {
  const publish = (input: object) =>
    new SNSClient(settings()).send(
      new PublishCommand({ TopicArn: `arn:aws:sns:us-east-1:${management}:tenken`, Message: 'x', ...input }),
    );

  it('takes messages with their attributes', async () => {
    const MessageAttributes = { severity: { DataType: 'String', StringValue: 'high' } };
    const Message = JSON.stringify({ default: '点検' });
    const { MessageId } = await publish({ Message, MessageStructure: 'json', MessageAttributes, Subject: 'Tenken' });
    expect(cloud.messages.at(-1)).toMatchObject({
      messageId: MessageId,
      Message,
      MessageAttributes,
      Subject: 'Tenken',
    });
  });

  it.each([
    { Message: 'x'.repeat(262_145) },
    { Message: '{}', MessageStructure: 'json' },
    { Subject: '点検' },
    { TopicArn: 'tenken' },
  ])('refuses what SNS refuses (%#)', async (input) => {
    await expect(publish(input)).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });
});

it('keeps a list of calls', () => {
  expect(cloud.calls[0]).toEqual({
    service: 'sts',
    operation: 'GetCallerIdentity',
    account: member,
    region: 'us-east-1',
    status: 200,
    at: now,
  });
});

it('does not take two snapshots of one unit', async () => {
  await expect(startLoopbackAws({ snapshots: [global, global], callerAccount: management })).rejects.toThrow(
    'same unit',
  );
});
