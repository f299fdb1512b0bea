import type { CheckCase } from '../../../lib/model/check-case.ts';
import { account, denied, inAccount, inRegion } from '../cases/units.ts';

const regions = (...names: readonly string[]) => ({
  'ec2:DescribeRegions': {
    Regions: names.map((RegionName) => ({
      RegionName,
      OptInStatus: RegionName.startsWith('me-') ? 'opted-in' : 'opt-in-not-required',
    })),
  },
});
const approving = (...names: readonly string[]): CheckCase['standard'] => ({
  approved: {
    services: [],
    regions: names,
    applications: [],
    azure: { types: [], locations: [], ignoredTypes: [] },
  },
});
const machine = { InstanceId: 'i-1', State: { Name: 'running' }, Tags: [{ Key: 'Owner', Value: 'sato' }] };
const tokyo = inRegion({ 'ec2:DescribeInstances': { Reservations: [{ OwnerId: account, Instances: [machine] }] } });
/** A region in which every list is empty. */
const empty = inRegion({
  'ec2:DescribeInstances': { Reservations: [] },
  'ec2:DescribeVolumes': { Volumes: [] },
  'ec2:DescribeSnapshots#own': { Snapshots: [] },
  'ec2:DescribeImages#own': { Images: [] },
  'rds:DescribeDBInstances': { DBInstances: [] },
  'rds:DescribeDBClusters': { DBClusters: [] },
  'rds:DescribeDBSnapshots': { DBSnapshots: [] },
  'rds:DescribeDBClusterSnapshots': { DBClusterSnapshots: [] },
  'rds:DescribeDBInstanceAutomatedBackups': { DBInstanceAutomatedBackups: [] },
  'redshift:DescribeClusters': { Clusters: [] },
  'kafka:ListClustersV2': { ClusterInfoList: [] },
  'logs:DescribeLogGroups': { logGroups: [] },
  'kms:ListKeys': { Keys: [] },
  'kms:DescribeKey': [],
  'ecr:DescribeRepositories': { repositories: [] },
  'backup:ListBackupVaults': { BackupVaultList: [] },
  'backup:ListRecoveryPointsByBackupVault': [],
  'dynamodb:ListBackups': { BackupSummaries: [] },
  'resource-explorer-2:ListResources': { Resources: [] },
  'config:GetDiscoveredResourceCounts': { resourceCounts: [] },
  'tagging:GetResources': { ResourceTagMappingList: [] },
  'lambda:ListFunctions': { Functions: [] },
  'apigateway:GetRestApis': { items: [] },
  'apigatewayv2:GetApis': { Items: [] },
  'eks:ListClusters': { clusters: [] },
  'es:ListDomainNames': { DomainNames: [] },
  'apprunner:ListServices': { ServiceSummaryList: [] },
  'ec2:DescribeSnapshots': { Snapshots: [] },
  'ec2:DescribeImages': { Images: [] },
});

export const cases: readonly CheckCase[] = [
  {
    name: { ja: '承認外のリージョンにインスタンスがある', en: 'A machine in a region that is not approved' },
    given: tokyo,
    global: regions('ap-northeast-1', 'ap-northeast-3'),
    standard: approving('ap-northeast-3'),
    expect: { 'ap-northeast-1': 'fail', 'ap-northeast-3': 'pass' },
  },
  {
    name: {
      ja: '何もない既定のリージョン、点検していないリージョン、オプトインされたリージョン',
      en: 'A region of every account with nothing in it, one that was not scanned, and one opted in to',
    },
    given: empty,
    global: regions('ap-northeast-1', 'us-east-1', 'me-south-1'),
    standard: approving('ap-northeast-3'),
    expect: { 'ap-northeast-1': 'pass', 'us-east-1': 'unknown', 'me-south-1': 'fail' },
  },
  {
    name: { ja: '基準に一覧がなければ判定しない', en: 'Without a list in the standard nothing is judged' },
    given: tokyo,
    global: regions('ap-northeast-1'),
    expect: {},
  },
  {
    name: { ja: 'インスタンスの取得を拒否された', en: 'The machines of the region were denied' },
    given: denied(empty, 'ec2:DescribeInstances'),
    global: regions('ap-northeast-1'),
    standard: approving('ap-northeast-3'),
    expect: { 'ap-northeast-1': 'unknown' },
  },
  {
    name: { ja: '関数の一覧だけを拒否された', en: 'Functions alone were denied' },
    given: denied(empty, 'lambda:ListFunctions'),
    global: regions('ap-northeast-1'),
    standard: approving('ap-northeast-3'),
    expect: { 'ap-northeast-1': 'unknown' },
  },
  {
    name: { ja: 'リージョンの一覧を拒否された', en: 'The list of regions was denied' },
    given: denied(inAccount(regions('ap-northeast-1')), 'ec2:DescribeRegions'),
    standard: approving('ap-northeast-3'),
    expect: { [account]: 'unknown' },
  },
];
