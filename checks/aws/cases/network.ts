import type { IpPermission } from '@aws-sdk/client-ec2';
import type { Snapshot } from '../../../lib/model/snapshot.ts';
import { securityGroup } from './security-groups.ts';
import { account } from './units.ts';

/** An instance of a case: `subnet-public` routes to the internet gateway, `subnet-private` does not. */
export interface CaseInstance {
  readonly id: string;
  readonly subnet: 'subnet-public' | 'subnet-private';
  readonly publicIp?: string;
  readonly ingress: readonly IpPermission[];
  readonly state?: string;
  readonly tags?: Readonly<Record<string, string>>;
}

const cidr = '10.0.0.0/16';
const local = { DestinationCidrBlock: cidr, GatewayId: 'local', State: 'active' };
const toInternet = { DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-1', State: 'active' };

/** What a region with one VPC answers about its network: instances in a public and a private subnet. */
export function network(...instances: readonly CaseInstance[]): Snapshot['responses'] {
  const open = (egress: boolean) => ({
    RuleNumber: 100,
    RuleAction: 'allow',
    Protocol: '-1',
    Egress: egress,
    CidrBlock: '0.0.0.0/0',
  });
  return {
    'ec2:DescribeVpcs': { Vpcs: [{ VpcId: 'vpc-1', CidrBlock: cidr, OwnerId: account }] },
    'ec2:DescribeSubnets': {
      Subnets: [subnet('subnet-public', '10.0.1.0/24'), subnet('subnet-private', '10.0.2.0/24')],
    },
    'ec2:DescribeInternetGateways': {
      InternetGateways: [{ InternetGatewayId: 'igw-1', Attachments: [{ VpcId: 'vpc-1', State: 'available' }] }],
    },
    'ec2:DescribeRouteTables': {
      RouteTables: [
        { RouteTableId: 'rtb-main', VpcId: 'vpc-1', Routes: [local], Associations: [{ Main: true }] },
        {
          RouteTableId: 'rtb-public',
          VpcId: 'vpc-1',
          Routes: [local, toInternet],
          Associations: [{ Main: false, SubnetId: 'subnet-public' }],
        },
      ],
    },
    'ec2:DescribeNetworkAcls': {
      NetworkAcls: [
        {
          NetworkAclId: 'acl-1',
          VpcId: 'vpc-1',
          IsDefault: true,
          Entries: [open(false), open(true)],
          Associations: [{ SubnetId: 'subnet-public' }, { SubnetId: 'subnet-private' }],
        },
      ],
    },
    'ec2:DescribeVpcBlockPublicAccessOptions': { VpcBlockPublicAccessOptions: { InternetGatewayBlockMode: 'off' } },
    'ec2:DescribeSecurityGroups': {
      SecurityGroups: instances.map(({ id, ingress }) => securityGroup(groupOf(id), { ingress })),
    },
    'ec2:DescribeNetworkInterfaces': { NetworkInterfaces: instances.map(interfaceOf) },
    'ec2:DescribeInstances': {
      Reservations: instances.map(({ id, state = 'running', tags = {} }) => ({
        OwnerId: account,
        Instances: [
          {
            InstanceId: id,
            State: { Name: state },
            Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
          },
        ],
      })),
    },
    ...noBalancers,
  };
}

/** No load balancer of either generation, no database. */
const noBalancers = {
  'elbv2:DescribeLoadBalancers': { LoadBalancers: [] },
  'elbv2:DescribeTargetGroups': { TargetGroups: [] },
  'elb:DescribeLoadBalancers': { LoadBalancerDescriptions: [] },
  'rds:DescribeDBInstances': { DBInstances: [] },
  'rds:DescribeDBClusters': { DBClusters: [] },
  'redshift:DescribeClusters': { Clusters: [] },
  'kafka:ListClustersV2': { ClusterInfoList: [] },
};

/** What the account's global services answer where nothing stands behind them. */
export const nothingGlobal: Snapshot['responses'] = {
  'globalaccelerator:ListAccelerators': { Accelerators: [] },
  'globalaccelerator:ListListeners': [],
  'globalaccelerator:ListEndpointGroups': [],
  'cloudfront:ListDistributions': { DistributionList: { Items: [] } },
  'cloudfront:ListVpcOrigins': { VpcOriginList: { Items: [] } },
  'cloudfront:GetVpcOrigin': [],
};

/** The security group of an instance of a case. */
export function groupOf(instance: string): string {
  return instance.replace(/^i-/, 'sg-');
}

function subnet(id: string, block: string): object {
  return { SubnetId: id, VpcId: 'vpc-1', CidrBlock: block, AvailabilityZone: 'ap-northeast-1a', OwnerId: account };
}

function interfaceOf({ id, subnet: place, publicIp }: CaseInstance, at: number): object {
  const address = `10.0.${place === 'subnet-public' ? 1 : 2}.${10 + at}`;
  return {
    NetworkInterfaceId: id.replace(/^i-/, 'eni-'),
    VpcId: 'vpc-1',
    SubnetId: place,
    OwnerId: account,
    Status: 'in-use',
    InterfaceType: 'interface',
    PrivateIpAddress: address,
    PrivateIpAddresses: [{ PrivateIpAddress: address, ...(publicIp && { Association: { PublicIp: publicIp } }) }],
    Groups: [{ GroupId: groupOf(id) }],
    Attachment: { InstanceId: id, DeviceIndex: 0 },
  };
}
