import type { Snapshot } from '../../lib/model/snapshot.ts';

export const account = '111122223333';
export const member = '444455556666';
export const at = '2026-11-23T00:00:00.000Z';
const report = Buffer.from('user,arn\n<root_account>,arn:aws:iam::111122223333:root\n').toString('base64');

/** What a cloud holds where a test says nothing else: one busy region and an empty one. */
export const globalAnswers = {
  's3:ListBuckets': { Buckets: [] },
  's3control:GetPublicAccessBlock': { PublicAccessBlockConfiguration: {} },
  's3:GetBucketAcl': [],
  's3:GetBucketPolicy': [],
  's3:GetBucketPolicyStatus': [],
  's3:GetPublicAccessBlock': [],
  'elasticbeanstalk:CheckDNSAvailability': [],
  's3:GetBucketLocation': [],
  'route53:ListResourceRecordSets': [],
  'route53:ListHostedZones': { HostedZones: [], MaxItems: 100 },
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
  'ecr-public:DescribeRepositories': { repositories: [] },
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
export const balancer = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/1';
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
export const outsideNetworks = {
  'backup:ListBackupVaults': { BackupVaultList: [] },
  'dynamodb:ListBackups': { BackupSummaries: [] },
  'apigateway:GetRestApis': { items: [] },
  'apigatewayv2:GetApis': { Items: [] },
  'apprunner:ListServices': { ServiceSummaryList: [] },
  'ec2:DescribeImages': { Images: [] },
  'ec2:DescribeImages#own': { Images: [] },
  'ec2:DescribeSnapshots': { Snapshots: [] },
  'ec2:DescribeSnapshots#own': { Snapshots: [] },
  'ec2:DescribeVolumes': { Volumes: [] },
  'ecr:DescribeRepositories': { repositories: [] },
  'ecr:GetRegistryPolicy': {},
  'elasticfilesystem:DescribeFileSystems#policies': { FileSystems: [] },
  'es:ListDomainNames': { DomainNames: [] },
  'kms:ListKeys': { Keys: [] },
  'lambda:ListFunctions': { Functions: [] },
  'secretsmanager:ListSecrets#policies': { SecretList: [] },
  'sns:ListTopics': { Topics: [] },
  'sqs:ListQueues': { QueueUrls: [] },
  'resource-explorer-2:ListIndexes': { Indexes: [] },
  'config:DescribeConfigurationRecorders': { ConfigurationRecorders: [] },
  'tagging:GetResources': { ResourceTagMappingList: [] },
  'logs:DescribeLogGroups': { logGroups: [] },
  'rds:DescribeDBClusterSnapshots': { DBClusterSnapshots: [] },
  'rds:DescribeDBInstanceAutomatedBackups': { DBInstanceAutomatedBackups: [] },
  'rds:DescribeDBSnapshots': { DBSnapshots: [] },
};
export const regionAnswers = {
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
export const referenced = ['pl-groups', 'pl-routes'];
export const withPrefixLists = {
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
export const publicAccess = ['ec2:DescribeVpcBlockPublicAccessOptions', 'ec2:DescribeVpcBlockPublicAccessExclusions'];
export const emptyAnswers = { ...regionAnswers, 'ec2:DescribeNetworkInterfaces': { NetworkInterfaces: [] } };

/** What one place of the account answers. */
export function unit(region: string, responses: Snapshot['responses'], of = account): Snapshot {
  const place = { provider: 'aws', account: of, region } as const;
  return { schema: 'tenken.snapshot/1', unit: place, collectedAt: at, responses, errors: [] };
}

export const cloud = [unit('global', globalAnswers), unit('eu-west-1', regionAnswers), unit('us-east-1', emptyAnswers)];
