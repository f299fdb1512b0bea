import type { Snapshot } from '../../lib/model/snapshot.ts';

/** How large a region is to be; a subnet for each fifty interfaces, a load balancer for each hundred. */
export interface RegionScale {
  readonly interfaces: number;
  readonly groups: number;
}

const account = '111122223333';
const vpcs = 10;

/**
 * What a region answers about its network: VPCs with public and private subnets, every third interface with a public
 * address, groups of which some open a port to the world, some to offices, some to each other; and load balancers before
 * private instances. The same for the same scale.
 */
export function generatedRegion({ interfaces, groups }: RegionScale): Snapshot['responses'] {
  const subnets = Math.max(20, Math.floor(interfaces / 50));
  const balancers = Math.max(10, Math.floor(interfaces / 100));
  const place = { subnets, groups, balancers, interfaces };
  return {
    'ec2:DescribeVpcs': {
      Vpcs: range(vpcs, (at) => ({ VpcId: `vpc-${at}`, CidrBlock: '10.0.0.0/8', OwnerId: account })),
    },
    'ec2:DescribeSubnets': { Subnets: range(subnets, subnet) },
    'ec2:DescribeInternetGateways': {
      InternetGateways: range(vpcs, (at) => ({
        InternetGatewayId: `igw-${at}`,
        Attachments: [{ VpcId: `vpc-${at}`, State: 'available' }],
      })),
    },
    'ec2:DescribeRouteTables': { RouteTables: range(vpcs, (at) => routeTable(at, subnets)).flat() },
    'ec2:DescribeNetworkAcls': { NetworkAcls: range(vpcs, (at) => networkAcl(at, subnets)) },
    'ec2:DescribeVpcBlockPublicAccessOptions': { VpcBlockPublicAccessOptions: { InternetGatewayBlockMode: 'off' } },
    'ec2:DescribeSecurityGroups': { SecurityGroups: range(groups, securityGroup) },
    'ec2:DescribeNetworkInterfaces': { NetworkInterfaces: range(interfaces, (at) => networkInterface(at, place)) },
    'ec2:DescribeInstances': { Reservations: range(interfaces, instance) },
    ...balancing(place),
    'elb:DescribeLoadBalancers': { LoadBalancerDescriptions: [] },
    'rds:DescribeDBInstances': { DBInstances: [] },
    'rds:DescribeDBClusters': { DBClusters: [] },
    'redshift:DescribeClusters': { Clusters: [] },
    'kafka:ListClustersV2': { ClusterInfoList: [] },
  };
}

/** Sizes that the parts of a region are made from. */
interface Place {
  readonly subnets: number;
  readonly groups: number;
  readonly balancers: number;
  readonly interfaces: number;
}

function range<T>(length: number, make: (at: number) => T): T[] {
  return Array.from({ length }, (_, at) => make(at));
}

/** Subnets are numbered through the VPCs; every second of a VPC is public. */
function isPublic(subnetNumber: number): boolean {
  return Math.floor(subnetNumber / vpcs) % 2 === 0;
}

function subnet(at: number): object {
  return {
    SubnetId: `subnet-${at}`,
    VpcId: `vpc-${at % vpcs}`,
    OwnerId: account,
    AvailabilityZone: `eu-west-1${'abc'[at % 3]}`,
    CidrBlock: `10.${Math.floor(at / 16) % 256}.${(at % 16) * 16}.0/20`,
  };
}

function routeTable(vpc: number, subnets: number): object[] {
  const own = range(subnets, (at) => at).filter((at) => at % vpcs === vpc && isPublic(at));
  const local = { DestinationCidrBlock: '10.0.0.0/8', GatewayId: 'local', State: 'active' };
  const out = { DestinationCidrBlock: '0.0.0.0/0', GatewayId: `igw-${vpc}`, State: 'active' };
  return [
    { RouteTableId: `rtb-${vpc}-main`, VpcId: `vpc-${vpc}`, Routes: [local], Associations: [{ Main: true }] },
    {
      RouteTableId: `rtb-${vpc}-public`,
      VpcId: `vpc-${vpc}`,
      Routes: [local, out],
      Associations: own.map((at) => ({ Main: false, SubnetId: `subnet-${at}` })),
    },
  ];
}

/** Every third VPC closes remote desktop in its network ACL. */
function networkAcl(vpc: number, subnets: number): object {
  const entry = (RuleNumber: number, RuleAction: string, Egress: boolean, more: object) => ({
    RuleNumber,
    RuleAction,
    Egress,
    CidrBlock: '0.0.0.0/0',
    ...more,
  });
  const closed = { Protocol: '6', PortRange: { From: 3389, To: 3389 } };
  return {
    NetworkAclId: `acl-${vpc}`,
    VpcId: `vpc-${vpc}`,
    Entries: [
      ...(vpc % 3 === 0 ? [entry(90, 'deny', false, closed)] : []),
      entry(100, 'allow', false, { Protocol: '-1' }),
      entry(100, 'allow', true, { Protocol: '-1' }),
    ],
    Associations: range(subnets, (at) => at)
      .filter((at) => at % vpcs === vpc)
      .map((at) => ({ SubnetId: `subnet-${at}` })),
  };
}

const openPorts = [22, 443, 3389, 5432, 8080];

function securityGroup(at: number): object {
  const rule = (port: number, source: object) => ({ IpProtocol: 'tcp', FromPort: port, ToPort: port, ...source });
  const port = openPorts[at % openPorts.length] ?? 443;
  const world = at % 4 === 0 ? [rule(port, { IpRanges: [{ CidrIp: '0.0.0.0/0' }] })] : [];
  const offices = rule(22, { IpRanges: range(4, (each) => ({ CidrIp: `203.0.${(at + each) % 256}.0/26` })) });
  const peers = rule(8080, { UserIdGroupPairs: [{ GroupId: `sg-${(at + 1) % 100}` }] });
  return {
    GroupId: `sg-${at}`,
    GroupName: `group-${at}`,
    OwnerId: account,
    VpcId: `vpc-${at % vpcs}`,
    IpPermissions: [...world, offices, peers],
    IpPermissionsEgress: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
  };
}

function addressOf(at: number): string {
  return `10.${Math.floor(at / 65_536) % 256}.${Math.floor(at / 256) % 256}.${at % 256}`;
}

function networkInterface(at: number, { subnets, groups }: Place): object {
  const address = addressOf(at);
  const isOutside = at % 3 === 0;
  return {
    NetworkInterfaceId: `eni-${at}`,
    VpcId: `vpc-${at % vpcs}`,
    SubnetId: `subnet-${((at % vpcs) + vpcs * (at % Math.floor(subnets / vpcs))) % subnets}`,
    OwnerId: account,
    Status: 'in-use',
    InterfaceType: 'interface',
    PrivateIpAddress: address,
    PrivateIpAddresses: [
      {
        PrivateIpAddress: address,
        ...(isOutside && {
          Association: { PublicIp: `198.${51 + Math.floor(at / 65_536)}.${Math.floor(at / 256) % 256}.${at % 256}` },
        }),
      },
    ],
    Groups: [{ GroupId: `sg-${at % groups}` }, { GroupId: `sg-${(at * 7) % groups}` }],
    Attachment: { InstanceId: `i-${at}`, DeviceIndex: 0 },
  };
}

function instance(at: number): object {
  return {
    OwnerId: account,
    Instances: [{ InstanceId: `i-${at}`, State: { Name: at % 50 === 0 ? 'stopped' : 'running' }, Tags: [] }],
  };
}

function balancing({ balancers, groups, interfaces }: Place): Snapshot['responses'] {
  const arn = (at: number) => `arn:aws:elasticloadbalancing:eu-west-1:${account}:loadbalancer/app/lb-${at}/1`;
  const all = range(balancers, (at) => at);
  const forward = (at: number) => [{ Type: 'forward', TargetGroupArn: `tg-${at}` }];
  return {
    'elbv2:DescribeLoadBalancers': {
      LoadBalancers: all.map((at) => ({
        LoadBalancerArn: arn(at),
        LoadBalancerName: `lb-${at}`,
        Type: 'application',
        Scheme: at % 5 === 0 ? 'internal' : 'internet-facing',
        IpAddressType: 'ipv4',
        VpcId: `vpc-${at % vpcs}`,
        AvailabilityZones: [{ SubnetId: `subnet-${at % vpcs}` }],
        SecurityGroups: [`sg-${(at * 4) % groups}`],
      })),
    },
    'elbv2:DescribeListeners': all.map((at) => ({
      input: { LoadBalancerArn: arn(at) },
      output: {
        Listeners: [
          {
            ListenerArn: `listener-${at}`,
            Port: openPorts[(at * 4) % openPorts.length],
            Protocol: 'HTTPS',
            DefaultActions: forward(at),
          },
        ],
      },
    })),
    'elbv2:DescribeRules': all.map((at) => ({
      input: { ListenerArn: `listener-${at}` },
      output: { Rules: [{ IsDefault: true, Actions: forward(at) }] },
    })),
    'elbv2:DescribeTargetGroups': {
      TargetGroups: all.map((at) => ({
        TargetGroupArn: `tg-${at}`,
        TargetType: 'instance',
        Protocol: 'HTTP',
        Port: 8080,
        VpcId: `vpc-${at % vpcs}`,
        LoadBalancerArns: [arn(at)],
      })),
    },
    'elbv2:DescribeTargetHealth': all.map((at) => ({
      input: { TargetGroupArn: `tg-${at}` },
      output: {
        TargetHealthDescriptions: range(10, (each) => ({
          Target: { Id: `i-${(at + each * vpcs) % interfaces}`, Port: 8080 },
        })),
      },
    })),
  };
}
