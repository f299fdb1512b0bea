import type { Snapshot } from '../../lib/model/snapshot.ts';
import { globalUnit, regionUnit } from './units.ts';

type Item = Readonly<Record<string, unknown>>;
/** A case's region: lists of one operation's answers, and answers about one thing each by its ARN or id. */
export type CaseRegion = Readonly<Record<string, unknown>>;

const lists: Readonly<Record<string, readonly [operation: string, member: string]>> = {
  Vpcs: ['ec2:DescribeVpcs', 'Vpcs'],
  Subnets: ['ec2:DescribeSubnets', 'Subnets'],
  RouteTables: ['ec2:DescribeRouteTables', 'RouteTables'],
  NetworkAcls: ['ec2:DescribeNetworkAcls', 'NetworkAcls'],
  SecurityGroups: ['ec2:DescribeSecurityGroups', 'SecurityGroups'],
  InternetGateways: ['ec2:DescribeInternetGateways', 'InternetGateways'],
  NetworkInterfaces: ['ec2:DescribeNetworkInterfaces', 'NetworkInterfaces'],
  Reservations: ['ec2:DescribeInstances', 'Reservations'],
  PrefixLists: ['ec2:DescribeManagedPrefixLists', 'PrefixLists'],
  VpcBlockPublicAccessExclusions: ['ec2:DescribeVpcBlockPublicAccessExclusions', 'VpcBlockPublicAccessExclusions'],
  LoadBalancers: ['elbv2:DescribeLoadBalancers', 'LoadBalancers'],
  TargetGroups: ['elbv2:DescribeTargetGroups', 'TargetGroups'],
  LoadBalancerDescriptions: ['elb:DescribeLoadBalancers', 'LoadBalancerDescriptions'],
  DBInstances: ['rds:DescribeDBInstances', 'DBInstances'],
  DBClusters: ['rds:DescribeDBClusters', 'DBClusters'],
  RedshiftClusters: ['redshift:DescribeClusters', 'Clusters'],
  MskClusters: ['kafka:ListClustersV2', 'ClusterInfoList'],
};

/** The account's global unit and the unit of the region of a case; a missing key stands for an empty answer. */
export function networkUnits(region: CaseRegion): readonly [global: Snapshot, region: Snapshot] {
  const [account, name] = [String(region['AccountId']), String(region['Region'])];
  const at = '2026-11-23T00:00:00.000Z';
  const subnets = itemsOf(region, 'Subnets').map((subnet) => ({
    BlockPublicAccessStates: subnet['OwnerId'] === account ? undefined : { InternetGatewayBlockMode: 'off' },
    ...subnet,
  }));
  const responses = {
    ...Object.fromEntries(
      Object.entries(lists).map(([key, [operation, member]]) => [operation, { [member]: itemsOf(region, key) }]),
    ),
    'ec2:DescribeSubnets': { Subnets: subnets },
    'ec2:GetManagedPrefixListEntries': keyed(region['ManagedPrefixListEntries'], 'PrefixListId', 'Entries'),
    'ec2:DescribeVpcBlockPublicAccessOptions': {
      VpcBlockPublicAccessOptions: region['VpcBlockPublicAccessOptions'] ?? { InternetGatewayBlockMode: 'off' },
    },
    ...balancing(region),
    ...endpoints(region),
  };
  return [globalUnit(account, at, globalResponses(region)), regionUnit(account, name, at, responses)];
}

function itemsOf(region: CaseRegion, key: string): readonly Item[] {
  const value = region[key];
  return Array.isArray(value) ? (value as readonly Item[]) : [];
}

function keyed(value: unknown, key: string, member: string): readonly object[] {
  return Object.entries((value ?? {}) as Item).map(([id, answer]) => ({
    input: { [key]: id },
    output: { [member]: answer },
  }));
}

/** Answers about each thing of a list; one that the case does not hold is empty. */
function answersAbout(things: readonly Item[], key: string, held: unknown, member: string): readonly object[] {
  const answers = (held ?? {}) as Item;
  return things.map((thing) => {
    const id = String(thing[key]);
    return { input: { [key]: id }, output: { [member]: answers[id] ?? [] } };
  });
}

function balancing(region: CaseRegion): Readonly<Record<string, unknown>> {
  const balancers = itemsOf(region, 'LoadBalancers');
  const groups = itemsOf(region, 'TargetGroups');
  const listeners = itemsOf(region, 'Listeners');
  const rules = (region['Rules'] ?? {}) as Item;
  return {
    'elbv2:DescribeListeners': balancers.map(({ LoadBalancerArn }) => ({
      input: { LoadBalancerArn },
      output: { Listeners: listeners.filter((listener) => listener['LoadBalancerArn'] === LoadBalancerArn) },
    })),
    'elbv2:DescribeRules': listeners.map(({ ListenerArn, DefaultActions }) => ({
      input: { ListenerArn },
      output: { Rules: rules[String(ListenerArn)] ?? [{ IsDefault: true, Actions: DefaultActions }] },
    })),
    'elbv2:DescribeTargetHealth': answersAbout(
      groups,
      'TargetGroupArn',
      region['TargetHealthDescriptions'],
      'TargetHealthDescriptions',
    ),
    'elbv2:DescribeTargetGroupAttributes': answersAbout(
      groups,
      'TargetGroupArn',
      region['TargetGroupAttributes'],
      'Attributes',
    ),
    'elbv2:DescribeLoadBalancerAttributes': answersAbout(
      balancers,
      'LoadBalancerArn',
      region['LoadBalancerAttributes'],
      'Attributes',
    ),
  };
}

/** No open case says under which key some of the services stand. */
function itemsLike(region: CaseRegion, key: RegExp): readonly Item[] {
  return Object.keys(region).flatMap((each) => (key.test(each) ? itemsOf(region, each) : []));
}

function isUrlConfig(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'AuthType' in value;
}

/** A policy, as text or as an object, under whatever name. */
function policyText(item: Item): string | undefined {
  const [, policy] = Object.entries(item).find(([key]) => /policy$/i.test(key)) ?? [];
  return typeof policy === 'object' && policy !== null ? JSON.stringify(policy) : (policy as string | undefined);
}

/** What the services say whose endpoints stand outside of networks. */
function endpoints(region: CaseRegion): Readonly<Record<string, unknown>> {
  const functions = itemsLike(region, /functions$/i);
  const rest = itemsOf(region, 'RestApis');
  const http = itemsLike(region, /^(http|websocket|v2)?apis$/i);
  const clusters = itemsOf(region, 'EksClusters');
  const domains = itemsOf(region, 'OpenSearchDomains');
  const services = itemsLike(region, /^apprunner/i);
  const arnOf = ({ ServiceArn, ServiceName }: Item): unknown => ServiceArn ?? ServiceName;
  const named = (FunctionName: unknown, output: unknown) => ({ input: { FunctionName }, output });
  return {
    'lambda:ListFunctions': {
      Functions: functions.map((each) => ({
        FunctionArn: `arn:aws:lambda:::function:${String(each['FunctionName'])}`,
        ...each,
      })),
    },
    'lambda:GetPolicy': functions.map((each) => named(each['FunctionName'], { Policy: policyText(each) })),
    'lambda:GetFunctionUrlConfig': functions.map((each) =>
      named(each['FunctionName'], Object.values(each).find(isUrlConfig) ?? {}),
    ),
    'apigateway:GetRestApis': { items: rest },
    'apigateway:GetStages': rest.map(({ id, Stages }) => ({
      input: { restApiId: id },
      output: { item: Stages ?? [] },
    })),
    'apigateway:GetResources': rest.map(({ id, AuthorizationTypes }) => ({
      input: { restApiId: id },
      output: { items: ((AuthorizationTypes ?? []) as readonly string[]).map(methodOf) },
    })),
    'apigatewayv2:GetApis': { Items: http },
    'apigatewayv2:GetStages': http.map(({ ApiId, Stages }) => ({ input: { ApiId }, output: { Items: Stages ?? [] } })),
    'apigatewayv2:GetRoutes': http.map(({ ApiId, Routes }) => ({ input: { ApiId }, output: { Items: Routes ?? [] } })),
    'eks:ListClusters': { clusters: clusters.map(({ name }) => name) },
    'eks:DescribeCluster': clusters.map((cluster) => ({ input: { name: cluster['name'] }, output: { cluster } })),
    'es:ListDomainNames': { DomainNames: domains.map(({ DomainName }) => ({ DomainName })) },
    'es:DescribeDomains': [
      { input: { DomainNames: domains.map(({ DomainName }) => DomainName) }, output: { DomainStatusList: domains } },
    ],
    'apprunner:ListServices': {
      ServiceSummaryList: services.map((each) => ({ ServiceArn: arnOf(each), ServiceName: each['ServiceName'] })),
    },
    'apprunner:DescribeService': services.map((each) => ({
      input: { ServiceArn: arnOf(each) },
      output: { Service: { ...each, ServiceArn: arnOf(each) } },
    })),
    'ec2:DescribeSnapshots': { Snapshots: itemsOf(region, 'Snapshots') },
    'ec2:GetSnapshotBlockPublicAccessState': region['SnapshotBlockPublicAccessState'] ?? { State: 'unblocked' },
    'ec2:DescribeImages': { Images: itemsOf(region, 'Images') },
  };
}

function methodOf(authorizationType: string, at: number): Item {
  return { id: `r${at}`, path: `/${at}`, resourceMethods: { GET: { httpMethod: 'GET', authorizationType } } };
}

function globalResponses(region: CaseRegion): Readonly<Record<string, unknown>> {
  const accelerators = itemsOf(region, 'GlobalAccelerators');
  const listeners = accelerators.flatMap((each) => itemsOf(each, 'Listeners'));
  // Known by their members, for no open case says under which key they stand.
  const anywhere = Object.keys(region).flatMap((key) => itemsOf(region, key));
  const origins = anywhere.filter((item) => 'VpcOriginEndpointConfig' in item || 'OriginEndpointArn' in item);
  const distributions = anywhere.filter((item) => 'Origins' in item);
  return {
    'globalaccelerator:ListAccelerators': { Accelerators: accelerators },
    'globalaccelerator:ListListeners': accelerators.map((each) => ({
      input: { AcceleratorArn: each['AcceleratorArn'] },
      output: { Listeners: each['Listeners'] ?? [] },
    })),
    'globalaccelerator:ListEndpointGroups': listeners.map((each) => ({
      input: { ListenerArn: each['ListenerArn'] },
      output: { EndpointGroups: each['EndpointGroups'] ?? [] },
    })),
    ...buckets(region),
    'cloudfront:ListDistributions': { DistributionList: { Items: distributions } },
    'cloudfront:ListVpcOrigins': { VpcOriginList: { Items: origins } },
    'cloudfront:GetVpcOrigin': origins.map((origin) => ({
      input: { Id: origin['Id'] },
      output: {
        VpcOrigin: {
          VpcOriginEndpointConfig: { ...origin, Arn: origin['OriginEndpointArn'] ?? origin['Arn'] },
          ...origin,
        },
      },
    })),
  };
}

function buckets(region: CaseRegion): Readonly<Record<string, unknown>> {
  const held = itemsOf(region, 'S3Buckets');
  const about = (answer: (bucket: Item) => object) =>
    held.map((bucket) => ({ input: { Bucket: bucket['Name'] }, output: answer(bucket) }));
  const account = region['S3AccountPublicAccessBlock'] as Item | null | undefined;
  return {
    's3:ListBuckets': { Buckets: held.map(({ Name }) => ({ Name })) },
    's3control:GetPublicAccessBlock': {
      PublicAccessBlockConfiguration: account?.['PublicAccessBlockConfiguration'] ?? account ?? undefined,
    },
    's3:GetBucketPolicyStatus': about(({ PolicyStatus }) => ({ PolicyStatus })),
    's3:GetPublicAccessBlock': about(({ PublicAccessBlockConfiguration }) => ({ PublicAccessBlockConfiguration })),
    's3:GetBucketAcl': about(({ Grants, Acl }) => ({ Grants: Grants ?? (Acl as Item | undefined)?.['Grants'] })),
  };
}
