import { describe, expect, it } from 'vitest';
import type { StoredThing } from '../../model/aws/stored-data.ts';
import { readWhole, type Answers, type HowRead } from '../part.ts';
import { storedData } from './stored-data.ts';

const unit = { provider: 'aws', account: '111122223333', region: 'eu-west-1' } as const;
const arn = (service: string, rest: string) => `arn:aws:${service}:eu-west-1:111122223333:${rest}`;
const at = '2026-01-01T00:00:00.000Z';

function things(answers: Answers, how: HowRead = readWhole): readonly StoredThing[] {
  return storedData.interpret(answers, unit, how).things;
}

/** What is gone of each thing, by its name. */
function gone(answers: Answers, how?: HowRead): Record<string, StoredThing['sourceIsGone']> {
  return Object.fromEntries(things(answers, how).map(({ name, sourceIsGone }) => [name, sourceIsGone]));
}

describe('what is in the Recycle Bin', () => {
  it('keeps the ARN that it had, and says when it goes', () => {
    const answers = {
      'ec2:ListSnapshotsInRecycleBin': {
        Snapshots: [{ SnapshotId: 'snap-1', VolumeId: 'vol-1', RecycleBinExitTime: at }],
      },
      'ec2:ListImagesInRecycleBin': { Images: [{ ImageId: 'ami-1', Name: 'web', RecycleBinExitTime: at }] },
      'ec2:ListVolumesInRecycleBin': { Volumes: [{ VolumeId: 'vol-2', Size: 8, RecycleBinExitTime: at }] },
      'ec2:DescribeVolumes': { Volumes: [] },
    };
    expect(things(answers)).toMatchObject([
      {
        kind: 'recycled-snapshot',
        arn: 'arn:aws:ec2:eu-west-1::snapshot/snap-1',
        sourceIsGone: true,
        deletedOn: '2026-01-01',
      },
      { kind: 'recycled-image', name: 'web', deletedOn: '2026-01-01' },
      { kind: 'recycled-volume', arn: arn('ec2', 'volume/vol-2'), sizeGiB: 8, deletedOn: '2026-01-01' },
    ]);
  });
});

describe('file systems', () => {
  it('are things of their service, with a size', () => {
    const FileSystems = [
      {
        FileSystemId: 'fs-1',
        FileSystemArn: arn('elasticfilesystem', 'file-system/fs-1'),
        SizeInBytes: { Value: 2 ** 31 },
      },
    ];
    expect(things({ 'elasticfilesystem:DescribeFileSystems': { FileSystems } })).toMatchObject([
      { kind: 'efs-file-system', name: 'fs-1', services: ['elasticfilesystem'], sizeGiB: 2 },
    ]);
  });

  it('tell of the backups that are made of them, but not of copies nor of volumes in what stands', () => {
    const backup = (BackupId: string, FileSystemId: string, more: object = {}) => ({
      BackupId,
      ResourceARN: arn('fsx', `backup/${BackupId}`),
      FileSystem: { FileSystemId },
      ...more,
    });
    const Backups = [
      backup('here', 'fs-1'),
      backup('gone', 'fs-2'),
      backup('copy', 'fs-2', { SourceBackupId: 'backup-0' }),
      backup('volume', 'fs-1', { ResourceType: 'VOLUME' }),
      backup('of-backup', 'fs-1', { Type: 'AWS_BACKUP' }),
    ];
    const FileSystems = [{ FileSystemId: 'fs-1', ResourceARN: arn('fsx', 'file-system/fs-1') }];
    expect(gone({ 'fsx:DescribeBackups': { Backups }, 'fsx:DescribeFileSystems': { FileSystems } })).toEqual({
      'fs-1': undefined,
      here: false,
      gone: true,
      copy: undefined,
      volume: undefined,
    });
    expect(gone({ 'fsx:DescribeBackups': { Backups } })).toMatchObject({ here: undefined, gone: undefined });
  });

  it('tell of recovery points', () => {
    const RecoveryPoints = ['fs-1', 'fs-2'].map((id) => ({
      RecoveryPointArn: arn('backup', `recovery-point:${id}`),
      ResourceArn: arn('elasticfilesystem', `file-system/${id}`),
      ResourceName: id,
    }));
    const points = {
      'backup:ListBackupVaults': {},
      'backup:ListRecoveryPointsByBackupVault': [{ input: { BackupVaultName: 'v' }, output: { RecoveryPoints } }],
    };
    const FileSystems = [{ FileSystemId: 'fs-1', FileSystemArn: 'a', Name: 'own' }];
    expect(gone({ ...points, 'elasticfilesystem:DescribeFileSystems': { FileSystems } })).toMatchObject({
      'fs-1': false,
      'fs-2': true,
    });
    expect(gone(points)).toEqual({ 'fs-1': undefined, 'fs-2': undefined });
  });
});

describe('caches', () => {
  const CacheClusters = [
    { CacheClusterId: 'web-001', ReplicationGroupId: 'web', ARN: arn('elasticache', 'cluster:web-001') },
    { CacheClusterId: 'web-002', ReplicationGroupId: 'web', ARN: arn('elasticache', 'cluster:web-002') },
    { CacheClusterId: 'plain', ARN: arn('elasticache', 'cluster:plain') },
  ];

  it('of one group are one thing', () => {
    const found = things({ 'elasticache:DescribeCacheClusters': { CacheClusters } });
    expect(found.map((each) => each.arn)).toEqual([
      arn('elasticache', 'replicationgroup:web'),
      arn('elasticache', 'cluster:plain'),
    ]);
  });

  it('tell of their snapshots; one that has the name is no proof', () => {
    const Snapshots = [
      { SnapshotName: 's-web', ReplicationGroupId: 'web', ARN: 'a', NodeSnapshots: [{ SnapshotCreateTime: at }] },
      { SnapshotName: 's-old', CacheClusterId: 'old', ARN: 'b' },
    ];
    const ServerlessCacheSnapshots = [
      {
        ServerlessCacheSnapshotName: 's-serverless',
        ARN: 'c',
        BytesUsedForCache: String(2 ** 30),
        ExpiryTime: at,
        ServerlessCacheConfiguration: { ServerlessCacheName: 'old' },
      },
    ];
    const answers = {
      'elasticache:DescribeSnapshots': { Snapshots },
      'elasticache:DescribeServerlessCacheSnapshots': { ServerlessCacheSnapshots },
    };
    const lists = {
      'elasticache:DescribeCacheClusters': { CacheClusters: CacheClusters.slice(0, 1) },
      'elasticache:DescribeServerlessCaches': {},
    };
    expect(gone({ ...answers, ...lists })).toEqual({
      web: undefined,
      's-web': undefined,
      's-old': true,
      's-serverless': true,
    });
    expect(things(answers)).toMatchObject([
      { created: at, source: 'web' },
      { source: 'old' },
      { sizeGiB: 1, deletedOn: '2026-01-01' },
    ]);
    expect(gone(answers)).toEqual({ 's-web': undefined, 's-old': undefined, 's-serverless': undefined });
  });

  it('are read of MemoryDB as well', () => {
    const Snapshots = [
      { Name: 's', ARN: 'a', ClusterConfiguration: { Name: 'old', Shards: [{ SnapshotCreationTime: at }] } },
    ];
    const answers = {
      'memorydb:DescribeSnapshots': { Snapshots },
      'memorydb:DescribeClusters': { Clusters: [{ Name: 'new', ARN: 'b' }] },
    };
    expect(things(answers)).toMatchObject([
      { kind: 'memorydb-cluster', name: 'new' },
      { kind: 'memorydb-snapshot', source: 'old', sourceIsGone: true, created: at },
    ]);
  });
});

describe('databases', () => {
  it('keep backups of clusters, found by an id that no other has; Neptune is known by its own prefix', () => {
    const backup = (id: string, more: object = {}) => ({
      DBClusterAutomatedBackupsArn: arn('rds', `cluster-auto-backup:${id}`),
      DbClusterResourceId: id,
      DBClusterIdentifier: 'orders',
      Engine: 'aurora-postgresql',
      Status: 'retained',
      ...more,
    });
    const DBClusterAutomatedBackups = [
      backup('cluster-1', { RestoreWindow: { LatestTime: at }, BackupRetentionPeriod: 7 }),
      backup('cluster-2', { Engine: 'neptune' }),
      backup('cluster-3', { Region: 'us-east-1' }),
      backup('cluster-4', { Status: 'active' }),
    ];
    const DBClusters = [{ DBClusterIdentifier: 'orders', DbClusterResourceId: 'cluster-2' }];
    const found = things({
      'rds:DescribeDBClusterAutomatedBackups': { DBClusterAutomatedBackups },
      'rds:DescribeDBClusters': { DBClusters },
    });
    expect(found.map(({ name, services, sourceIsGone }) => [name, services, sourceIsGone])).toEqual([
      ['cluster-1', ['rds'], true],
      ['cluster-2', ['rds', 'neptune-db'], false],
      ['cluster-3', ['rds'], undefined],
    ]);
    expect(found[0]?.deletedOn).toBe('2026-01-08');
  });

  it('of Redshift are manual, or automated and without a cluster here', () => {
    const snapshot = (name: string, ClusterIdentifier: string, more: object) => ({
      SnapshotIdentifier: name,
      ClusterIdentifier,
      SnapshotArn: arn('redshift', `snapshot:${ClusterIdentifier}/${name}`),
      ...more,
    });
    const Snapshots = [
      snapshot('kept', 'old', {
        SnapshotType: 'manual',
        TotalBackupSizeInMegaBytes: 2048,
        ManualSnapshotRetentionPeriod: -1,
      }),
      snapshot('ends', 'new', {
        SnapshotType: 'manual',
        ManualSnapshotRetentionPeriod: 10,
        SnapshotRetentionStartTime: at,
      }),
      snapshot('goes-with-it', 'new', { SnapshotType: 'automated' }),
      snapshot('copied', 'far', { SnapshotType: 'automated', SourceRegion: 'us-east-1' }),
    ];
    const Clusters = [{ ClusterIdentifier: 'new' }];
    const found = things({
      'redshift:DescribeClusterSnapshots': { Snapshots },
      'redshift:DescribeClusters': { Clusters },
    });
    expect(found.map(({ kind, name, sourceIsGone, deletedOn }) => [kind, name, sourceIsGone, deletedOn])).toEqual([
      ['redshift-snapshot', 'kept', true, undefined],
      ['redshift-snapshot', 'ends', undefined, '2026-01-11'],
      ['redshift-automated-snapshot', 'copied', undefined, undefined],
    ]);
    expect(found[0]?.sizeGiB).toBe(2);
  });

  it('of DynamoDB are known by name; a table that has the name is no proof', () => {
    const backup = (TableName: string) => ({ BackupArn: arn('dynamodb', `table/${TableName}/backup/1`), TableName });
    const answers = { 'dynamodb:ListBackups': { BackupSummaries: [backup('old'), backup('new')] } };
    const found = things({ ...answers, 'dynamodb:ListTables': { TableNames: ['new'] } });
    expect(found.map(({ arn: id, sourceIsGone }) => [id, sourceIsGone])).toEqual([
      [arn('dynamodb', 'table/new'), undefined],
      [arn('dynamodb', 'table/old/backup/1'), true],
      [arn('dynamodb', 'table/new/backup/1'), undefined],
    ]);
    expect(things(answers).map(({ sourceIsGone }) => sourceIsGone)).toEqual([undefined, undefined]);
  });
});

describe('Lightsail', () => {
  it('has snapshots, and disks that are attached to nothing', () => {
    const disk = (name: string, isAttached: boolean) => ({ name, arn: arn('lightsail', `Disk/${name}`), isAttached });
    const copy = 'arn:aws:lightsail:us-east-1:111122223333:Disk/old';
    const answers = {
      'lightsail:GetDisks': { disks: [disk('used', true), disk('free', false)] },
      'lightsail:GetDiskSnapshots': {
        diskSnapshots: [
          { name: 'of-used', arn: 'a', fromDiskName: 'used', fromDiskArn: arn('lightsail', 'Disk/used') },
          { name: 'of-old', arn: 'b', fromDiskName: 'old', fromDiskArn: arn('lightsail', 'Disk/old'), sizeInGb: 8 },
          { name: 'copied', arn: 'c', fromDiskName: 'old', fromDiskArn: copy },
        ],
      },
      'lightsail:GetInstanceSnapshots': {
        instanceSnapshots: [
          { name: 'of-web', arn: 'd', fromInstanceName: 'web', tags: [{ key: 'Owner', value: 'a' }] },
        ],
      },
    };
    expect(gone(answers)).toEqual({
      free: undefined,
      'of-used': false,
      'of-old': true,
      copied: undefined,
      'of-web': undefined,
    });
    expect(things(answers).find(({ name }) => name === 'of-web')?.tags).toEqual({ Owner: 'a' });
  });
});

describe('secrets and vaults', () => {
  it('are known by name; a replica belongs to its secret, and what a service made to that service', () => {
    const secret = (name: string, more: object = {}) => ({
      Name: name,
      ARN: arn('secretsmanager', `secret:${name}`),
      ...more,
    });
    const found = things({
      'secretsmanager:ListSecrets': {
        SecretList: [
          secret('own', { PrimaryRegion: 'eu-west-1' }),
          secret('waits', { DeletedDate: at }),
          secret('rds!db', { OwningService: 'rds' }),
          secret('replica', { PrimaryRegion: 'us-east-1' }),
        ],
      },
    });
    expect(found.map(({ kind, services, source, deletedOn }) => [kind, services, source, deletedOn])).toEqual([
      ['secret', ['secretsmanager'], undefined, undefined],
      ['secret', ['secretsmanager'], undefined, '2026-01-31'],
      ['secret', ['secretsmanager', 'rds'], undefined, undefined],
      ['secret-replica', ['secretsmanager'], 'arn:aws:secretsmanager:us-east-1:111122223333:secret:replica', undefined],
    ]);
  });

  it('have a size that the last inventory found', () => {
    const VaultList = [{ VaultName: 'tapes', VaultARN: arn('glacier', 'vaults/tapes'), SizeInBytes: 2 ** 30 }];
    expect(things({ 'glacier:ListVaults': { VaultList } })).toMatchObject([
      { kind: 'glacier-vault', name: 'tapes', sizeGiB: 1 },
    ]);
  });
});
