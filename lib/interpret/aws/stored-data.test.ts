import { describe, expect, it } from 'vitest';
import type { StoredData, StoredThing } from '../../model/aws/stored-data.ts';
import type { Answers, HowRead } from '../part.ts';
import { readWhole } from '../part.ts';
import { storedData } from './stored-data.ts';

const unit = { provider: 'aws', account: '111122223333', region: 'eu-west-1' } as const;
const arn = (service: string, rest: string) => `arn:aws:${service}:eu-west-1:111122223333:${rest}`;
const at = '2026-01-01T00:00:00.000Z';

/** Asked where a register says that the use of their service has ended. */
const onceEnded = {
  'rds:DescribeDBClusterAutomatedBackups': { DBClusterAutomatedBackups: [] },
  'dynamodb:ListTables': { TableNames: [] },
  'ec2:ListSnapshotsInRecycleBin': { Snapshots: [] },
  'ec2:ListImagesInRecycleBin': { Images: [] },
  'ec2:ListVolumesInRecycleBin': { Volumes: [] },
  'elasticfilesystem:DescribeFileSystems': { FileSystems: [] },
  'fsx:DescribeFileSystems': { FileSystems: [] },
  'fsx:DescribeBackups': { Backups: [] },
  'fsx:DescribeFileCaches': { FileCaches: [] },
  'elasticache:DescribeCacheClusters': { CacheClusters: [] },
  'elasticache:DescribeServerlessCaches': { ServerlessCaches: [] },
  'elasticache:DescribeSnapshots': { Snapshots: [] },
  'elasticache:DescribeServerlessCacheSnapshots': { ServerlessCacheSnapshots: [] },
  'memorydb:DescribeClusters': { Clusters: [] },
  'memorydb:DescribeSnapshots': { Snapshots: [] },
  'redshift:DescribeClusterSnapshots': { Snapshots: [] },
  'lightsail:GetInstanceSnapshots': { instanceSnapshots: [] },
  'lightsail:GetDiskSnapshots': { diskSnapshots: [] },
  'lightsail:GetRelationalDatabaseSnapshots': { relationalDatabaseSnapshots: [] },
  'lightsail:GetDisks': { disks: [] },
  'secretsmanager:ListSecrets': { SecretList: [] },
  'glacier:ListVaults': { VaultList: [] },
};

const empty = {
  'ec2:DescribeVolumes': { Volumes: [] },
  'ec2:DescribeSnapshots#own': { Snapshots: [] },
  'ec2:DescribeImages#own': { Images: [] },
  'rds:DescribeDBSnapshots': { DBSnapshots: [] },
  'rds:DescribeDBClusterSnapshots': { DBClusterSnapshots: [] },
  'rds:DescribeDBInstanceAutomatedBackups': { DBInstanceAutomatedBackups: [] },
  'logs:DescribeLogGroups': { logGroups: [] },
  'kms:ListKeys': { Keys: [] },
  'kms:DescribeKey': [],
  'ecr:DescribeRepositories': { repositories: [] },
  'backup:ListBackupVaults': { BackupVaultList: [] },
  'backup:ListRecoveryPointsByBackupVault': [],
  'dynamodb:ListBackups': { BackupSummaries: [] },
  ...onceEnded,
};

function read(answers: Answers, how: HowRead = readWhole): StoredData {
  return storedData.interpret({ ...empty, ...answers }, unit, how);
}

/** What is gone of each thing, by its name. */
function gone(answers: Answers, how?: HowRead): Record<string, StoredThing['sourceIsGone']> {
  return Object.fromEntries(read(answers, how).things.map(({ name, sourceIsGone }) => [name, sourceIsGone]));
}

describe('what keeps data', () => {
  it('is nothing where nothing is listed, and every kind is read', () => {
    expect(read({})).toEqual({ things: [], unread: [] });
  });

  it('leaves one kind unread where its operation was, and no other', () => {
    const { 'dynamodb:ListBackups': _, ...rest } = empty;
    const { unread } = storedData.interpret({ ...rest, 'ecr:DescribeRepositories': { repositories: 7 } }, unit);
    expect(unread.map(({ kind, unread: { code } }) => [kind, code])).toEqual([
      ['ecr-repository', 'UnexpectedAnswer'],
      ['dynamodb-backup', 'NotCollected'],
    ]);
  });

  it('is refused by name where it was denied, and was not asked for where no use had ended', () => {
    const how: HowRead = {
      ...readWhole,
      whyUnread: (operation) =>
        operation === 'fsx:DescribeBackups'
          ? { operation, code: 'AccessDenied', message: 'no', permission: operation }
          : readWhole.whyUnread(operation),
    };
    const { 'fsx:DescribeBackups': _, 'glacier:ListVaults': __, 'ec2:DescribeVolumes': ___, ...rest } = empty;
    const { unread } = storedData.interpret(rest, unit, how);
    expect(unread.map(({ kind, unread: { code, permission } }) => [kind, code, permission])).toEqual([
      ['ebs-volume', 'NotCollected', undefined],
      ['fsx-backup', 'AccessDenied', 'fsx:DescribeBackups'],
      ['glacier-vault', 'NotSelected', undefined],
    ]);
  });

  it('leaves a kind unread whose answer is malformed, and no other', () => {
    for (const operation of Object.keys(onceEnded)) {
      const lists = Object.keys(onceEnded[operation as keyof typeof onceEnded]);
      const answers = { ...empty, [operation]: Object.fromEntries(lists.map((list) => [list, 7])) };
      expect(storedData.interpret(answers, unit).unread.map(({ unread: { code } }) => code)).toContain(
        'UnexpectedAnswer',
      );
      expect(storedData.interpret({ ...empty, [operation]: {} }, unit)).toEqual({ things: [], unread: [] });
    }
  });

  it('is read in part where one of several was not read, and says so', () => {
    const { things, unread } = read(
      {
        'kms:ListKeys': { Keys: [{ KeyId: 'a' }, { KeyId: 'b' }] },
        'kms:DescribeKey': [
          {
            input: { KeyId: 'a' },
            output: { KeyMetadata: { KeyId: 'a', Arn: arn('kms', 'key/a'), KeyManager: 'CUSTOMER' } },
          },
        ],
      },
      { ...readWhole, isPartial: (operation) => operation === 'kms:DescribeKey' },
    );
    expect(things.map(({ id }) => id)).toEqual(['a']);
    expect(unread.map(({ kind }) => kind)).toEqual(['kms-key']);
  });
});

describe('whether the source of a copy still stands', () => {
  const volumes = { Volumes: [{ VolumeId: 'vol-1', State: 'in-use' }] };
  const Snapshots = ['vol-1', 'vol-2', 'vol-ffffffff'].map((VolumeId) => ({ SnapshotId: `of-${VolumeId}`, VolumeId }));

  it('is known of snapshots where the volumes were read, and of none that is a copy', () => {
    const answers = { 'ec2:DescribeSnapshots#own': { Snapshots }, 'ec2:DescribeVolumes': volumes };
    expect(gone(answers)).toEqual({ 'of-vol-1': false, 'of-vol-2': true, 'of-vol-ffffffff': undefined });
    const { 'ec2:DescribeVolumes': _, ...unread } = { ...empty, ...answers };
    expect(storedData.interpret(unread, unit).things.map(({ sourceIsGone }) => sourceIsGone)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  const snapshot = (DBSnapshotIdentifier: string, more: object) => ({
    DBSnapshotIdentifier,
    DBSnapshotArn: arn('rds', `snapshot:${DBSnapshotIdentifier}`),
    DBInstanceIdentifier: 'orders',
    ...more,
  });
  const DBSnapshots = [
    snapshot('same', { DbiResourceId: 'db-1' }),
    snapshot('earlier', { DbiResourceId: 'db-0' }),
    snapshot('copied', { DbiResourceId: 'db-0', SourceRegion: 'us-east-1' }),
  ];

  it('is told by the id that a new database of the same name does not have', () => {
    const DBInstances = [{ DBInstanceIdentifier: 'orders', DbiResourceId: 'db-1' }];
    const answers = { 'rds:DescribeDBSnapshots': { DBSnapshots }, 'rds:DescribeDBInstances': { DBInstances } };
    expect(gone(answers)).toEqual({ same: false, earlier: true, copied: undefined });
  });

  it('is known where a region has no networks to stand in, and unknown where nobody asked', () => {
    const skippedFor = (reason: string): HowRead => ({
      ...readWhole,
      isSkipped: (_, wanted) => wanted === undefined || wanted === reason,
    });
    const answers = { 'rds:DescribeDBSnapshots': { DBSnapshots } };
    expect(gone(answers, skippedFor('empty-region'))).toEqual({ same: true, earlier: true, copied: undefined });
    expect(gone(answers, skippedFor('not-selected'))).toEqual({
      same: undefined,
      earlier: undefined,
      copied: undefined,
    });
  });

  it('is known of log groups of functions, but not of replicas at the edge', () => {
    const group = (logGroupName: string) => ({ logGroupName, creationTime: 0, storedBytes: 2 ** 30 });
    const names = ['/aws/lambda/here', '/aws/lambda/gone', '/aws/lambda/us-east-1.edge', 'own'];
    const answers = {
      'logs:DescribeLogGroups': { logGroups: names.map(group) },
      'lambda:ListFunctions': { Functions: [{ FunctionName: 'here' }] },
    };
    expect(gone(answers)).toEqual({ [names[0]!]: false, [names[1]!]: true, [names[2]!]: undefined, own: undefined });
    expect(read(answers).things.map(({ services }) => services)).toEqual([
      ['logs', 'lambda'],
      ['logs', 'lambda'],
      ['logs', 'lambda'],
      ['logs'],
    ]);
  });
});

describe('things', () => {
  it('say what they are, of which services, and when they go by themselves', () => {
    const { things } = read({
      'ec2:DescribeVolumes': {
        Volumes: [
          { VolumeId: 'vol-1', State: 'available', Size: 8, CreateTime: at, Tags: [{ Key: 'Name', Value: 'old' }] },
          { VolumeId: 'vol-2', State: 'in-use' },
        ],
      },
      'rds:DescribeDBInstanceAutomatedBackups': {
        DBInstanceAutomatedBackups: [
          {
            DBInstanceAutomatedBackupsArn: arn('rds', 'auto-backup:ab-1'),
            DbiResourceId: 'db-1',
            DBInstanceIdentifier: 'orders',
            RestoreWindow: { LatestTime: at },
            BackupRetentionPeriod: 7,
          },
        ],
      },
      'kms:DescribeKey': [
        {
          input: { KeyId: 'a' },
          output: { KeyMetadata: { KeyId: 'a', Arn: arn('kms', 'key/a'), KeyManager: 'CUSTOMER', DeletionDate: at } },
        },
        { input: { KeyId: 'b' }, output: { KeyMetadata: { KeyId: 'b', Arn: arn('kms', 'key/b'), KeyManager: 'AWS' } } },
      ],
      'dynamodb:ListBackups': {
        BackupSummaries: [
          {
            BackupArn: arn('dynamodb', 'table/t/backup/1'),
            TableName: 't',
            BackupType: 'SYSTEM',
            BackupExpiryDateTime: at,
          },
        ],
      },
    });
    expect(things).toMatchObject([
      { kind: 'ebs-volume', name: 'old', services: ['ec2'], arn: arn('ec2', 'volume/vol-1'), sizeGiB: 8, created: at },
      { kind: 'rds-automated-backup', services: ['rds'], source: 'orders', deletedOn: '2026-01-08' },
      { kind: 'kms-key', id: 'a', deletedOn: '2026-01-01' },
      { kind: 'dynamodb-backup', services: ['dynamodb'], source: 't', sourceIsGone: true, deletedOn: '2026-01-01' },
    ]);
  });

  it('are listed once, though AWS Backup lists a snapshot again', () => {
    const snapshotArn = 'arn:aws:ec2:eu-west-1::snapshot/snap-1';
    const point = (RecoveryPointArn: string, ResourceArn: string, ResourceType: string) => ({
      RecoveryPointArn,
      ResourceArn,
      ResourceType,
    });
    const { things } = read({
      'ec2:DescribeSnapshots#own': { Snapshots: [{ SnapshotId: 'snap-1', VolumeId: 'vol-1' }] },
      'backup:ListRecoveryPointsByBackupVault': [
        {
          input: { BackupVaultName: 'v' },
          output: {
            RecoveryPoints: [
              point(snapshotArn, arn('ec2', 'volume/vol-1'), 'EBS'),
              point(arn('backup', 'recovery-point:1'), arn('elasticfilesystem', 'file-system/fs-1'), 'EFS'),
            ],
          },
        },
      ],
    });
    expect(things.map(({ kind, services }) => [kind, services])).toEqual([
      ['ebs-snapshot', ['ec2']],
      ['recovery-point', ['backup', 'elasticfilesystem']],
    ]);
  });
});
