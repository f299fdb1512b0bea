import { identifier } from '../identifier.ts';
import type { DaysBefore } from './days-before.ts';

/** What keeps data in a region when what made it is gone. */
export interface DemoStored {
  /** Manual snapshots of databases that are no more. */
  readonly databaseSnapshots?: readonly {
    readonly name: string;
    readonly of: string;
    readonly age: number;
    readonly owner?: string;
    /** Accounts. */
    readonly sharedWith?: readonly string[];
  }[];
  /** Snapshots of caches that are no more. */
  readonly cacheSnapshots?: readonly { readonly name: string; readonly of: string; readonly age: number }[];
  /** Volumes that no machine uses. */
  readonly volumes?: readonly {
    readonly name: string;
    readonly age: number;
    readonly sizeGiB: number;
    readonly owner?: string;
  }[];
}

/** What is asked for once the use of a service has ended, and is not there. */
const onceEnded = {
  'dynamodb:ListTables': { TableNames: [] },
  'ec2:ListImagesInRecycleBin': { Images: [] },
  'ec2:ListSnapshotsInRecycleBin': { Snapshots: [] },
  'ec2:ListVolumesInRecycleBin': { Volumes: [] },
  'elasticache:DescribeCacheClusters': { CacheClusters: [] },
  'elasticache:DescribeServerlessCaches': { ServerlessCaches: [] },
  'elasticache:DescribeServerlessCacheSnapshots': { ServerlessCacheSnapshots: [] },
  'elasticfilesystem:DescribeFileSystems': { FileSystems: [] },
  'fsx:DescribeBackups': { Backups: [] },
  'fsx:DescribeFileCaches': { FileCaches: [] },
  'fsx:DescribeFileSystems': { FileSystems: [] },
  'glacier:ListVaults': { VaultList: [] },
  'lightsail:GetDisks': { disks: [] },
  'lightsail:GetDiskSnapshots': { diskSnapshots: [] },
  'lightsail:GetInstanceSnapshots': { instanceSnapshots: [] },
  'lightsail:GetRelationalDatabaseSnapshots': { relationalDatabaseSnapshots: [] },
  'memorydb:DescribeClusters': { Clusters: [] },
  'memorydb:DescribeSnapshots': { Snapshots: [] },
  'rds:DescribeDBClusterAutomatedBackups': { DBClusterAutomatedBackups: [] },
  'redshift:DescribeClusterSnapshots': { Snapshots: [] },
  'secretsmanager:ListSecrets': { SecretList: [] },
};

/** What a region says of what it stores. */
export function storedResponses(
  place: { readonly account: string; readonly region: string },
  { databaseSnapshots = [], cacheSnapshots = [], volumes = [] }: DemoStored,
  days: DaysBefore,
): Record<string, unknown> {
  const { account, region } = place;
  return {
    'ec2:DescribeVolumes': {
      Volumes: volumes.map(({ name, age, sizeGiB, owner }) => ({
        VolumeId: identifier('vol', `${account} ${region} ${name}`),
        CreateTime: days(age),
        Size: sizeGiB,
        State: 'available',
        Attachments: [],
        Tags: tagsOf({ Name: name, ...(owner !== undefined && { Owner: owner }) }),
      })),
    },
    'ec2:DescribeSnapshots#own': { Snapshots: [] },
    'ec2:DescribeImages#own': { Images: [] },
    'ec2:DescribeSnapshotAttribute': [],
    'ec2:DescribeImageAttribute': [],
    'rds:DescribeDBSnapshots': {
      DBSnapshots: databaseSnapshots.map(({ name, of, age, owner }) => ({
        DBSnapshotIdentifier: name,
        DBSnapshotArn: `arn:aws:rds:${region}:${account}:snapshot:${name}`,
        DBInstanceIdentifier: of,
        DbiResourceId: `db-${of.toUpperCase()}`,
        SnapshotCreateTime: days(age),
        AllocatedStorage: 100,
        SnapshotType: 'manual',
        Status: 'available',
        Engine: 'postgres',
        TagList: owner === undefined ? [] : tagsOf({ Owner: owner }),
      })),
    },
    'rds:DescribeDBSnapshotAttributes': databaseSnapshots.map(({ name, sharedWith = [] }) => ({
      input: { DBSnapshotIdentifier: name },
      output: {
        DBSnapshotAttributesResult: {
          DBSnapshotIdentifier: name,
          DBSnapshotAttributes: [{ AttributeName: 'restore', AttributeValues: sharedWith }],
        },
      },
    })),
    'rds:DescribeDBClusterSnapshots': { DBClusterSnapshots: [] },
    'rds:DescribeDBClusterSnapshotAttributes': [],
    'rds:DescribeDBInstanceAutomatedBackups': { DBInstanceAutomatedBackups: [] },
    'logs:DescribeLogGroups': { logGroups: [] },
    'kms:ListKeys': { Keys: [] },
    'kms:DescribeKey': [],
    'ecr:DescribeRepositories': { repositories: [] },
    'backup:ListBackupVaults': { BackupVaultList: [] },
    'backup:ListRecoveryPointsByBackupVault': [],
    'dynamodb:ListBackups': { BackupSummaries: [] },
    ...onceEnded,
    'elasticache:DescribeSnapshots': {
      Snapshots: cacheSnapshots.map(({ name, of, age }) => ({
        SnapshotName: name,
        ARN: `arn:aws:elasticache:${region}:${account}:snapshot:${name}`,
        ReplicationGroupId: of,
        SnapshotStatus: 'available',
        SnapshotSource: 'manual',
        Engine: 'redis',
        NodeSnapshots: [{ CacheClusterId: `${of}-001`, CacheSize: '38 MB', SnapshotCreateTime: days(age) }],
      })),
    },
  };
}

function tagsOf(tags: Readonly<Record<string, string>>): object[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}
