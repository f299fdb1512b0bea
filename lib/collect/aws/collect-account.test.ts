import { afterEach, describe, expect, it, vi } from 'vitest';
import type { LoopbackAws, Faults } from '../../loopback/loopback-aws.ts';
import { startLoopbackAws } from '../../loopback/start-loopback-aws.ts';
import type { CollectError, Snapshot } from '../../model/snapshot.ts';
import { collectAccount, type CollectOptions } from './collect-account.ts';
import { collectContext } from './collect-context.ts';
import { awsOperations } from './operations/index.ts';
import { assumedSession, callerSession } from './session.ts';

const account = '111122223333';
const member = '444455556666';
const at = '2026-11-23T00:00:00.000Z';
const report = Buffer.from('user,arn\n<root_account>,arn:aws:iam::111122223333:root\n').toString('base64');

/** What a cloud holds where a test says nothing else: one busy region and an empty one. */
const globalAnswers = {
  's3:ListBuckets': { Buckets: [] },
  's3control:GetPublicAccessBlock': { PublicAccessBlockConfiguration: {} },
  's3:GetBucketAcl': [],
  's3:GetBucketPolicyStatus': [],
  's3:GetPublicAccessBlock': [],
  'iam:ListAccountAliases': { AccountAliases: ['example'] },
  'iam:GetAccountAuthorizationDetails': {
    UserDetailList: [{ UserName: 'hanako', UserId: 'AIDAHANAKO', CreateDate: at }],
    GroupDetailList: [],
    RoleDetailList: [],
    Policies: [],
  },
  'iam:GetCredentialReport': { Content: report, ReportFormat: 'text/csv', GeneratedTime: at },
  'iam:GetAccountSummary': { SummaryMap: { Users: 1 } },
  'iam:GetServiceLastAccessedDetails': [],
  'iam:GetAccountPasswordPolicy': {},
  'iam:ListVirtualMFADevices': { VirtualMFADevices: [] },
  'globalaccelerator:ListAccelerators': { Accelerators: [] },
  'globalaccelerator:ListListeners': [],
  'globalaccelerator:ListEndpointGroups': [],
  'cloudfront:GetVpcOrigin': [],
  'cloudfront:ListDistributions': { DistributionList: { Items: [], Quantity: 0, MaxItems: 100 } },
  'cloudfront:ListVpcOrigins': { VpcOriginList: { Items: [], Quantity: 0, MaxItems: 100 } },
  'ec2:DescribeRegions': {
    Regions: [
      { RegionName: 'eu-west-1', OptInStatus: 'opt-in-not-required' },
      { RegionName: 'us-east-1', OptInStatus: 'opt-in-not-required' },
      { RegionName: 'af-south-1', OptInStatus: 'not-opted-in' },
    ],
  },
};
const balancer = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/1';
const listener = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/web/1/2';
const target = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/3';
const oidc = { Issuer: 'https://id.example', ClientId: 'web', ClientSecret: 'hush' };
const service = 'com.amazonaws.vpce.eu-west-1.vpce-svc-9';
const connectionAnswers = {
  'ec2:DescribeVpcPeeringConnections': { VpcPeeringConnections: [{ VpcPeeringConnectionId: 'pcx-1' }] },
  'ec2:DescribeTransitGateways': { TransitGateways: [] },
  'ec2:DescribeTransitGatewayAttachments': { TransitGatewayAttachments: [] },
  'ec2:DescribeVpnConnections': {
    VpnConnections: [
      {
        VpnConnectionId: 'vpn-1',
        CustomerGatewayConfiguration: '<pre_shared_key>hush</pre_shared_key>',
        Options: { TunnelOptions: [{ OutsideIpAddress: '203.0.113.1', PreSharedKey: 'hush' }] },
      },
    ],
  },
  'ec2:DescribeVpnGateways': { VpnGateways: [] },
  'ec2:DescribeCustomerGateways': { CustomerGateways: [] },
  'ec2:DescribeNatGateways': { NatGateways: [] },
  'ec2:DescribeClientVpnEndpoints': { ClientVpnEndpoints: [{ ClientVpnEndpointId: 'cvpn-endpoint-1' }] },
  'ec2:DescribeClientVpnAuthorizationRules': [
    { input: { ClientVpnEndpointId: 'cvpn-endpoint-1' }, output: { AuthorizationRules: [{ AccessAll: true }] } },
  ],
  'ec2:DescribeInstanceConnectEndpoints': { InstanceConnectEndpoints: [] },
  'ec2:DescribeVpcEndpoints': {
    VpcEndpoints: [
      { VpcEndpointId: 'vpce-1', ServiceName: service },
      { VpcEndpointId: 'vpce-2', ServiceName: 'com.amazonaws.eu-west-1.s3' },
    ],
  },
  'ec2:DescribeVpcEndpointServices': [
    {
      input: { ServiceNames: [service] },
      output: { ServiceDetails: [{ ServiceName: service, Owner: '444455556666' }] },
    },
  ],
  'ec2:DescribeVpcEndpointServiceConfigurations': { ServiceConfigurations: [{ ServiceId: 'vpce-svc-1' }] },
  'ec2:DescribeVpcEndpointServicePermissions': [
    { input: { ServiceId: 'vpce-svc-1' }, output: { AllowedPrincipals: [{ Principal: '*' }] } },
  ],
  'ec2:DescribeVpcEndpointConnections': { VpcEndpointConnections: [] },
  'directconnect:DescribeVirtualInterfaces': {
    virtualInterfaces: [
      { virtualInterfaceId: 'dxvif-1', authKey: 'hush', customerRouterConfig: 'hush', bgpPeers: [{ authKey: 'hush' }] },
    ],
  },
  'network-firewall:ListFirewalls': {
    Firewalls: [{ FirewallName: 'edge', FirewallArn: 'arn:aws:network-firewall:1' }],
  },
  'network-firewall:DescribeLoggingConfiguration': [
    { input: { FirewallArn: 'arn:aws:network-firewall:1' }, output: { FirewallArn: 'arn:aws:network-firewall:1' } },
  ],
};
/** What stands outside of networks, and so may be in any region. */
const outsideNetworks = {
  'apigateway:GetRestApis': { items: [] },
  'apigatewayv2:GetApis': { Items: [] },
  'apprunner:ListServices': { ServiceSummaryList: [] },
  'ec2:DescribeImages': { Images: [] },
  'ec2:DescribeSnapshots': { Snapshots: [] },
  'es:ListDomainNames': { DomainNames: [] },
  'lambda:ListFunctions': { Functions: [] },
};
const regionAnswers = {
  ...connectionAnswers,
  ...outsideNetworks,
  'eks:ListClusters': { clusters: [] },
  'rds:DescribeDBClusters': { DBClusters: [] },
  'redshift:DescribeClusters': { Clusters: [] },
  'kafka:ListClustersV2': { ClusterInfoList: [] },
  'ec2:DescribeNetworkInterfaces': { NetworkInterfaces: [{ NetworkInterfaceId: 'eni-1' }] },
  'ec2:DescribeSecurityGroups': {
    SecurityGroups: Array.from({ length: 2_500 }, (_, index) => ({ GroupId: `sg-${index}` })),
  },
  'ec2:DescribeSecurityGroupRules': { SecurityGroupRules: [] },
  'ec2:DescribeSubnets': { Subnets: [{ SubnetId: 'subnet-1' }] },
  'ec2:DescribeVpcs': { Vpcs: [{ VpcId: 'vpc-1' }] },
  'ec2:DescribeRouteTables': { RouteTables: [] },
  'ec2:DescribeNetworkAcls': { NetworkAcls: [] },
  'ec2:DescribeInternetGateways': { InternetGateways: [] },
  'ec2:DescribeAddresses': { Addresses: [] },
  'ec2:DescribeInstances': { Reservations: [{ Instances: [{ InstanceId: 'i-1', LaunchTime: at }] }] },
  'ec2:DescribeFlowLogs': { FlowLogs: [] },
  'ec2:DescribeManagedPrefixLists': { PrefixLists: [] },
  'ec2:DescribeVpcBlockPublicAccessOptions': { VpcBlockPublicAccessOptions: { InternetGatewayBlockMode: 'off' } },
  'elb:DescribeLoadBalancers': { LoadBalancerDescriptions: [] },
  'elbv2:DescribeLoadBalancers': { LoadBalancers: [{ LoadBalancerArn: balancer, Type: 'application' }] },
  'elbv2:DescribeListeners': [
    {
      input: { LoadBalancerArn: balancer },
      output: {
        Listeners: [
          {
            ListenerArn: listener,
            Protocol: 'HTTPS',
            DefaultActions: [{ Type: 'authenticate-oidc', AuthenticateOidcConfig: oidc }],
          },
        ],
      },
    },
  ],
  'elbv2:DescribeRules': [{ input: { ListenerArn: listener }, output: { Rules: [] } }],
  'elbv2:DescribeTargetGroups': { TargetGroups: [{ TargetGroupArn: target, LoadBalancerArns: [balancer] }] },
  'elbv2:DescribeTargetHealth': [{ input: { TargetGroupArn: target }, output: { TargetHealthDescriptions: [] } }],
  'rds:DescribeDBInstances': {
    DBInstances: [
      {
        DBInstanceIdentifier: 'orders',
        PendingModifiedValues: { MasterUserPassword: 'hush', AllocatedStorage: 20 },
      },
    ],
  },
};
const referenced = ['pl-groups', 'pl-routes'];
const withPrefixLists = {
  ...regionAnswers,
  'ec2:DescribeSecurityGroups': {
    SecurityGroups: [
      { GroupId: 'sg-1', IpPermissions: [{ IpProtocol: '-1', PrefixListIds: [{ PrefixListId: 'pl-groups' }] }] },
      { GroupId: 'sg-2', IpPermissionsEgress: [{ IpProtocol: '-1', PrefixListIds: [{ PrefixListId: 'pl-groups' }] }] },
    ],
  },
  'ec2:DescribeRouteTables': {
    RouteTables: [{ Routes: [{ DestinationPrefixListId: 'pl-routes' }, { DestinationCidrBlock: '0.0.0.0/0' }] }],
  },
  'ec2:GetManagedPrefixListEntries': ['pl-groups', 'pl-routes', 'pl-unused'].map((PrefixListId) => ({
    input: { PrefixListId },
    output: { Entries: [{ Cidr: '192.0.2.0/24' }] },
  })),
};
const publicAccess = ['ec2:DescribeVpcBlockPublicAccessOptions', 'ec2:DescribeVpcBlockPublicAccessExclusions'];
const emptyAnswers = { ...regionAnswers, 'ec2:DescribeNetworkInterfaces': { NetworkInterfaces: [] } };

function unit(region: string, responses: Snapshot['responses'], of = account): Snapshot {
  const place = { provider: 'aws', account: of, region } as const;
  return { schema: 'tenken.snapshot/1', unit: place, collectedAt: at, responses, errors: [] };
}

const cloud = [unit('global', globalAnswers), unit('eu-west-1', regionAnswers), unit('us-east-1', emptyAnswers)];
let aws: LoopbackAws;

async function start(faults: Faults = {}, snapshots: readonly Snapshot[] = cloud): Promise<void> {
  aws = await startLoopbackAws({ snapshots, callerAccount: account, denyAssume: [member], faults });
  for (const [name, value] of Object.entries(aws.environment)) vi.stubEnv(name, value);
}

afterEach(async () => {
  vi.unstubAllEnvs();
  await aws.close();
});

/** Collects the caller's account: its units by region. */
async function collect(
  options: Omit<CollectOptions, 'context'> = {},
  signal: AbortSignal = new AbortController().signal,
): Promise<Record<string, Snapshot>> {
  const session = await callerSession({ signal: new AbortController().signal });
  const context = collectContext({ signal, clock: () => new Date(at) });
  const units: Record<string, Snapshot> = {};
  for await (const snapshot of collectAccount({ account, session }, { context, ...options })) {
    if ('region' in snapshot.unit) units[snapshot.unit.region] = snapshot;
  }
  return units;
}

function errorOf(snapshot: Snapshot | undefined, operation: string): CollectError | undefined {
  return snapshot?.errors.find((error) => error.operation === operation);
}

describe('an account', () => {
  it('is collected whole: every operation of every enabled region is answered, failed or skipped', async () => {
    await start();
    const units = await collect();
    expect(Object.keys(units).toSorted()).toEqual(['eu-west-1', 'global', 'us-east-1']);
    for (const snapshot of Object.values(units)) {
      const per = snapshot === units['global'] ? 'account' : 'region';
      const known = [
        ...Object.keys(snapshot.responses),
        ...(snapshot.skipped ?? []).map(({ operation }) => operation),
      ].toSorted();
      expect(known).toEqual(awsOperations.flatMap((each) => (each.per === per ? [each.id] : [])).toSorted());
      expect(snapshot.errors).toEqual([]);
    }
  });

  it('keeps what the cloud said, dates as text and blobs as base64, so that stored and collected are equal', async () => {
    await start();
    const units = await collect();
    // No account of this cloud is in an organization.
    expect(units['global']?.responses).toEqual({
      ...globalAnswers,
      'iam:GetPolicy': [],
      'iam:GetPolicyVersion': [],
      'organizations:DescribeOrganization': {},
    });
    expect(units['eu-west-1']?.responses['ec2:DescribeInstances']).toEqual(regionAnswers['ec2:DescribeInstances']);
    expect(JSON.parse(JSON.stringify(units))).toStrictEqual(units);
  });

  it('merges pages', async () => {
    await start();
    const units = await collect({ operations: new Set(['ec2:DescribeSecurityGroups']) });
    expect(units['eu-west-1']?.responses['ec2:DescribeSecurityGroups']).toEqual(
      regionAnswers['ec2:DescribeSecurityGroups'],
    );
    expect(aws.calls.filter(({ operation }) => operation === 'DescribeSecurityGroups')).toHaveLength(3);
  });

  it('never holds a secret', async () => {
    await start();
    expect(JSON.stringify(await collect())).not.toContain('hush');
  });

  it('asks about each resource that another answer names', async () => {
    await start();
    const { responses } = (await collect())['eu-west-1'] ?? unit('', {});
    expect(responses['elbv2:DescribeRules']).toEqual(regionAnswers['elbv2:DescribeRules']);
    expect(responses['elbv2:DescribeTargetHealth']).toEqual(regionAnswers['elbv2:DescribeTargetHealth']);
  });

  it('reads the prefix lists that rules and routes refer to, each once, and no others', async () => {
    await start({}, [unit('global', globalAnswers), unit('eu-west-1', withPrefixLists)]);
    const { responses } = (await collect({ regions: ['eu-west-1'] }))['eu-west-1'] ?? unit('', {});
    expect(responses['ec2:GetManagedPrefixListEntries']).toEqual(
      referenced.map((PrefixListId) => ({
        input: { PrefixListId },
        output: { Entries: [{ Cidr: '192.0.2.0/24' }] },
      })),
    );
  });

  it('skips what another answer rules out, and says so', async () => {
    await start();
    expect((await collect({ operations: new Set(publicAccess) }))['eu-west-1']?.skipped).toContainEqual({
      operation: 'ec2:DescribeVpcBlockPublicAccessExclusions',
      reason: 'not-needed',
    });
  });
});

describe('an empty region', () => {
  it('costs one call, and one for each thing that needs no network', async () => {
    await start();
    const { responses, skipped } = (await collect())['us-east-1'] ?? unit('', {});
    const more = Object.entries(responses).filter(([, answer]) => !Array.isArray(answer));
    expect(more.map(([id]) => id).toSorted()).toEqual(
      ['ec2:DescribeNetworkInterfaces', ...Object.keys(outsideNetworks)].toSorted(),
    );
    expect(new Set(skipped?.map(({ reason }) => reason))).toEqual(new Set(['empty-region', 'not-needed']));
  });

  it('is read in full where it is asked for by name, and no other region is', async () => {
    await start();
    const units = await collect({ regions: ['us-east-1'] });
    expect(Object.keys(units).toSorted()).toEqual(['global', 'us-east-1']);
    expect(units['us-east-1']?.responses).toHaveProperty(['ec2:DescribeSecurityGroups']);
  });

  it('is read in full where empty regions are wanted', async () => {
    await start();
    const units = await collect({ readEmptyRegions: true });
    expect(units['us-east-1']?.responses).toHaveProperty(['ec2:DescribeSecurityGroups']);
  });
});

/** An account whose role `ci` may do something, and whose role `worker` any service may take on. */
function held(...actions: readonly string[]): Snapshot {
  const inline = encode({ Effect: 'Allow', Action: actions, Resource: '*' });
  const ci = { RoleName: 'ci', RolePolicyList: [{ PolicyName: 'ci', PolicyDocument: inline }] };
  const services = awsOperations.flatMap(({ carriesFor = [] }) => carriesFor);
  return accountOf({ ...ci, ...trusting('ec2') }, { RoleName: 'worker', ...trusting(...services) });
}

function encode(statement: object): string {
  return encodeURIComponent(JSON.stringify({ Version: '2012-10-17', Statement: [statement] }));
}

function trusting(...services: readonly string[]) {
  const Principal = { Service: services.map((name) => `${name}.amazonaws.com`) };
  return { AssumeRolePolicyDocument: encode({ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }) };
}

function accountOf(...roles: readonly object[]): Snapshot {
  return unit('global', { ...globalAnswers, 'iam:GetAccountAuthorizationDetails': { RoleDetailList: roles } });
}

const cluster = 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop';
const tasks = Array.from({ length: 130 }, (_, index) => `arn:aws:ecs:eu-west-1:111122223333:task/shop/${index}`);
const definition = 'arn:aws:ecs:eu-west-1:111122223333:task-definition/web:3';
const roleArn = 'arn:aws:iam::111122223333:role/worker';
const projects = Array.from({ length: 101 }, (_, index) => `project-${index}`);
const hush = [{ name: 'PASSWORD', value: 'hush' }];
const describeTasks = (some: readonly string[]) => ({
  input: { cluster, tasks: some },
  output: {
    tasks: some.map((taskArn) => ({
      taskArn,
      taskDefinitionArn: definition,
      overrides: { containerOverrides: [{ environment: hush }], taskRoleArn: roleArn },
    })),
  },
});
const batchGetProjects = (names: readonly string[]) => ({
  input: { names },
  output: { projects: names.map((name) => ({ name, environment: { environmentVariables: hush } })) },
});
const workloads = {
  'apprunner:ListServices': { ServiceSummaryList: [{ ServiceArn: 'arn:site' }] },
  'apprunner:DescribeService': [
    {
      input: { ServiceArn: 'arn:site' },
      output: {
        Service: {
          SourceConfiguration: {
            ImageRepository: { ImageConfiguration: { Port: '80', RuntimeEnvironmentVariables: { PASSWORD: 'hush' } } },
          },
        },
      },
    },
  ],
  'cloudformation:DescribeStacks': {
    Stacks: [{ StackName: 'network', RoleARN: roleArn, Parameters: [{ ParameterValue: 'hush' }] }],
  },
  'codebuild:ListProjects': { projects },
  'codebuild:BatchGetProjects': [batchGetProjects(projects.slice(0, 100)), batchGetProjects(projects.slice(100))],
  'ecs:ListClusters': { clusterArns: [cluster] },
  'ecs:ListTasks': [{ input: { cluster }, output: { taskArns: tasks } }],
  'ecs:DescribeTasks': [describeTasks(tasks.slice(0, 100)), describeTasks(tasks.slice(100))],
  'ecs:DescribeTaskDefinition': [
    {
      input: { taskDefinition: definition },
      output: { taskDefinition: { taskRoleArn: roleArn, containerDefinitions: [{ name: 'web', environment: hush }] } },
    },
  ],
  'glue:GetDevEndpoints': { DevEndpoints: [{ EndpointName: 'etl', Arguments: { password: 'hush' } }] },
  'lambda:ListFunctions': {
    Functions: Array.from({ length: 60 }, (_, index) => ({
      FunctionName: `f-${index % 2}`,
      Role: roleArn,
      Environment: { Variables: { PASSWORD: 'hush' } },
    })),
  },
  'lambda:GetPolicy': [],
  'sagemaker:ListNotebookInstances': { NotebookInstances: [{ NotebookInstanceName: 'lab' }] },
  'sagemaker:DescribeNotebookInstance': [
    { input: { NotebookInstanceName: 'lab' }, output: { NotebookInstanceName: 'lab', RoleArn: roleArn } },
  ],
  'ssm:DescribeInstanceInformation': { InstanceInformationList: [{ InstanceId: 'i-1', PingStatus: 'Online' }] },
  'states:ListStateMachines': { stateMachines: [{ stateMachineArn: 'arn:orders', name: 'orders' }] },
  'states:DescribeStateMachine': [
    {
      input: { stateMachineArn: 'arn:orders' },
      output: { stateMachineArn: 'arn:orders', roleArn, definition: 'hush' },
    },
  ],
};

describe('what somebody could misuse', () => {
  const lazy = Object.keys(workloads)
    .filter((id) => !/^(apprunner|lambda):/.test(id))
    .toSorted();
  const places = (busy: Snapshot['responses']) => [unit('eu-west-1', busy), unit('us-east-1', emptyAnswers)];

  it('is read where an action is held that needs it, even in an empty region, and nothing else is', async () => {
    const empty = unit('us-east-1', { ...emptyAnswers, 'codebuild:ListProjects': { projects: [] } });
    await start({}, [held('codebuild:Start*'), unit('eu-west-1', { ...regionAnswers, ...workloads }), empty]);
    const units = await collect();
    expect(units['eu-west-1']?.responses['codebuild:BatchGetProjects']).toHaveLength(2);
    expect(units['us-east-1']?.responses).toMatchObject({
      'codebuild:ListProjects': { projects: [] },
      'codebuild:BatchGetProjects': [],
    });
    const others = lazy.filter((id) => !id.startsWith('codebuild:'));
    expect(units['eu-west-1']?.skipped).toEqual(
      expect.arrayContaining(others.map((operation) => ({ operation, reason: 'not-needed' }))),
    );
    expect(Object.values(units).flatMap(({ errors }) => errors)).toEqual([]);
  });

  it('is read to its end, and without secrets', async () => {
    const needed = awsOperations.flatMap(({ neededBy = [] }) => neededBy);
    await start({}, [held(...needed), unit('eu-west-1', { ...regionAnswers, ...workloads })]);
    const { responses, errors } = (await collect({ regions: ['eu-west-1'] }))['eu-west-1'] ?? unit('', {});
    expect(errors).toEqual([]);
    expect(lazy.filter((id) => !Object.hasOwn(responses, id))).toEqual([]);
    expect(responses['lambda:ListFunctions']).toHaveProperty('Functions.length', 60);
    expect(responses['ecs:DescribeTasks']).toHaveLength(2);
    expect(responses['ecs:DescribeTaskDefinition']).toHaveLength(1);
    expect(JSON.stringify(responses)).toContain(roleArn);
    expect(JSON.stringify(responses)).not.toContain('hush');
  });

  it('is not read where only administrators could', async () => {
    await start({}, [held('*'), ...places({ ...regionAnswers, ...workloads })]);
    const units = await collect();
    expect(lazy.filter((id) => Object.hasOwn(units['eu-west-1']?.responses ?? {}, id))).toEqual([]);
  });

  it('is not read where no role could be carried', async () => {
    const inline = encode({ Effect: 'Allow', Action: ['codebuild:*', 'glue:*'], Resource: '*' });
    const ci = { RoleName: 'ci', RolePolicyList: [{ PolicyDocument: inline }], ...trusting('glue') };
    await start({}, [accountOf(ci), ...places({ ...regionAnswers, ...workloads })]);
    const units = await collect({ regions: ['eu-west-1'] });
    expect(lazy.filter((id) => Object.hasOwn(units['eu-west-1']?.responses ?? {}, id))).toEqual([
      'glue:GetDevEndpoints',
    ]);
  });

  it('is unread, and nothing else is, where nobody knows what is held', async () => {
    await start({ denied: ['iam:GetAccountAuthorizationDetails'] }, [held(), ...places(regionAnswers)]);
    const units = await collect();
    expect(errorOf(units['eu-west-1'], 'codebuild:ListProjects')).toMatchObject({
      code: 'AccessDenied',
      message: expect.stringContaining('iam:GetAccountAuthorizationDetails could not be read'),
    });
    expect(units['eu-west-1']?.errors.map(({ operation }) => operation)).toEqual(lazy);
    expect(errorOf(units['us-east-1'], 'codebuild:BatchGetProjects')?.message).toContain('codebuild:ListProjects');
    expect(units['us-east-1']?.skipped).toContainEqual({
      operation: 'ssm:DescribeInstanceInformation',
      reason: 'empty-region',
    });
  });

  it('makes nothing else wait for what is held', async () => {
    await start({ failures: { operations: ['iam:GetAccountAuthorizationDetails'] } }, [
      held(),
      ...places(regionAnswers),
    ]);
    await collect({ regions: ['eu-west-1'] });
    const last = aws.calls.findLast(({ operation }) => operation === 'GetAccountAuthorizationDetails');
    const late = aws.calls.filter(({ region, at: when }) => region === 'eu-west-1' && when > (last?.at ?? when));
    expect(late).toEqual([]);
  });

  it('can be asked for alone, with what decides on it', async () => {
    await start({}, [held('codebuild:*'), unit('eu-west-1', { ...regionAnswers, ...workloads })]);
    await collect({ regions: ['eu-west-1'], operations: new Set(['codebuild:BatchGetProjects']) });
    expect(new Set(aws.calls.map(({ operation }) => operation))).toEqual(
      new Set([
        'GetCallerIdentity',
        'DescribeRegions',
        'GetAccountAuthorizationDetails',
        'DescribeNetworkInterfaces',
        'ListProjects',
        'BatchGetProjects',
      ]),
    );
  });
});

describe('selected operations', () => {
  it('are called with what they depend on, and nothing else', async () => {
    await start();
    const units = await collect({ operations: new Set(['elbv2:DescribeRules']) });
    expect(Object.keys(units['eu-west-1']?.responses ?? {}).toSorted()).toEqual([
      'ec2:DescribeNetworkInterfaces',
      'elbv2:DescribeListeners',
      'elbv2:DescribeLoadBalancers',
      'elbv2:DescribeRules',
    ]);
    expect(units['global']?.skipped).toContainEqual({ operation: 'iam:GetAccountSummary', reason: 'not-selected' });
  });

  it('leave regions alone when they are all about the account', async () => {
    await start();
    const units = await collect({ operations: new Set(['iam:GetAccountSummary']) });
    expect(Object.keys(units).toSorted()).toEqual(['eu-west-1', 'global', 'us-east-1']);
    expect(units['eu-west-1']?.responses).toEqual({});
    expect(aws.calls.map(({ operation }) => operation).toSorted()).toEqual([
      'DescribeRegions',
      'GetAccountSummary',
      'GetCallerIdentity',
    ]);
  });
});

describe('what cannot be read', () => {
  it('is an error entry, and so is what depended on it', async () => {
    await start({ denied: ['ec2:DescribeVpcs', 'elbv2:DescribeListeners'] });
    const units = await collect();
    expect(errorOf(units['eu-west-1'], 'ec2:DescribeVpcs')?.code).toBe('UnauthorizedOperation');
    expect(errorOf(units['eu-west-1'], 'elbv2:DescribeListeners')).toMatchObject({
      code: 'AccessDenied',
      input: { LoadBalancerArn: balancer },
    });
    expect(errorOf(units['eu-west-1'], 'elbv2:DescribeRules')?.message).toContain('elbv2:DescribeListeners');
    expect(units['eu-west-1']?.responses).toHaveProperty(['ec2:DescribeSubnets']);
  });

  it('leaves in what another source names', async () => {
    await start({ denied: ['ec2:DescribeRouteTables'] }, [
      unit('global', globalAnswers),
      unit('eu-west-1', withPrefixLists),
    ]);
    const region = (await collect({ regions: ['eu-west-1'] }))['eu-west-1'];
    expect(region?.responses['ec2:GetManagedPrefixListEntries']).toHaveLength(1);
    expect(errorOf(region, 'ec2:GetManagedPrefixListEntries')?.message).toContain('ec2:DescribeRouteTables');
  });

  it('is tried again when it was throttled, broken off or failed', async () => {
    await start({
      throttle: { 'ec2:DescribeSecurityGroups': { burst: 1, rate: 5 } },
      dropped: { every: 2, operations: ['ec2:DescribeSecurityGroups'] },
      failures: { every: 2, operations: ['ec2:DescribeSubnets', 'ec2:DescribeVpcs'] },
    });
    const units = await collect({ regions: ['eu-west-1'] });
    expect(Object.values(units).flatMap(({ errors }) => errors)).toEqual([]);
    expect(aws.calls.map(({ status }) => status)).toEqual(expect.arrayContaining([0, 500, 503]));
  });

  it('does not hold up a scan: a region that is not reached gives up all its operations at once', async () => {
    await start({ unreachableRegions: ['eu-west-1'] });
    const units = await collect();
    const { errors, responses } = units['eu-west-1'] ?? unit('', {});
    expect(responses).toEqual({});
    expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(['ECONNRESET']));
    expect(errors).toHaveLength(awsOperations.filter(({ per }) => per === 'region').length);
    expect(aws.calls.filter(({ region }) => region === 'eu-west-1').length).toBeLessThanOrEqual(4);
    expect(units['us-east-1']?.errors).toEqual([]);
  });

  it('is one unit when the account cannot be entered', async () => {
    await start();
    const signal = new AbortController().signal;
    const role = { account: member, role: 'tenken-audit', sessionName: 'test' };
    const session = await assumedSession(await callerSession({ signal }), role, signal);
    const context = collectContext({ signal, clock: () => new Date(at) });
    const units = await Array.fromAsync(collectAccount({ account: member, session }, { context }));
    expect(units).toHaveLength(1);
    expect(units[0]).toMatchObject({
      unit: { account: member, region: 'global' },
      responses: {},
      errors: [{ operation: 'sts:AssumeRole', code: 'AccessDenied' }],
    });
  });

  it('keeps its message to one line', async () => {
    await start({ denied: ['iam:*', 'ec2:*'] });
    const errors = Object.values(await collect({ regions: ['eu-west-1'] })).flatMap((each) => each.errors);
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.filter(({ message }) => /[\r\n]|request ?id/i.test(message))).toEqual([]);
  });
});

describe('an interruption', () => {
  it.each([
    ['Aborted', undefined],
    ['DeadlineExceeded', new DOMException('The operation was aborted due to timeout', 'TimeoutError')],
  ])('keeps what was read and records the rest as %s', async (code, reason) => {
    await start();
    const interruption = new AbortController();
    const session = await callerSession({ signal: interruption.signal });
    const context = collectContext({ signal: interruption.signal, clock: () => new Date(at) });
    const regions = ['eu-west-1', 'us-east-1'];
    const units: Snapshot[] = [];
    aws.setFaults({ latencyMs: 20 });
    for await (const snapshot of collectAccount({ account, session }, { context, regions })) {
      units.push(snapshot);
      interruption.abort(reason);
    }
    expect(units.map((each) => each.unit)).toHaveLength(3);
    const codes = new Set(units.flatMap(({ errors }) => errors.map((error) => error.code)));
    expect(codes).toEqual(new Set([code]));
    expect(units[0]?.responses).not.toEqual({});
  });

  it('does not wait for calls that are being tried again', async () => {
    await start({ failures: { operations: ['ec2:*'] } });
    const units = await collect({ regions: ['eu-west-1'] }, AbortSignal.timeout(40));
    expect(errorOf(units['eu-west-1'], 'ec2:DescribeNetworkInterfaces')?.code).toBe('DeadlineExceeded');
  });
});
