import fc from 'fast-check';
import type { AclEntry } from '../../lib/model/aws/network-acl.ts';
import type { Route } from '../../lib/model/aws/route-table.ts';
import type { SecurityGroupRule } from '../../lib/model/aws/security-group.ts';
import type { NetworkParts } from './packet-simulator.ts';

const account = '111122223333';
const vpcId = 'vpc-1';
const cidrs = {
  ipv4: ['0.0.0.0/0', '0.0.0.0/1', '128.0.0.0/1', '203.0.113.0/24', '203.0.113.128/25', '8.8.8.0/24', '10.0.0.0/16'],
  ipv6: ['::/0', '2000::/4', '2001:db8:1::/48', '2600::/12', '2001:db8:aa00::/56'],
} as const;
const anyCidr = fc.constantFrom(...cidrs.ipv4, ...cidrs.ipv6);

/** Addresses to send from: each is told apart from another by some block of the networks. */
export const clients = {
  ipv4: ['203.0.113.5', '203.0.113.200', '8.8.8.8', '1.2.3.4', '200.0.0.1'],
  ipv6: ['2001:db8:1::5', '2600::1', '2a00::1'],
} as const;

const ports = fc.constantFrom<readonly [number, number]>(
  [22, 22],
  [20, 25],
  [0, 65_535],
  [443, 443],
  [1024, 65_535],
  [0, 0],
);

/** Traffic as rules and entries name it. */
const traffic = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom('tcp', 'udp'), ports)
      .map(([protocol, [fromPort, toPort]]) => ({ protocol, fromPort, toPort })),
  },
  { weight: 2, arbitrary: fc.constant({ protocol: 'all' }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('icmp', 'icmpv6'), fc.constantFrom(-1, 8, 128))
      .map(([protocol, fromPort]) => ({ protocol, fromPort, toPort: -1 })),
  },
  { weight: 1, arbitrary: fc.constant({ protocol: '47' }) },
);

const source = fc.oneof(
  {
    weight: 6,
    arbitrary: anyCidr.map((cidr): SecurityGroupRule['source'] => ({
      kind: 'cidr',
      family: cidr.includes(':') ? 'ipv6' : 'ipv4',
      cidr,
    })),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(anyCidr, { maxLength: 2 })
      .map((list): SecurityGroupRule['source'] => ({ kind: 'prefix-list', id: 'pl-1', cidrs: list })),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('sg-0', 'sg-1', 'sg-2')
      .map((id): SecurityGroupRule['source'] => ({ kind: 'security-group', id })),
  },
);
const rules = fc.array(
  fc.tuple(traffic, source).map(([what, from]): SecurityGroupRule => ({ ...what, source: from })),
  { maxLength: 4 },
);

const route = fc
  .tuple(
    anyCidr,
    fc.constantFrom('igw-1', 'igw-2', 'nat-1', 'local'),
    fc.constantFrom('active', 'active', 'active', 'blackhole'),
    fc.boolean(),
  )
  .map(([cidr, id, state, propagated]): Route => ({
    destination: cidr,
    cidrs: [cidr],
    target: { kind: id.startsWith('igw') ? 'internet-gateway' : id === 'local' ? 'local' : 'nat-gateway', id },
    state,
    propagated,
  }));
const toInternet = (cidr: string): Route => ({
  destination: cidr,
  cidrs: [cidr],
  target: { kind: 'internet-gateway', id: 'igw-1' },
  state: 'active',
  propagated: false,
});
/** No two routes to one block of one kind: EC2 has none. */
const routes = fc
  .uniqueArray(route, { maxLength: 4, selector: ({ destination, propagated }) => `${destination} ${propagated}` })
  .chain((some) => fc.boolean().map((open) => (open ? withDefaults(some) : some)));

function withDefaults(some: readonly Route[]): readonly Route[] {
  const kept = new Set(some.filter(({ propagated }) => !propagated).map(({ destination }) => destination));
  return [...some, ...['0.0.0.0/0', '::/0'].filter((cidr) => !kept.has(cidr)).map(toInternet)];
}

const entry = fc
  .tuple(traffic, anyCidr, fc.boolean(), fc.boolean())
  .map(([what, cidr, egress, allows]): Omit<AclEntry, 'number'> => ({ ...what, cidr, egress, allows }));
const openAcl = (['0.0.0.0/0', '::/0'] as const).flatMap((cidr) =>
  [true, false].map((egress) => ({ protocol: 'all', cidr, egress, allows: true })),
);
const entries = fc
  .tuple(fc.array(entry, { maxLength: 5 }), fc.boolean())
  .map(([some, open]): readonly AclEntry[] =>
    [...some, ...(open ? openAcl : [])].map((each, at) => ({ ...each, number: at })),
  );

const machine = fc.record({
  subnetId: fc.constantFrom('subnet-a', 'subnet-b'),
  groups: fc.subarray(['sg-0', 'sg-1', 'sg-2'], { minLength: 1 }),
  publicIp: fc.boolean(),
  ipv6: fc.boolean(),
  denies: fc.integer({ min: 0, max: 9 }).map((dice) => dice === 0),
  running: fc.integer({ min: 0, max: 4 }).map((dice) => dice > 0),
});

const balancer = fc.record({
  type: fc.constantFrom('application' as const, 'network' as const),
  internetFacing: fc.integer({ min: 0, max: 4 }).map((dice) => dice > 0),
  subnetIds: fc.subarray(['subnet-a', 'subnet-b'], { minLength: 1 }),
  securityGroupIds: fc.subarray(['sg-0', 'sg-1', 'sg-2'], { maxLength: 2 }),
  crossZone: fc.boolean(),
  preservesClient: fc.boolean(),
  port: fc.constantFrom(22, 443),
  targetPort: fc.constantFrom(22, 443, 5000),
});

/** Small networks: one VPC, two subnets in two zones, three groups, up to three machines and a load balancer before the first. */
export const randomNetwork: fc.Arbitrary<NetworkParts> = fc
  .record({
    tables: fc.tuple(routes, routes),
    acls: fc.tuple(entries, entries),
    groups: fc.tuple(fc.tuple(rules, rules), fc.tuple(rules, rules), fc.tuple(rules, rules)),
    machines: fc.array(machine, { minLength: 1, maxLength: 3 }),
    balancer,
    attached: fc.integer({ min: 0, max: 5 }).map((dice) => dice > 0),
    mode: fc.constantFrom('off', 'off', 'off', 'block-ingress'),
    exclusion: fc.constantFrom('none', vpcId, 'subnet-a'),
    ownTable: fc.boolean(),
  })
  .map((given): NetworkParts => {
    const { type, securityGroupIds: some } = given.balancer;
    const securityGroupIds = type === 'application' && some.length === 0 ? ['sg-0'] : some;
    const arn = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/x/lb/1';
    return {
      'aws.vpcs': [
        {
          id: vpcId,
          arn: vpcId,
          name: vpcId,
          owner: account,
          isDefault: false,
          cidrs: ['10.0.0.0/16', '2001:db8:aa00::/56'],
          privateIpv6: [],
        },
      ],
      'aws.subnets': [
        { id: 'subnet-a', vpcId, owner: account, zone: 'a', cidrs: ['10.0.1.0/24'] },
        { id: 'subnet-b', vpcId, owner: account, zone: 'b', cidrs: ['10.0.2.0/24'] },
      ],
      'aws.internetGateways': [
        { id: 'igw-1', arn: 'igw-1', owner: account, vpcIds: given.attached ? [vpcId] : [], tags: {} },
        { id: 'igw-2', arn: 'igw-2', owner: account, vpcIds: [], tags: {} },
      ],
      'aws.routeTables': given.tables.map((own, at) => ({
        id: `rtb-${at}`,
        vpcId,
        isMain: at === 0,
        subnetIds: at === 1 && given.ownTable ? ['subnet-b'] : [],
        gatewayIds: [],
        publicIpv4Pools: [],
        routes: own,
      })),
      'aws.networkAcls': given.acls.map((own, at) => ({
        id: `acl-${at}`,
        arn: `acl-${at}`,
        vpcId,
        owner: account,
        isDefault: false,
        subnetIds: [at === 0 ? 'subnet-a' : 'subnet-b'],
        entries: own,
        tags: {},
      })),
      'aws.securityGroups': given.groups.map(([ingress, egress], at) => ({
        id: `sg-${at}`,
        arn: `sg-${at}`,
        name: `sg-${at}`,
        owner: account,
        vpcId,
        ingress,
        egress,
      })),
      'aws.networkInterfaces': given.machines.map(({ subnetId, groups, publicIp, ipv6, denies }, at) => ({
        id: `eni-${at}`,
        arn: `eni-${at}`,
        owner: account,
        vpcId,
        subnetId,
        description: '',
        type: 'interface',
        status: 'in-use',
        securityGroupIds: groups,
        instanceId: `i-${at}`,
        deviceIndex: 0,
        privateIpv4: [`10.0.${subnetId === 'subnet-a' ? 1 : 2}.${10 + at}`],
        publicIpv4: publicIp ? ['198.51.100.1'] : [],
        allocationIds: [],
        prefixes: [],
        ipv6: ipv6 ? [`2001:db8:aa00:1::${at + 1}`] : [],
        deniesInternet: denies,
        tags: {},
      })),
      'aws.instances': given.machines.map(({ running }, at) => ({
        id: `i-${at}`,
        arn: `i-${at}`,
        name: `i-${at}`,
        state: running ? 'running' : 'stopped',
        tags: {},
      })),
      'aws.blockPublicAccess': {
        mode: given.mode,
        exclusionsRead: true,
        exclusions: [
          { id: 'x', resourceId: given.exclusion, mode: 'allow-bidirectional', isActive: given.exclusion !== 'none' },
        ],
      },
      'aws.loadBalancers': {
        loadBalancers: [
          {
            ...given.balancer,
            id: arn,
            arn,
            name: 'lb',
            families: ['ipv4', 'ipv6'],
            vpcId,
            securityGroupIds,
            listeners: [
              {
                id: 'listener',
                port: given.balancer.port,
                protocol: 'TCP',
                forwards: [{ targetGroupArn: 'tg', authenticates: false }],
                rulesRead: true,
              },
            ],
          },
        ],
        targetGroups: [
          {
            arn: 'tg',
            name: 'tg',
            type: 'instance',
            protocol: 'TCP',
            family: 'ipv4',
            vpcId,
            loadBalancerArns: [arn],
            targets: [{ id: 'i-0', port: given.balancer.targetPort }],
            preservesClient: given.balancer.preservesClient,
          },
        ],
      },
    };
  });
