import type { Address, FlowLog, InternetGateway, NetworkAcl, RouteTable, Subnet, Vpc } from '@aws-sdk/client-ec2';
import { identifier } from '../identifier.ts';
import type { DaysBefore } from './days-before.ts';
import type { PlacedVpc } from './placed-vpc.ts';
import type { DemoSubnet } from './vpc.ts';

const nameTag = (Value: string): { Key: string; Value: string }[] => [{ Key: 'Name', Value }];

/** The id of a thing in a VPC, by its kind and name. */
export function idIn(vpc: PlacedVpc, prefix: string, name: string): string {
  return identifier(prefix, `${vpc.vpcId} ${name}`);
}

/** The VPC itself. */
export function vpcs({ account, vpcId, described }: PlacedVpc): Vpc {
  return {
    VpcId: vpcId,
    CidrBlock: described.cidr,
    IsDefault: described.isDefault ?? false,
    State: 'available',
    OwnerId: account,
    InstanceTenancy: 'default',
    CidrBlockAssociationSet: [
      {
        AssociationId: identifier('vpc-cidr-assoc', vpcId),
        CidrBlock: described.cidr,
        CidrBlockState: { State: 'associated' },
      },
    ],
    Tags: described.isDefault ? [] : nameTag(described.name),
  };
}

/** Its subnets. */
export function subnets(vpc: PlacedVpc): Subnet[] {
  return vpc.described.subnets.map((subnet) => ({
    SubnetId: idIn(vpc, 'subnet', subnet.name),
    SubnetArn: `arn:aws:ec2:${vpc.region}:${vpc.account}:subnet/${idIn(vpc, 'subnet', subnet.name)}`,
    VpcId: vpc.vpcId,
    CidrBlock: subnet.cidr,
    AvailabilityZone: `${vpc.region}${subnet.zone}`,
    State: 'available',
    OwnerId: vpc.account,
    MapPublicIpOnLaunch: false,
    DefaultForAz: vpc.described.isDefault ?? false,
    AssignIpv6AddressOnCreation: false,
    Ipv6CidrBlockAssociationSet: [],
    Tags: nameTag(subnet.name),
  }));
}

function hasInternet(vpc: PlacedVpc): boolean {
  return vpc.described.subnets.some((subnet) => subnet.public);
}

/** Its internet gateway, if a subnet is public. */
export function internetGateways(vpc: PlacedVpc): InternetGateway[] {
  if (!hasInternet(vpc)) return [];
  return [
    {
      InternetGatewayId: idIn(vpc, 'igw', 'internet'),
      OwnerId: vpc.account,
      Attachments: [{ VpcId: vpc.vpcId, State: 'attached' }],
      Tags: [],
    },
  ];
}

/** The main table, for private subnets, and one for the public ones. */
export function routeTables(vpc: PlacedVpc): RouteTable[] {
  const local = {
    DestinationCidrBlock: vpc.described.cidr,
    GatewayId: 'local',
    Origin: 'CreateRouteTable',
    State: 'active',
  } as const;
  const main: RouteTable = {
    RouteTableId: idIn(vpc, 'rtb', 'main'),
    VpcId: vpc.vpcId,
    OwnerId: vpc.account,
    Routes: [local],
    Associations: [association(vpc, 'main')],
    PropagatingVgws: [],
    Tags: [],
  };
  if (!hasInternet(vpc)) return [main];
  const toInternet = {
    DestinationCidrBlock: '0.0.0.0/0',
    GatewayId: idIn(vpc, 'igw', 'internet'),
    Origin: 'CreateRoute',
    State: 'active',
  } as const;
  const outside: RouteTable = {
    ...main,
    RouteTableId: idIn(vpc, 'rtb', 'public'),
    Routes: [local, toInternet],
    Associations: vpc.described.subnets
      .filter((subnet) => subnet.public)
      .map((subnet) => association(vpc, 'public', subnet)),
    Tags: nameTag('public'),
  };
  return [main, outside];
}

function association(
  vpc: PlacedVpc,
  table: string,
  subnet?: DemoSubnet,
): NonNullable<RouteTable['Associations']>[number] {
  return {
    Main: subnet === undefined,
    RouteTableAssociationId: idIn(vpc, 'rtbassoc', subnet?.name ?? table),
    RouteTableId: idIn(vpc, 'rtb', table),
    ...(subnet && { SubnetId: idIn(vpc, 'subnet', subnet.name) }),
    AssociationState: { State: 'associated' },
  };
}

/** The default network ACL, which lets everything pass, and another that nothing uses, if there is one. */
export function networkAcls(vpc: PlacedVpc): NetworkAcl[] {
  const standard = defaultAcl(vpc);
  const { unusedAcl } = vpc.described;
  if (unusedAcl === undefined) return [standard];
  const id = idIn(vpc, 'acl', unusedAcl);
  return [standard, { ...standard, NetworkAclId: id, IsDefault: false, Associations: [], Tags: nameTag(unusedAcl) }];
}

function defaultAcl(vpc: PlacedVpc): NetworkAcl {
  const id = idIn(vpc, 'acl', 'default');
  const entry = (
    Egress: boolean,
    RuleNumber: number,
    RuleAction: 'allow' | 'deny',
  ): NonNullable<NetworkAcl['Entries']>[number] => ({
    CidrBlock: '0.0.0.0/0',
    Egress,
    Protocol: '-1',
    RuleAction,
    RuleNumber,
  });
  return {
    NetworkAclId: id,
    VpcId: vpc.vpcId,
    OwnerId: vpc.account,
    IsDefault: true,
    Entries: [true, false].flatMap((egress) => [entry(egress, 100, 'allow'), entry(egress, 32767, 'deny')]),
    Associations: vpc.described.subnets.map((subnet) => ({
      NetworkAclAssociationId: idIn(vpc, 'aclassoc', subnet.name),
      NetworkAclId: id,
      SubnetId: idIn(vpc, 'subnet', subnet.name),
    })),
    Tags: [],
  };
}

/** Elastic addresses of its instances. */
export function addresses(vpc: PlacedVpc): Address[] {
  return (vpc.described.instances ?? []).flatMap(({ name, publicIp }) =>
    publicIp
      ? [
          {
            AllocationId: idIn(vpc, 'eipalloc', name),
            AssociationId: idIn(vpc, 'eipassoc', name),
            PublicIp: publicIp,
            Domain: 'vpc',
            InstanceId: idIn(vpc, 'i', name),
            NetworkInterfaceId: idIn(vpc, 'eni', name),
            NetworkInterfaceOwnerId: vpc.account,
            Tags: [],
          },
        ]
      : [],
  );
}

/** Its flow logs, as the description wants them. */
export function flowLogs(vpc: PlacedVpc, days: DaysBefore): FlowLog[] {
  const { flowLogs: kind, subnets: all, name } = vpc.described;
  const log = (ResourceId: string, failing = false): FlowLog => ({
    FlowLogId: identifier('fl', `${vpc.vpcId} ${ResourceId}`),
    FlowLogStatus: 'ACTIVE',
    ResourceId,
    TrafficType: 'ALL',
    LogDestinationType: 'cloud-watch-logs',
    LogGroupName: `/vpc/${name}`,
    DeliverLogsStatus: failing ? 'FAILED' : 'SUCCESS',
    ...(failing && { DeliverLogsErrorMessage: 'Access error' }),
    CreationTime: days(300),
    Tags: [],
  });
  const subnetIds = all.map((subnet) => idIn(vpc, 'subnet', subnet.name));
  if (kind === 'vpc' || kind === 'failing') return [log(vpc.vpcId, kind === 'failing')];
  if (kind === 'subnets') return subnetIds.map((id) => log(id));
  return kind === 'one-subnet' ? subnetIds.slice(0, 1).map((id) => log(id)) : [];
}
