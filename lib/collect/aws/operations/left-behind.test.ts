import { describe, expect, it } from 'vitest';
import { collectAnswers } from '../../../../test/collect/collect-answers.ts';
import { at } from '../../../../test/collect/answers.ts';
import { storedData } from '../../../interpret/aws/stored-data.ts';
import { isScanned, isScannedOnceEnded } from '../../../model/aws/service-names.ts';
import { awsOperations } from './index.ts';

const many = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `n${index}`);

const answers = {
  'ec2:ListSnapshotsInRecycleBin': { Snapshots: [{ SnapshotId: 'snap-1', RecycleBinExitTime: at }] },
  'ec2:ListImagesInRecycleBin': { Images: [{ ImageId: 'ami-1', RecycleBinExitTime: at }] },
  'ec2:ListVolumesInRecycleBin': { Volumes: [{ VolumeId: 'vol-1', RecycleBinExitTime: at }] },
  'elasticfilesystem:DescribeFileSystems': {
    FileSystems: many(101).map((id) => ({ FileSystemId: id, CreationTime: at, SizeInBytes: { Value: 6144 } })),
  },
  'fsx:DescribeFileSystems': { FileSystems: [{ FileSystemId: 'fs-1', CreationTime: at }] },
  'fsx:DescribeBackups': { Backups: [{ BackupId: 'backup-1', FileSystem: { FileSystemId: 'fs-1' } }] },
  'fsx:DescribeFileCaches': { FileCaches: [{ FileCacheId: 'fc-1' }] },
  'elasticache:DescribeCacheClusters': {
    CacheClusters: many(101).map((id) => ({ CacheClusterId: id, CacheClusterCreateTime: at })),
  },
  'elasticache:DescribeServerlessCaches': {
    ServerlessCaches: many(51).map((name) => ({ ServerlessCacheName: name, CreateTime: at })),
  },
  'elasticache:DescribeSnapshots': {
    Snapshots: many(51).map((name) => ({ SnapshotName: name, NodeSnapshots: [{ SnapshotCreateTime: at }] })),
  },
  'elasticache:DescribeServerlessCacheSnapshots': {
    ServerlessCacheSnapshots: many(51).map((name) => ({ ServerlessCacheSnapshotName: name, ExpiryTime: at })),
  },
  'memorydb:DescribeClusters': { Clusters: many(51).map((Name) => ({ Name })) },
  'memorydb:DescribeSnapshots': {
    Snapshots: many(51).map((Name) => ({
      Name,
      ClusterConfiguration: { Shards: [{ SnapshotCreationTime: at }] },
    })),
  },
  'redshift:DescribeClusterSnapshots': {
    Snapshots: many(101).map((name) => ({ SnapshotIdentifier: name, SnapshotCreateTime: at })),
  },
  'lightsail:GetInstanceSnapshots': { instanceSnapshots: many(101).map((name) => ({ name, createdAt: at })) },
  'lightsail:GetDiskSnapshots': { diskSnapshots: [{ name: 'd', sizeInGb: 8 }] },
  'lightsail:GetRelationalDatabaseSnapshots': { relationalDatabaseSnapshots: [{ name: 'r' }] },
  'lightsail:GetDisks': { disks: [{ name: 'd', isAttached: false }] },
  'secretsmanager:ListSecrets': { SecretList: many(101).map((Name) => ({ Name, DeletedDate: at })) },
  'glacier:ListVaults': { VaultList: many(11).map((VaultName) => ({ VaultName, SizeInBytes: 1 })) },
  'rds:DescribeDBClusterAutomatedBackups': {
    DBClusterAutomatedBackups: [{ DbClusterResourceId: 'cluster-1', Status: 'retained' }],
  },
  'dynamodb:ListTables': { TableNames: many(101) },
};

const gated = awsOperations.filter(({ leftBehindBy }) => leftBehindBy);

describe('what an ended service leaves', () => {
  it('is read over the wire as the snapshot holds it, all pages, in a region without networks', async () => {
    const collected = await collectAnswers(answers);
    expect(collected?.errors).toEqual([]);
    expect(collected?.responses).toMatchObject(answers);
    expect(Object.keys(answers).toSorted()).toEqual(gated.map(({ id }) => id).toSorted());
  });

  it('is asked for where the use of its service has ended, and nowhere else', async () => {
    const collected = await collectAnswers(answers, 'eu-west-1', { hasEnded: (service) => service === 'fsx' });
    const asked = Object.keys(collected?.responses ?? {}).filter((id) => gated.some((each) => each.id === id));
    expect(asked).toEqual(['fsx:DescribeBackups', 'fsx:DescribeFileCaches', 'fsx:DescribeFileSystems']);
    expect(collected?.skipped).toContainEqual({ operation: 'glacier:ListVaults', reason: 'not-selected' });
    const unasked = await collectAnswers(answers, 'eu-west-1', { hasEnded: () => false });
    const skipped = (unasked?.skipped ?? []).map(({ operation }) => operation);
    expect(skipped).toEqual(expect.arrayContaining(gated.map(({ id }) => id)));
  });

  it('has no descriptions of secrets in it', async () => {
    const SecretList = [
      { Name: 'db', Description: 'hush', ExternalSecretRotationMetadata: [{ Key: 'k', Value: 'hush' }] },
    ];
    const collected = await collectAnswers({ 'secretsmanager:ListSecrets': { SecretList } });
    expect(collected?.responses['secretsmanager:ListSecrets']).toEqual({ SecretList: [{ Name: 'db' }] });
  });

  it('is an error where it was denied', async () => {
    const collected = await collectAnswers(answers, 'eu-west-1', {
      faults: { denied: ['secretsmanager:ListSecrets', 'glacier:ListVaults', 'elasticache:DescribeSnapshots'] },
    });
    expect(collected?.errors.map(({ operation }) => operation)).toEqual([
      'elasticache:DescribeSnapshots',
      'glacier:ListVaults',
      'secretsmanager:ListSecrets',
    ]);
  });

  it('is known to the interpreter as not asked for, and no other kind is', () => {
    const unit = { provider: 'aws', account: '111122223333', region: 'eu-west-1' } as const;
    const { unread } = storedData.interpret({}, unit);
    const notAsked = unread.filter(({ unread: { code } }) => code === 'NotSelected');
    expect(notAsked.map(({ unread: { operation } }) => operation).toSorted()).toEqual(
      gated.map(({ id }) => id).toSorted(),
    );
  });

  it('is of services that the scan is known to call', () => {
    const services = gated.flatMap(({ id }) => id.split(':')[0] ?? []);
    expect(services.filter((service) => !isScanned(service) && !isScannedOnceEnded(service))).toEqual([]);
  });
});
