import type { Instance, NetworkInterface, Reservation } from '@aws-sdk/client-ec2';
import type { DBInstance } from '@aws-sdk/client-rds';
import { identifier } from '../identifier.ts';
import type { DaysBefore } from './days-before.ts';
import { balancerArn } from './load-balancing.ts';
import { idIn } from './network.ts';
import type { PlacedVpc } from './placed-vpc.ts';
import { privateAddress } from './private-address.ts';
import { profileOf } from './role.ts';
import { groupId } from './security-group.ts';

/** What a network interface of the demo belongs to. */
interface InterfaceOwner {
  readonly name: string;
  readonly subnet: string;
  readonly groups: readonly string[];
  readonly publicIp?: string;
  readonly description: string;
  readonly instance?: boolean;
}

/** Every interface in the VPC: of instances, load balancers and databases. */
export function networkInterfaces(vpc: PlacedVpc): NetworkInterface[] {
  const { instances: machines = [], loadBalancers = [], databases: stores = [] } = vpc.described;
  const owners: InterfaceOwner[] = [
    ...machines.map((each) => ({ ...each, description: '', instance: true })),
    ...loadBalancers.flatMap((each) =>
      each.subnets.map((subnet) => ({
        name: `${each.name} ${subnet}`,
        subnet,
        groups: each.groups,
        description: `ELB ${balancerArn(vpc, each).split('loadbalancer/')[1]}`,
      })),
    ),
    ...stores.map((each) => ({
      name: each.name,
      subnet: each.subnet,
      groups: each.groups,
      description: 'RDSNetworkInterface',
    })),
  ];
  return owners.map((owner) => networkInterface(vpc, owner));
}

function networkInterface(vpc: PlacedVpc, owner: InterfaceOwner): NetworkInterface {
  const id = idIn(vpc, 'eni', owner.name);
  const address = privateAddress(vpc, owner);
  const association = owner.publicIp
    ? { PublicIp: owner.publicIp, IpOwnerId: vpc.account, AllocationId: idIn(vpc, 'eipalloc', owner.name) }
    : undefined;
  return {
    NetworkInterfaceId: id,
    VpcId: vpc.vpcId,
    SubnetId: idIn(vpc, 'subnet', owner.subnet),
    OwnerId: vpc.account,
    Description: owner.description,
    InterfaceType: 'interface',
    RequesterManaged: !owner.instance,
    ...(owner.description.startsWith('ELB') && { RequesterId: 'amazon-elb' }),
    ...(owner.description.startsWith('RDS') && { RequesterId: 'amazon-rds' }),
    Status: 'in-use',
    PrivateIpAddress: address,
    PrivateIpAddresses: [
      { Primary: true, PrivateIpAddress: address, ...(association && { Association: association }) },
    ],
    ...(association && { Association: association }),
    Ipv6Addresses: [],
    Groups: owner.groups.map((name) => ({ GroupId: groupId(vpc, name), GroupName: name })),
    Attachment: {
      AttachmentId: idIn(vpc, 'eni-attach', owner.name),
      Status: 'attached',
      ...(owner.instance && { InstanceId: idIn(vpc, 'i', owner.name), InstanceOwnerId: vpc.account, DeviceIndex: 0 }),
    },
    TagSet: [],
  };
}

/** The instances of a VPC. */
export function instances(vpc: PlacedVpc, days: DaysBefore): Instance[] {
  return (vpc.described.instances ?? []).map((machine) => ({
    InstanceId: idIn(vpc, 'i', machine.name),
    ImageId: identifier('ami', 'al2023'),
    InstanceType: 't4g.small',
    State: machine.stopped ? { Code: 80, Name: 'stopped' } : { Code: 16, Name: 'running' },
    LaunchTime: days(40),
    VpcId: vpc.vpcId,
    SubnetId: idIn(vpc, 'subnet', machine.subnet),
    PrivateIpAddress: privateAddress(vpc, machine),
    ...(machine.publicIp && { PublicIpAddress: machine.publicIp }),
    ...(machine.role && { IamInstanceProfile: profileOf(vpc.account, machine.role) }),
    SecurityGroups: machine.groups.map((name) => ({ GroupId: groupId(vpc, name), GroupName: name })),
    Placement: { AvailabilityZone: `${vpc.region}a`, Tenancy: 'default' },
    MetadataOptions: { HttpTokens: 'required', HttpEndpoint: 'enabled' },
    Tags: [{ Key: 'Name', Value: machine.name }],
  }));
}

/** Each instance in a reservation of its own. */
export function reservations(vpc: PlacedVpc, machines: readonly Instance[]): Reservation[] {
  return machines.map((machine) => ({
    ReservationId: identifier('r', machine.InstanceId ?? ''),
    OwnerId: vpc.account,
    Groups: [],
    Instances: [machine],
  }));
}

/** The databases of a VPC. */
export function databases(vpc: PlacedVpc, days: DaysBefore): DBInstance[] {
  return (vpc.described.databases ?? []).map((database) => ({
    DBInstanceIdentifier: database.name,
    DBInstanceArn: `arn:aws:rds:${vpc.region}:${vpc.account}:db:${database.name}`,
    DBInstanceClass: 'db.t4g.medium',
    DBInstanceStatus: 'available',
    Engine: database.engine,
    Endpoint: { Address: `${database.name}.demo.${vpc.region}.rds.amazonaws.com`, Port: database.port },
    InstanceCreateTime: days(500),
    PubliclyAccessible: database.public ?? false,
    StorageEncrypted: true,
    VpcSecurityGroups: database.groups.map((name) => ({ VpcSecurityGroupId: groupId(vpc, name), Status: 'active' })),
    DBSubnetGroup: {
      DBSubnetGroupName: vpc.vpc,
      VpcId: vpc.vpcId,
      SubnetGroupStatus: 'Complete',
      Subnets: [{ SubnetIdentifier: idIn(vpc, 'subnet', database.subnet), SubnetStatus: 'Active' }],
    },
    TagList: [],
  }));
}
