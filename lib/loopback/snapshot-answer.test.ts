import {
  DescribeFlowLogsCommand,
  DescribeInstancesCommand,
  DescribeRegionsCommand,
  DescribeSubnetsCommand,
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
import { GetPolicyCommand, LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { DescribeDBInstancesCommand, RDSClient } from '@aws-sdk/client-rds';
import { DescribeStateMachineCommand, SFNClient } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settingsOf, unitOf } from './fixture.ts';
import type { LoopbackAws } from './loopback-aws.ts';
import { startLoopbackAws } from './start-loopback-aws.ts';

const account = '111122223333';
const global = unitOf(account, 'global', {
  responses: { 'ec2:DescribeRegions': { Regions: [{ RegionName: 'us-east-1' }, { RegionName: 'eu-west-1' }] } },
});
const regional = unitOf(account, 'us-east-1', {
  responses: {
    'ec2:DescribeVpcs': {
      Vpcs: [
        { VpcId: 'vpc-1', IsDefault: true, OwnerId: account },
        { VpcId: 'vpc-2', IsDefault: false },
      ],
    },
    'ec2:DescribeSubnets': { Subnetz: [] },
    'ec2:GetManagedPrefixListEntries': [
      { input: { PrefixListId: 'pl-1' }, output: { Entries: [{ Cidr: '192.0.2.0/24' }, { Cidr: '198.51.100.0/24' }] } },
    ],
    'lambda:GetPolicy': [{ input: { FunctionName: 'report' }, output: { Policy: '{}' } }],
    'states:DescribeStateMachine': [{ input: { stateMachineArn: 'arn:orders' }, output: { name: 'orders' } }],
    'elb:DescribeLoadBalancers': { LoadBalancerDescriptions: [{ LoadBalancerName: 'classic' }] },
    'elbv2:DescribeLoadBalancers': { LoadBalancers: [{ LoadBalancerName: 'modern' }] },
    'elbv2:DescribeListeners': [{ input: { LoadBalancerArn: 'arn:lb' }, output: { Listeners: [{ Port: 443 }] } }],
  },
  errors: [
    { operation: 'rds:DescribeDBInstances', code: 'AccessDenied', message: 'not allowed' },
    { operation: 'lambda:ListFunctions', code: 'AccessDeniedException', message: 'not you' },
    { operation: 'ec2:DescribeInstances', code: 'ECONNRESET', message: 'socket hang up' },
    {
      operation: 'elbv2:DescribeListeners',
      code: 'LoadBalancerNotFoundException',
      message: 'gone',
      input: { LoadBalancerArn: 'arn:gone' },
    },
  ],
});

let cloud: LoopbackAws;
beforeAll(async () => {
  cloud = await startLoopbackAws({ snapshots: [global, regional], callerAccount: account });
});
afterAll(() => cloud.close());

const settings = (region = 'us-east-1') => settingsOf(cloud, account, region);
const ec2 = (region?: string) => new EC2Client(settings(region));

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
    const lambda = new LambdaClient(settings());
    expect((await lambda.send(new GetPolicyCommand({ FunctionName: 'report' }))).Policy).toBe('{}');
    await expect(lambda.send(new GetPolicyCommand({ FunctionName: 'other' }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      $metadata: { httpStatusCode: 404 },
    });
    const entries = new GetManagedPrefixListEntriesCommand({ PrefixListId: 'pl-1', MaxResults: 1 });
    expect((await ec2().send(entries)).Entries).toEqual([{ Cidr: '192.0.2.0/24' }]);
  });

  it('answers what every request of the collector says, and a snapshot does not repeat', async () => {
    const metadata = { stateMachineArn: 'arn:orders', includedData: 'METADATA_ONLY' } as const;
    const machine = await new SFNClient(settings()).send(new DescribeStateMachineCommand(metadata));
    expect(machine.name).toBe('orders');
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
    await expect(new LambdaClient(settings()).send(new ListFunctionsCommand({}))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: 'not you',
      $metadata: { httpStatusCode: 403 },
    });
  });

  it('shows its holes', async () => {
    await expect(ec2().send(new DescribeFlowLogsCommand({}))).rejects.toMatchObject({ name: 'InvalidAction' });
    await expect(ec2('eu-west-1').send(new DescribeVpcsCommand({}))).rejects.toMatchObject({ name: 'InvalidAction' });
    await expect(ec2('me-south-1').send(new DescribeVpcsCommand({}))).rejects.toMatchObject({ name: 'AuthFailure' });
  });

  it('must be of the schema, or nothing is answered', async () => {
    await expect(ec2().send(new DescribeSubnetsCommand({}))).rejects.toMatchObject({
      name: 'LoopbackSchemaMismatch',
      message: 'DescribeSubnetsResult has no member Subnetz.',
      $metadata: { httpStatusCode: 400 },
    });
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
    expect(await vpcs({ Filters: [{ Name: 'owner-id', Values: ['*'] }] })).toEqual(['vpc-1']);
    await expect(vpcs({ VpcIds: ['vpc-3'] })).rejects.toMatchObject({ name: 'InvalidVpcID.NotFound' });
    await expect(vpcs({ Filters: [{ Name: 'tag:x', Values: ['y'] }] })).rejects.toMatchObject({
      name: 'InvalidParameterValue',
    });
    await expect(vpcs({ DryRun: true })).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  });
});
