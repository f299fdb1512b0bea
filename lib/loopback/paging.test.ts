import { DescribeRouteTablesCommand, DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { DescribeLoadBalancersCommand, ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import {
  GetAccountAuthorizationDetailsCommand,
  IAMClient,
  paginateGetAccountAuthorizationDetails,
} from '@aws-sdk/client-iam';
import { ListAccountsCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { DescribeDBInstancesCommand, RDSClient } from '@aws-sdk/client-rds';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settingsOf, unitOf } from './fixture.ts';
import type { LoopbackAws } from './loopback-aws.ts';
import { startLoopbackAws } from './start-loopback-aws.ts';

const account = '111122223333';
const numbered = (count: number, member: string) =>
  Array.from({ length: count }, (_, n) => ({ [member]: `${member}-${n}` }));

describe('pages', () => {
  let cloud: LoopbackAws;
  let settings: ReturnType<typeof settingsOf>;
  beforeAll(async () => {
    const regional = {
      'ec2:DescribeVpcs': { Vpcs: numbered(12, 'VpcId') },
      'ec2:DescribeRouteTables': { RouteTables: numbered(101, 'RouteTableId') },
      'elbv2:DescribeLoadBalancers': { LoadBalancers: numbered(3, 'LoadBalancerName') },
      'rds:DescribeDBInstances': { DBInstances: numbered(21, 'DBInstanceIdentifier') },
    };
    const global = {
      'iam:GetAccountAuthorizationDetails': {
        UserDetailList: numbered(3, 'UserName'),
        GroupDetailList: [],
        RoleDetailList: numbered(4, 'RoleName'),
        Policies: numbered(2, 'PolicyName'),
      },
    };
    const organization = unitOf(account, 'x', {
      unit: { provider: 'aws', organization: 'o-1' },
      responses: { 'organizations:ListAccounts': { Accounts: [{ Id: account }, ...numbered(24, 'Id')] } },
    });
    cloud = await startLoopbackAws({
      callerAccount: account,
      snapshots: [
        unitOf(account, 'us-east-1', { responses: regional }),
        unitOf(account, 'global', { responses: global }),
        organization,
      ],
    });
    settings = settingsOf(cloud, account);
  });
  afterAll(() => cloud.close());

  it('lead one to the next until all is said', async () => {
    const ec2 = new EC2Client(settings);
    const sizes: number[] = [];
    let token: string | undefined;
    do {
      const output = await ec2.send(new DescribeVpcsCommand({ MaxResults: 5, NextToken: token }));
      sizes.push(output.Vpcs?.length ?? 0);
      token = output.NextToken;
    } while (token);
    expect(sizes).toEqual([5, 5, 2]);
  });

  it('divide the four lists of GetAccountAuthorizationDetails as one', async () => {
    const seen: (readonly (number | undefined)[])[] = [];
    const names: (string | undefined)[] = [];
    for await (const page of paginateGetAccountAuthorizationDetails(
      { client: new IAMClient(settings), pageSize: 4 },
      {},
    )) {
      seen.push([page.UserDetailList?.length, page.RoleDetailList?.length, page.Policies?.length]);
      names.push(...(page.RoleDetailList ?? []).map((role) => role.RoleName));
      expect(page.IsTruncated).toBe(seen.length < 3);
    }
    expect(seen).toEqual([
      [3, 1, 0],
      [0, 3, 1],
      [0, 0, 1],
    ]);
    expect(names).toEqual(['RoleName-0', 'RoleName-1', 'RoleName-2', 'RoleName-3']);
  });

  it('have the size of the service when the request names none', async () => {
    expect((await new EC2Client(settings).send(new DescribeVpcsCommand({}))).Vpcs).toHaveLength(12);
    expect((await new EC2Client(settings).send(new DescribeRouteTablesCommand({}))).RouteTables).toHaveLength(100);
    expect((await new OrganizationsClient(settings).send(new ListAccountsCommand({}))).Accounts).toHaveLength(20);
  });

  it('have names of their own in each service', async () => {
    const first = await new ElasticLoadBalancingV2Client(settings).send(
      new DescribeLoadBalancersCommand({ PageSize: 2 }),
    );
    expect(first.NextMarker).toEqual(expect.any(String));
    const rds = new RDSClient(settings);
    const { Marker } = await rds.send(new DescribeDBInstancesCommand({ MaxRecords: 20 }));
    const last = await rds.send(new DescribeDBInstancesCommand({ Marker }));
    expect(last).toMatchObject({ DBInstances: [{ DBInstanceIdentifier: 'DBInstanceIdentifier-20' }] });
    expect(last.Marker).toBeUndefined();
  });

  it.each([4, 1001])('are not of %i items', async (MaxResults) => {
    await expect(new EC2Client(settings).send(new DescribeVpcsCommand({ MaxResults }))).rejects.toMatchObject({
      name: 'InvalidParameterValue',
      $metadata: { httpStatusCode: 400 },
    });
  });

  it('are refused for a token that is none, or of another operation', async () => {
    const ec2 = new EC2Client(settings);
    const { NextToken } = await ec2.send(new DescribeVpcsCommand({ MaxResults: 5 }));
    const invalid = { name: 'InvalidParameterValue' };
    await expect(ec2.send(new DescribeVpcsCommand({ NextToken: 'x' }))).rejects.toMatchObject(invalid);
    await expect(ec2.send(new DescribeRouteTablesCommand({ NextToken }))).rejects.toMatchObject(invalid);
    const iam = new IAMClient(settings);
    await expect(iam.send(new GetAccountAuthorizationDetailsCommand({ Marker: 'x' }))).rejects.toThrow('token');
  });
});
