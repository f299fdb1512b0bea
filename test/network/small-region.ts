/** Answers of the SDK, as a case holds them. */
export type Answers = Readonly<Record<string, unknown>>;

export const account = '111122223333';
export const region = 'eu-west-1';

const anybody = { IpRanges: [{ CidrIp: '0.0.0.0/0' }] };
const everything = { IpProtocol: '-1', ...anybody };

/** A rule that lets in TCP to one port, from anybody if nothing else is said. */
export function tcp(port: number, from: string | Answers = '0.0.0.0/0'): Answers {
  const sources = typeof from === 'string' ? { IpRanges: [{ CidrIp: from }] } : from;
  return { IpProtocol: 'tcp', FromPort: port, ToPort: port, ...sources };
}

export function securityGroup(GroupId: string, ...IpPermissions: readonly Answers[]): Answers {
  const rules = { IpPermissions, IpPermissionsEgress: [everything] };
  return { GroupId, GroupName: GroupId, VpcId: 'vpc-1', OwnerId: account, ...rules };
}

/** An interface in the subnet that its address says: 10.0.1.x stands in `subnet-1`. */
export function networkInterface(id: string, ip: string, groupId: string, more: Answers = {}): Answers {
  return {
    NetworkInterfaceId: id,
    VpcId: 'vpc-1',
    SubnetId: `subnet-${ip.split('.')[2]}`,
    OwnerId: account,
    Status: 'in-use',
    InterfaceType: 'interface',
    RequesterManaged: false,
    Description: '',
    Groups: [{ GroupId: groupId }],
    PrivateIpAddress: ip,
    PrivateIpAddresses: [{ PrivateIpAddress: ip, Primary: true }],
    ...more,
  };
}

export const publicAddress = { Association: { PublicIp: '54.1.2.3', IpOwnerId: 'amazon' } };

/** What an interface says that a service made. */
export function madeBy(RequesterId: string, Description: string): Answers {
  return { RequesterManaged: true, RequesterId, Description };
}

export function attachedTo(InstanceId: string): Answers {
  return { Attachment: { InstanceId, DeviceIndex: 0, Status: 'attached' } };
}

export function running(InstanceId: string): Answers {
  return { OwnerId: account, Instances: [{ InstanceId, State: { Name: 'running' } }] };
}

export function routeTable(id: string, subnets: readonly string[], routes: readonly Answers[], more: Answers[] = []) {
  const local = { DestinationCidrBlock: '10.0.0.0/16', GatewayId: 'local', State: 'active' };
  const associations = [...subnets.map((SubnetId) => ({ SubnetId })), ...more];
  return { RouteTableId: id, VpcId: 'vpc-1', Associations: associations, Routes: [local, ...routes] };
}

export function route(GatewayId: string, DestinationCidrBlock = '0.0.0.0/0'): Answers {
  return { DestinationCidrBlock, GatewayId, State: 'active', Origin: 'CreateRoute' };
}

/** `app/web` or `net/web`, on the internet in the subnets 1 and 2. */
export function loadBalancer(name: string, more: Answers = {}): Answers {
  return {
    LoadBalancerArn: balancerArn(name),
    LoadBalancerName: name.slice(4),
    Type: name.startsWith('app') ? 'application' : 'network',
    Scheme: 'internet-facing',
    IpAddressType: 'ipv4',
    VpcId: 'vpc-1',
    State: { Code: 'active' },
    AvailabilityZones: [{ SubnetId: 'subnet-1' }, { SubnetId: 'subnet-2' }],
    SecurityGroups: name.startsWith('app') ? ['sg-443'] : [],
    ...more,
  };
}

export function balancerArn(name: string): string {
  return `arn:aws:elasticloadbalancing:${region}:${account}:loadbalancer/${name}/0123456789abcdef`;
}

export function groupArn(name: string): string {
  return `arn:aws:elasticloadbalancing:${region}:${account}:targetgroup/${name}/0123456789abcdef`;
}

/** A listener that forwards to the group that is named like its load balancer. */
export function listener(name: string, Port: number, Protocol: string, more: Answers = {}): Answers {
  return {
    ListenerArn: `${balancerArn(name).replace('loadbalancer', 'listener')}/${Port}`,
    LoadBalancerArn: balancerArn(name),
    Port,
    Protocol,
    DefaultActions: [forward(name.slice(4))],
    ...more,
  };
}

export function forward(group: string): Answers {
  return { Type: 'forward', TargetGroupArn: groupArn(group) };
}

export function targetGroup(name: string, TargetType: string, Port: number, LoadBalancerArns: string[]): Answers {
  const about = { Protocol: 'TCP', Port, VpcId: 'vpc-1', IpAddressType: 'ipv4' };
  return { TargetGroupArn: groupArn(name), TargetGroupName: name, TargetType, LoadBalancerArns, ...about };
}

/** Behind one listener, one target: what a load balancer of a region needs. */
export function behind(name: string, port: number, protocol: string, type: string, target: readonly [string, number]) {
  const [Id, Port] = target;
  const group = name.slice(4);
  return {
    LoadBalancers: [loadBalancer(name)],
    Listeners: [listener(name, port, protocol)],
    TargetGroups: [targetGroup(group, type, Port, [balancerArn(name)])],
    TargetHealthDescriptions: { [groupArn(group)]: [{ Target: { Id, Port }, TargetHealth: { State: 'healthy' } }] },
  };
}

/**
 * A VPC with public subnets 1 and 2, in the zones a and b, and private ones 8 and 9, in the zones c and a. `sg-22` and
 * `sg-443` let in everybody on that port, `sg-inside` the VPC on 80.
 */
export function smallRegion(more: Answers): Answers {
  const zones = { 1: 'a', 2: 'b', 8: 'c', 9: 'a' };
  const ids = Object.keys(zones).map((at) => `subnet-${at}`);
  const entries = [false, true].map((Egress) => {
    return { RuleNumber: 100, Egress, Protocol: '-1', RuleAction: 'allow', CidrBlock: '0.0.0.0/0' };
  });
  return {
    AccountId: account,
    Region: region,
    Vpcs: [
      {
        VpcId: 'vpc-1',
        OwnerId: account,
        CidrBlockAssociationSet: [{ CidrBlock: '10.0.0.0/16', CidrBlockState: { State: 'associated' } }],
      },
    ],
    Subnets: Object.entries(zones).map(([at, zone]) => ({
      SubnetId: `subnet-${at}`,
      VpcId: 'vpc-1',
      OwnerId: account,
      CidrBlock: `10.0.${at}.0/24`,
      AvailabilityZone: zone,
    })),
    RouteTables: [
      routeTable('rtb-main', [], [], [{ Main: true }]),
      routeTable('rtb', ids.slice(0, 2), [route('igw-1')]),
    ],
    NetworkAcls: [
      { NetworkAclId: 'acl', VpcId: 'vpc-1', Associations: ids.map((SubnetId) => ({ SubnetId })), Entries: entries },
    ],
    InternetGateways: [
      { InternetGatewayId: 'igw-1', OwnerId: account, Attachments: [{ VpcId: 'vpc-1', State: 'available' }] },
    ],
    SecurityGroups: [
      securityGroup('sg-22', tcp(22)),
      securityGroup('sg-443', tcp(443)),
      securityGroup('sg-inside', tcp(80, '10.0.0.0/16')),
    ],
    ...more,
  };
}
