import { connectionResponses, type DemoConnections } from './connections.ts';
import type { DaysBefore } from './days-before.ts';
import { discoveryResponses, type DemoTagged } from './discovery.ts';
import { databases, instances, networkInterfaces, reservations } from './compute.ts';
import { balancingAttributes, listeners, loadBalancers, rules, targetGroups, targetHealth } from './load-balancing.ts';
import { addresses, flowLogs, internetGateways, networkAcls, routeTables, subnets, vpcs } from './network.ts';
import type { PlacedVpc } from './placed-vpc.ts';
import { storedResponses, type DemoStored } from './stored.ts';
import { sharedResourceResponses, type DemoSharedResources } from './shared-resources.ts';
import { securityGroup, securityGroupRules } from './security-group.ts';
import type { DemoVpc } from './vpc.ts';
import { workloadResponses, type DemoWorkloads } from './workloads.ts';
import { identifier } from '../identifier.ts';

/** A region of an account, as a person describes one. */
export interface DemoRegion extends DemoWorkloads {
  readonly region: string;
  readonly vpcs: readonly DemoVpc[];
  /** What leads out of the region. */
  readonly connections?: DemoConnections;
  /** Resources of kinds that nothing else lists. */
  readonly tagged?: readonly DemoTagged[];
  readonly stored?: DemoStored;
  readonly shared?: DemoSharedResources;
  /** Customer managed prefix lists: name and CIDRs. */
  readonly prefixLists?: Readonly<Record<string, readonly string[]>>;
}

/** Every answer that the collector asks a region for. */
export function regionResponses(account: string, region: DemoRegion, days: DaysBefore): Record<string, unknown> {
  const placed = region.vpcs.map((described): PlacedVpc => place(account, region.region, described));
  const groups = placed.flatMap((vpc) => vpc.described.groups.map((group) => ({ vpc, group })));
  const balancers = placed.flatMap(loadBalancers);
  const targets = placed.flatMap(targetGroups);
  const listening = placed.flatMap(listeners);
  const attributes = placed.map(balancingAttributes);
  return {
    'ec2:DescribeNetworkInterfaces': { NetworkInterfaces: placed.flatMap(networkInterfaces) },
    'ec2:DescribeSecurityGroups': { SecurityGroups: groups.map(({ vpc, group }) => securityGroup(vpc, group)) },
    'ec2:DescribeSecurityGroupRules': {
      SecurityGroupRules: groups.flatMap(({ vpc, group }) => securityGroupRules(vpc, group)),
    },
    'ec2:DescribeSubnets': { Subnets: placed.flatMap(subnets) },
    'ec2:DescribeVpcs': { Vpcs: placed.map(vpcs) },
    'ec2:DescribeRouteTables': { RouteTables: placed.flatMap(routeTables) },
    'ec2:DescribeNetworkAcls': { NetworkAcls: placed.flatMap(networkAcls) },
    'ec2:DescribeInternetGateways': { InternetGateways: placed.flatMap(internetGateways) },
    'ec2:DescribeAddresses': { Addresses: placed.flatMap(addresses) },
    'ec2:DescribeInstances': { Reservations: placed.flatMap((vpc) => reservations(vpc, instances(vpc, days))) },
    'ec2:DescribeFlowLogs': { FlowLogs: placed.flatMap((vpc) => flowLogs(vpc, days)) },
    ...prefixLists(account, region),
    'ec2:DescribeVpcBlockPublicAccessOptions': {
      VpcBlockPublicAccessOptions: {
        AwsAccountId: account,
        AwsRegion: region.region,
        State: 'default-state',
        InternetGatewayBlockMode: 'off',
      },
    },
    'elb:DescribeLoadBalancers': { LoadBalancerDescriptions: [] },
    'elb:DescribeLoadBalancerPolicies': [],
    'elbv2:DescribeLoadBalancers': { LoadBalancers: balancers },
    'elbv2:DescribeListeners': listening.map(({ balancer, listener }) => ({
      input: { LoadBalancerArn: balancer },
      output: { Listeners: [listener] },
    })),
    'elbv2:DescribeRules': listening.map(({ listener }) => ({
      input: { ListenerArn: listener.ListenerArn },
      output: { Rules: rules(listener) },
    })),
    'elbv2:DescribeTargetGroups': { TargetGroups: targets },
    'elbv2:DescribeTargetHealth': placed.flatMap(targetHealth),
    'elbv2:DescribeTargetGroupAttributes': attributes.flatMap(({ groups: each }) => each),
    'elbv2:DescribeLoadBalancerAttributes': attributes.flatMap(({ balancers: each }) => each),
    'rds:DescribeDBInstances': { DBInstances: placed.flatMap((vpc) => databases(vpc, days)) },
    'rds:DescribeDBClusters': { DBClusters: [] },
    'redshift:DescribeClusters': { Clusters: [] },
    'kafka:ListClustersV2': { ClusterInfoList: [] },
    ...discoveryResponses(account, region.region, region.tagged ?? [], days),
    ...storedResponses({ account, region: region.region }, region.stored ?? {}, days),
    ...sharedResourceResponses({ account, region: region.region }, region.shared ?? {}),
    ...connectionResponses({ account, region: region.region }, region.connections ?? {}, placed),
    ...workloadResponses({ account, region: region.region }, region, placed, days),
  };
}

function place(account: string, region: string, described: DemoVpc): PlacedVpc {
  const vpcId = identifier('vpc', `${account} ${region} ${described.name}`);
  return { account, region, vpc: described.name, vpcId, described };
}

/** The id of a prefix list of an account in a region, for rules that name it. */
export function prefixListId(account: string, region: string, name: string): string {
  return identifier('pl', `${account} ${region} ${name}`);
}

function prefixLists(account: string, region: DemoRegion): Record<string, unknown> {
  const lists = Object.entries(region.prefixLists ?? {}).map(([name, cidrs]) => ({
    id: prefixListId(account, region.region, name),
    name,
    cidrs,
  }));
  return {
    'ec2:DescribeManagedPrefixLists': {
      PrefixLists: lists.map(({ id, name }) => ({
        PrefixListId: id,
        PrefixListName: name,
        AddressFamily: 'IPv4',
        State: 'create-complete',
        PrefixListArn: `arn:aws:ec2:${region.region}:${account}:prefix-list/${id}`,
        MaxEntries: 20,
        Version: 1,
        OwnerId: account,
        Tags: [],
      })),
    },
    'ec2:GetManagedPrefixListEntries': lists.map(({ id, cidrs }) => ({
      input: { PrefixListId: id },
      output: { Entries: cidrs.map((Cidr) => ({ Cidr })) },
    })),
  };
}
