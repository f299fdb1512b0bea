import { describe, expect, it } from 'vitest';
import { tenantModel } from '../../lib/evaluate/tenant-model.ts';
import type { Exposure } from '../../lib/model/network/exposure.ts';
import type { NetworkExposures } from '../../lib/model/network/exposures.ts';
import type { Snapshot } from '../../lib/model/snapshot.ts';
import { defaultStandard } from '../../lib/standard/schema.ts';
import { networkUnits } from '../cases/network-units.ts';
import {
  attachedTo,
  account,
  balancerArn,
  behind,
  forward,
  groupArn,
  listener,
  loadBalancer,
  madeBy,
  networkInterface,
  publicAddress,
  region,
  route,
  routeTable,
  running,
  securityGroup,
  smallRegion,
  targetGroup,
  tcp,
  type Answers,
} from './small-region.ts';

interface Trap {
  readonly title: string;
  readonly region: Answers;
  /** Operations that the role was not allowed. */
  readonly denied?: readonly string[];
  /** Verdicts by the ids of exposures, without the path of their ARN. */
  readonly expected: Readonly<Record<string, Exposure['verdict']>>;
}

const target = {
  NetworkInterfaces: [networkInterface('eni-t', '10.0.9.5', 'sg-inside', attachedTo('i-t'))],
  Reservations: [running('i-t')],
};
const ssh = (more: Answers) => ({
  NetworkInterfaces: [networkInterface('eni-1', '10.0.1.5', 'sg-22', { ...publicAddress, ...more })],
});
const web = behind('app/web', 443, 'HTTPS', 'instance', ['i-t', 80]);
const rules = (...own: readonly Answers[]) => ({
  ...target,
  ...web,
  Rules: { [String(listener('app/web', 443, 'HTTPS')['ListenerArn'])]: own },
});
const lastRule = { Priority: 'default', IsDefault: true, Actions: [forward('web')] };
const refuse = (condition: Answers) => ({
  Priority: '1',
  Conditions: [condition],
  Actions: [{ Type: 'fixed-response' }],
});
const signIn = (OnUnauthenticatedRequest: string) => ({
  Listeners: [
    listener('app/web', 443, 'HTTPS', {
      DefaultActions: [
        { Type: 'authenticate-cognito', AuthenticateCognitoConfig: { OnUnauthenticatedRequest } },
        forward('web'),
      ],
    }),
  ],
});
const database = (id: string, more: Answers = {}) => ({
  DBInstanceIdentifier: id,
  DBInstanceArn: `arn:aws:rds:${region}:${account}:db:${id}`,
  DBInstanceStatus: 'available',
  Engine: 'postgres',
  Endpoint: { Port: 5432 },
  PubliclyAccessible: false,
  AvailabilityZone: 'a',
  VpcSecurityGroups: [{ VpcSecurityGroupId: 'sg-db' }],
  DBSubnetGroup: { Subnets: [{ SubnetIdentifier: 'subnet-9' }] },
  ...more,
});
const rds = madeBy('amazon-rds', 'RDSNetworkInterface');
const forwarded = {
  ...behind('net/db', 5432, 'TCP', 'ip', ['10.0.9.20', 5432]),
  SecurityGroups: [securityGroup('sg-db', tcp(5432))],
};
const firewall = {
  RouteTables: [
    routeTable('rtb-main', [], [], [{ Main: true }]),
    routeTable('rtb', ['subnet-1', 'subnet-2'], [route('vpce-1')]),
    routeTable(
      'rtb-edge',
      [],
      [route('vpce-1', '10.0.1.0/24'), route('vpce-1', '10.0.2.0/24')],
      [{ GatewayId: 'igw-1' }],
    ),
    routeTable('rtb-firewall', ['subnet-8'], [route('igw-1')]),
  ],
};
const firewallEndpoint = networkInterface('eni-fw', '10.0.8.4', 'sg-inside', {
  ...madeBy('network-firewall', 'VPC Endpoint Interface vpce-1'),
  InterfaceType: 'gateway_load_balancer_endpoint',
  Groups: [],
});
const front = {
  ...target,
  LoadBalancers: [loadBalancer('net/front'), loadBalancer('app/web', { Scheme: 'internal' })],
  Listeners: [listener('net/front', 443, 'TCP'), ...web.Listeners],
  TargetGroups: [...web.TargetGroups, targetGroup('front', 'alb', 443, [balancerArn('net/front')])],
  TargetHealthDescriptions: {
    ...web.TargetHealthDescriptions,
    [groupArn('front')]: [{ Target: { Id: balancerArn('app/web'), Port: 443 }, TargetHealth: { State: 'healthy' } }],
  },
};

const traps: readonly Trap[] = [
  {
    title: 'a person may describe an interface as one of a load balancer',
    region: ssh({ Description: 'ELB app/web/0123456789abcdef' }),
    expected: { 'eni-1': 'exposed' },
  },
  {
    title: 'a person may describe an interface as one of a NAT gateway',
    region: ssh({ Description: 'Interface for NAT Gateway nat-1' }),
    expected: { 'eni-1': 'exposed' },
  },
  {
    title: 'a person may describe an interface as one of a database',
    region: {
      NetworkInterfaces: [
        networkInterface('eni-1', '10.0.1.5', 'sg-22', { ...publicAddress, Description: 'RDS records' }),
      ],
      DBInstances: [
        database('one', {
          VpcSecurityGroups: [{ VpcSecurityGroupId: 'sg-22' }],
          DBSubnetGroup: { Subnets: [{ SubnetIdentifier: 'subnet-1' }] },
        }),
      ],
    },
    expected: { 'eni-1': 'exposed', one: 'rule-open' },
  },
  {
    title: 'a firewall at the edge stands before load balancers, too',
    region: { ...target, ...web, ...firewall, NetworkInterfaces: [...target.NetworkInterfaces, firewallEndpoint] },
    expected: { 'app/web': 'conditional', 'i-t': 'conditional' },
  },
  {
    title: 'a load balancer that demands a sign-in',
    region: { ...target, ...web, ...signIn('authenticate') },
    expected: { 'i-t': 'authenticated' },
  },
  {
    title: 'a load balancer that offers a sign-in',
    region: { ...target, ...web, ...signIn('allow') },
    expected: { 'i-t': 'exposed' },
  },
  {
    title: 'a target in a block that is delegated to an interface',
    region: {
      ...behind('app/web', 443, 'HTTPS', 'ip', ['10.0.9.83', 80]),
      ...target,
      NetworkInterfaces: [
        networkInterface('eni-t', '10.0.9.5', 'sg-inside', {
          ...attachedTo('i-t'),
          Ipv4Prefixes: [{ Ipv4Prefix: '10.0.9.80/28' }],
        }),
      ],
    },
    expected: { 'i-t': 'exposed' },
  },
  {
    title: 'a target in a zone that its load balancer does not stand in',
    region: {
      ...target,
      ...web,
      NetworkInterfaces: [networkInterface('eni-t', '10.0.8.5', 'sg-inside', attachedTo('i-t'))],
    },
    expected: { 'i-t': 'closed' },
  },
  {
    title: 'a route of one block goes before one of a prefix list',
    region: {
      ...ssh({}),
      RouteTables: [
        routeTable('rtb-main', [], [], [{ Main: true }]),
        routeTable(
          'rtb',
          ['subnet-1'],
          [{ DestinationPrefixListId: 'pl-1', NatGatewayId: 'nat-1', State: 'active' }, route('igw-1')],
        ),
      ],
      PrefixLists: [{ PrefixListId: 'pl-1', PrefixListName: 'all', AddressFamily: 'IPv4' }],
      ManagedPrefixListEntries: { 'pl-1': [{ Cidr: '0.0.0.0/0' }] },
    },
    expected: { 'eni-1': 'exposed' },
  },
  {
    title: 'a rule that takes every path leaves nothing to later ones',
    region: rules(refuse({ Field: 'path-pattern', PathPatternConfig: { Values: ['/*'] } }), lastRule),
    expected: { 'i-t': 'closed' },
  },
  {
    title: 'a rule that takes some paths leaves the others',
    region: rules(refuse({ Field: 'path-pattern', PathPatternConfig: { Values: ['/admin*'] } }), lastRule),
    expected: { 'i-t': 'exposed' },
  },
  {
    title: 'a rule that takes all sources leaves nothing to later ones',
    region: rules(refuse({ Field: 'source-ip', SourceIpConfig: { Values: ['0.0.0.0/1', '128.0.0.0/1'] } }), lastRule),
    expected: { 'i-t': 'closed' },
  },
  {
    title: 'a database behind a network load balancer',
    region: {
      ...forwarded,
      DBInstances: [database('one')],
      NetworkInterfaces: [networkInterface('eni-1', '10.0.9.20', 'sg-db', rds)],
    },
    expected: { one: 'exposed' },
  },
  {
    title: 'two databases that nothing tells apart, one of them behind a load balancer',
    region: {
      ...forwarded,
      DBInstances: [database('one'), database('two')],
      NetworkInterfaces: ['10.0.9.20', '10.0.9.21'].map((ip, at) => networkInterface(`eni-${at}`, ip, 'sg-db', rds)),
    },
    expected: { 'eni-0': 'exposed', one: 'unknown', two: 'unknown' },
  },
  {
    title: 'an instance of Aurora and its cluster share an interface',
    region: {
      ...forwarded,
      DBInstances: [database('one', { DBClusterIdentifier: 'au' })],
      DBClusters: [
        {
          DBClusterIdentifier: 'au',
          DBClusterArn: `arn:aws:rds:${region}:${account}:cluster:au`,
          Port: 5432,
          Status: 'available',
          VpcSecurityGroups: [{ VpcSecurityGroupId: 'sg-db' }],
        },
      ],
      NetworkInterfaces: [networkInterface('eni-1', '10.0.9.20', 'sg-db', rds)],
    },
    expected: { one: 'exposed', au: 'exposed' },
  },
  {
    title: 'a load balancer behind a load balancer',
    region: front,
    expected: { 'app/web': 'exposed', 'i-t': 'exposed' },
  },
  {
    title: 'listeners that were not read, of a load balancer behind another',
    region: front,
    denied: ['elbv2:DescribeListeners'],
    expected: { 'net/front': 'unknown', 'app/web': 'unknown', 'i-t': 'unknown' },
  },
  {
    title: 'targets that were not read, of a load balancer behind another',
    region: front,
    denied: ['elbv2:DescribeTargetHealth'],
    expected: { 'app/web': 'unknown', 'i-t': 'unknown' },
  },
  {
    title: 'targets of UDP that were not read',
    region: {
      ...behind('net/dns', 53, 'UDP', 'instance', ['i-t', 53]),
      ...target,
      NetworkInterfaces: [networkInterface('eni-t', '10.0.9.5', 'sg-53', attachedTo('i-t'))],
      SecurityGroups: [securityGroup('sg-53', { ...tcp(53), IpProtocol: 'udp' })],
    },
    denied: ['elbv2:DescribeTargetHealth'],
    expected: { 'i-t': 'unknown' },
  },
  {
    title: 'distributions that were not read, before an internal load balancer',
    region: { ...target, ...web, LoadBalancers: [loadBalancer('app/web', { Scheme: 'internal' })] },
    denied: ['cloudfront:ListDistributions'],
    expected: { 'app/web': 'unknown', 'i-t': 'unknown' },
  },
  {
    title: 'accelerators that were not read, before an internal load balancer',
    region: { ...target, ...web, LoadBalancers: [loadBalancer('app/web', { Scheme: 'internal' })] },
    denied: ['globalaccelerator:ListAccelerators'],
    expected: { 'app/web': 'unknown', 'i-t': 'unknown' },
  },
  {
    title: 'rules of the subnet that were not read, of an instance that is stopped: it may be open once it is started',
    region: {
      ...ssh(attachedTo('i-1')),
      Reservations: [{ OwnerId: account, Instances: [{ InstanceId: 'i-1', State: { Name: 'stopped' } }] }],
    },
    denied: ['ec2:DescribeNetworkAcls'],
    expected: { 'i-1': 'unknown' },
  },
];

describe('what the internet reaches', () => {
  it.each(traps)('$title', ({ region: answers, denied = [], expected }) => {
    const { exposures } = analysed(answers, denied);
    const verdicts = Object.keys(expected).map((id) => {
      return [id, exposures.find((each) => each.id.replace(/.*loadbalancer\/(.*)\/.*/, '$1') === id)?.verdict];
    });
    expect(Object.fromEntries(verdicts)).toEqual(expected);
  });

  it.each([
    ['ELB net/web/1', 'elbv2:DescribeLoadBalancers', 'load-balancer'],
    ['ELB app/web/1', 'elbv2:DescribeTargetGroups', 'load-balancer'],
    ['ELB old', 'elb:DescribeLoadBalancers', 'classic-load-balancer'],
  ])('is not known of the load balancer whose interface is called %s without %s', (description, operation, kind) => {
    const node = networkInterface('eni-node', '10.0.1.9', 'sg-443', {
      ...madeBy('amazon-elb', description),
      ...publicAddress,
    });
    const answers = {
      NetworkInterfaces: [
        { ...node, Groups: [] },
        { ...node, NetworkInterfaceId: 'eni-other' },
      ],
    };
    const { exposures, unreadKinds, groups } = analysed(answers, [operation]);
    expect(exposures.map(({ id }) => id)).toEqual([]);
    expect(unreadKinds).toMatchObject([{ kind, unread: { operation } }]);
    expect(groups).toMatchObject([{ groupId: 'sg-443', carriers: ['eni-other'], unread: [{ operation }] }]);
    expect(analysed(answers).unreadKinds).toEqual([]);
  });
});

function analysed(answers: Answers, denied: readonly string[] = []): NetworkExposures {
  const units = networkUnits(smallRegion(answers)).map((unit) => without(unit, denied));
  const reading = tenantModel(units, defaultStandard).read('aws.exposures', units[1]!);
  if (!reading.read) throw new Error('the exposures of a small region are always worked out');
  return reading.value;
}

function without(unit: Snapshot, denied: readonly string[]): Snapshot {
  const refused = denied.filter((operation) => operation in unit.responses);
  return {
    ...unit,
    responses: Object.fromEntries(Object.entries(unit.responses).filter(([operation]) => !denied.includes(operation))),
    errors: refused.map((operation) => ({ operation, code: 'AccessDenied', message: 'not allowed' })),
  };
}
