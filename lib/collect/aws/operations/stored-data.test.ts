import { describe, expect, it } from 'vitest';
import { collectAnswers } from '../../../../test/collect/collect-answers.ts';
import { account, at } from '../../../../test/collect/answers.ts';

const owned = { OwnerId: account };

describe('what keeps data', () => {
  it.each([
    {
      'ec2:DescribeVolumes': { Volumes: [{ VolumeId: 'vol-1', State: 'available', CreateTime: at }] },
      'ec2:DescribeSnapshots': { Snapshots: [{ ...owned, SnapshotId: 'snap-1' }] },
      'ec2:DescribeSnapshots#own': {
        Snapshots: ['snap-1', 'snap-2'].map((SnapshotId) => ({ ...owned, SnapshotId, VolumeId: 'vol-1' })),
      },
      'ec2:DescribeSnapshotAttribute': [
        {
          input: { SnapshotId: 'snap-1' },
          output: { SnapshotId: 'snap-1', CreateVolumePermissions: [{ Group: 'all' }, { UserId: '444455556666' }] },
        },
        { input: { SnapshotId: 'snap-2' }, output: { SnapshotId: 'snap-2' } },
      ],
    },
    {
      'ec2:DescribeImages': { Images: [] },
      'ec2:DescribeImages#own': { Images: [{ ...owned, ImageId: 'ami-1', CreationDate: at }] },
      'ec2:DescribeImageAttribute': [
        {
          input: { ImageId: 'ami-1' },
          output: {
            ImageId: 'ami-1',
            LaunchPermissions: [{ OrganizationArn: 'arn:aws:organizations::1:organization/o-1' }],
          },
        },
      ],
    },
    {
      'rds:DescribeDBSnapshots': {
        DBSnapshots: Array.from({ length: 101 }, (_, index) => ({
          DBSnapshotIdentifier: `s${index}`,
          SnapshotCreateTime: at,
        })),
      },
      'rds:DescribeDBSnapshotAttributes': Array.from({ length: 101 }, (_, index) => ({
        input: { DBSnapshotIdentifier: `s${index}` },
        output: {
          DBSnapshotAttributesResult: {
            DBSnapshotIdentifier: `s${index}`,
            DBSnapshotAttributes: [{ AttributeName: 'restore', AttributeValues: ['all'] }],
          },
        },
      })),
      'rds:DescribeDBClusterSnapshots': { DBClusterSnapshots: [{ DBClusterSnapshotIdentifier: 'c' }] },
      'rds:DescribeDBClusterSnapshotAttributes': [
        {
          input: { DBClusterSnapshotIdentifier: 'c' },
          output: { DBClusterSnapshotAttributesResult: { DBClusterSnapshotIdentifier: 'c' } },
        },
      ],
      'rds:DescribeDBInstanceAutomatedBackups': {
        DBInstanceAutomatedBackups: [{ DbiResourceId: 'db-1', Status: 'retained' }],
      },
    },
    {
      'logs:DescribeLogGroups': {
        logGroups: Array.from({ length: 60 }, (_, index) => ({
          logGroupName: `/aws/lambda/${index}`,
          creationTime: 1,
        })),
      },
      'kms:ListKeys': { Keys: [{ KeyId: 'a' }] },
      'kms:DescribeKey': [
        {
          input: { KeyId: 'a' },
          output: { KeyMetadata: { KeyId: 'a', KeyState: 'PendingDeletion', DeletionDate: at } },
        },
      ],
      'ecr:DescribeRepositories': { repositories: [{ repositoryName: 'web', createdAt: at }] },
    },
    {
      'backup:ListBackupVaults': { BackupVaultList: [{ BackupVaultName: 'Default' }] },
      'backup:ListRecoveryPointsByBackupVault': [
        {
          input: { BackupVaultName: 'Default' },
          output: { RecoveryPoints: [{ RecoveryPointArn: 'arn:aws:backup:1', CreationDate: at }] },
        },
      ],
      'dynamodb:ListBackups': {
        BackupSummaries: Array.from({ length: 101 }, (_, index) => ({
          BackupArn: `arn:aws:dynamodb:${index}`,
          TableName: 't',
        })),
      },
    },
  ])(
    'is read over the wire as the snapshot holds it, all pages, in a region without networks (%#)',
    async (answers) => {
      const collected = await collectAnswers(answers);
      expect(collected?.errors).toEqual([]);
      expect(collected?.responses).toMatchObject(answers);
    },
  );

  it('is asked for apart from what everybody may use, with the same permission', async () => {
    const answers = { 'ec2:DescribeSnapshots': { Snapshots: [] }, 'ec2:DescribeSnapshots#own': { Snapshots: [] } };
    const collected = await collectAnswers(answers, 'eu-west-1', { faults: { denied: ['ec2:DescribeSnapshots'] } });
    expect(collected?.errors.map(({ operation }) => operation)).toEqual(Object.keys(answers));
  });
});
