import { DescribeSubnetsCommand, DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { DescribeLoadBalancersCommand, ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { GetAccountSummaryCommand, IAMClient } from '@aws-sdk/client-iam';
import { ListAccountsCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { settingsOf, unitOf } from './fixture.ts';
import type { LoopbackAws } from './loopback-aws.ts';
import { startLoopbackAws } from './start-loopback-aws.ts';

const account = '111122223333';
const arn = `arn:aws:iam::${account}:user/loopback`;
const responses = {
  'ec2:DescribeVpcs': { Vpcs: [] },
  'ec2:DescribeSubnets': { Subnets: [] },
  'elbv2:DescribeLoadBalancers': { LoadBalancers: [] },
};

let cloud: LoopbackAws;
beforeEach(async () => {
  const summary = { 'iam:GetAccountSummary': { SummaryMap: { Users: 1 } } };
  cloud = await startLoopbackAws({
    callerAccount: account,
    snapshots: [
      unitOf(account, 'us-east-1', { responses }),
      unitOf(account, 'eu-west-1', { responses }),
      unitOf(account, 'global', { responses: summary }),
      unitOf(account, 'x', {
        unit: { provider: 'aws', organization: 'o-1' },
        responses: { 'organizations:ListAccounts': { Accounts: [] } },
      }),
    ],
  });
});
afterEach(() => cloud.close());

const ec2 = (region = 'us-east-1') => new EC2Client(settingsOf(cloud, account, region));
const describeVpcs = (region?: string) => ec2(region).send(new DescribeVpcsCommand({}));
const statuses = () => cloud.calls.map(({ status }) => status);

describe('denied operations', () => {
  it('are answered in the words of each service', async () => {
    cloud.setFaults({
      denied: ['ec2:DescribeVpcs', 'iam:*', 'elbv2:DescribeLoadBalancers', 'organizations:ListAccounts'],
    });
    const settings = settingsOf(cloud, account);
    await expect(describeVpcs()).rejects.toMatchObject({
      name: 'UnauthorizedOperation',
      message: `You are not authorized to perform this operation. User: ${arn} is not authorized to perform: ec2:DescribeVpcs because no identity-based policy allows the ec2:DescribeVpcs action`,
      $metadata: { httpStatusCode: 403 },
    });
    await expect(new IAMClient(settings).send(new GetAccountSummaryCommand({}))).rejects.toMatchObject({
      name: 'AccessDenied',
      message: `User: ${arn} is not authorized to perform: iam:GetAccountSummary on resource: * because no identity-based policy allows the iam:GetAccountSummary action`,
      $metadata: { httpStatusCode: 403 },
    });
    await expect(new ElasticLoadBalancingV2Client(settings).send(new DescribeLoadBalancersCommand({}))).rejects.toThrow(
      'elasticloadbalancing:DescribeLoadBalancers',
    );
    await expect(new OrganizationsClient(settings).send(new ListAccountsCommand({}))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: "You don't have permissions to access this resource.",
      $metadata: { httpStatusCode: 400 },
    });
    await expect(ec2().send(new DescribeSubnetsCommand({}))).resolves.toBeDefined();
  });

  it('can be denied in one region of one account, or in its global unit', async () => {
    cloud.setFaults({ denied: [`${account}/eu-west-1/ec2:DescribeVpcs`, `${account}/global/iam:*`] });
    const iam = new IAMClient(settingsOf(cloud, account));
    await expect(iam.send(new GetAccountSummaryCommand({}))).rejects.toThrow('not authorized');
    await expect(describeVpcs('eu-west-1')).rejects.toThrow('not authorized');
    await expect(describeVpcs('us-east-1')).resolves.toBeDefined();
  });
});

describe('throttling', () => {
  it('empties a bucket per region and API', async () => {
    const slow = { burst: 2, rate: 0 };
    cloud.setFaults({ throttle: { 'ec2:DescribeVpcs': slow, 'iam:GetAccountSummary': { burst: 0, rate: 0 } } });
    await describeVpcs();
    await describeVpcs();
    await expect(describeVpcs()).rejects.toMatchObject({
      name: 'RequestLimitExceeded',
      $metadata: { httpStatusCode: 503 },
    });
    await expect(describeVpcs('eu-west-1')).resolves.toBeDefined();
    await expect(ec2().send(new DescribeSubnetsCommand({}))).resolves.toBeDefined();
    await expect(
      new IAMClient(settingsOf(cloud, account)).send(new GetAccountSummaryCommand({})),
    ).rejects.toMatchObject({
      name: 'Throttling',
      $metadata: { httpStatusCode: 400 },
    });
  });

  it('is overcome by a client that tries again', async () => {
    cloud.setFaults({ throttle: { 'ec2:DescribeVpcs': { burst: 1, rate: 5 } } });
    const patient = new EC2Client({ ...settingsOf(cloud, account), maxAttempts: 6 });
    await Promise.all([1, 2].map(() => patient.send(new DescribeVpcsCommand({}))));
    expect(statuses()).toContain(503);
  });
});

describe('the service', () => {
  it('fails every nth time', async () => {
    cloud.setFaults({ failures: { every: 2 } });
    await describeVpcs();
    await expect(describeVpcs()).rejects.toMatchObject({ name: 'InternalError', $metadata: { httpStatusCode: 500 } });
    await describeVpcs();
    expect(statuses()).toEqual([200, 500, 200]);
  });

  it('is unavailable for the operations that are named', async () => {
    cloud.setFaults({ failures: { operations: ['ec2:DescribeVpcs'], status: 503 } });
    await expect(describeVpcs()).rejects.toMatchObject({ name: 'Unavailable', $metadata: { httpStatusCode: 503 } });
    await expect(ec2().send(new DescribeSubnetsCommand({}))).resolves.toBeDefined();
  });
});

describe('the network', () => {
  it('breaks connections, on chosen operations or to whole regions', async () => {
    cloud.setFaults({ dropped: { operations: ['ec2:DescribeVpcs'] }, unreachableRegions: ['eu-west-1'] });
    await expect(describeVpcs()).rejects.toMatchObject({ code: 'ECONNRESET' });
    await expect(ec2().send(new DescribeSubnetsCommand({}))).resolves.toBeDefined();
    await expect(ec2('eu-west-1').send(new DescribeSubnetsCommand({}))).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(statuses()).toEqual([0, 200, 0]);
  });

  it('leaves global services alone when their region cannot be reached', async () => {
    cloud.setFaults({ unreachableRegions: ['us-east-1'], latencyMs: 1 });
    const iam = new IAMClient(settingsOf(cloud, account));
    expect((await iam.send(new GetAccountSummaryCommand({}))).SummaryMap).toEqual({ Users: 1 });
  });
});
