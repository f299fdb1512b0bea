import type { StoredThing } from '../../../model/aws/stored-data.ts';
import { listOf, required } from '../../shape.ts';
import { answerOf, keyedAnswersOf } from '../answer.ts';
import { clusterIsGone, databaseIsGone, instanceIsGone, volumeIsGone, type IsGone } from './standing.ts';
import { known, type StoredSource } from './stored-source.ts';

/** Keys of the account's own: one that waits to be deleted takes what it encrypted along ("Deleting AWS KMS keys"). */
export const keys: StoredSource = {
  kind: 'kms-key',
  operation: 'kms:ListKeys',
  each: 'kms:DescribeKey',
  things: (answers) =>
    keyedAnswersOf(answers, 'kms:DescribeKey')
      .map(({ output }) => required(output.KeyMetadata, 'KeyMetadata'))
      .filter(({ KeyManager }) => KeyManager !== 'AWS')
      .map((key): StoredThing => {
        const id = required(key.KeyId, 'KeyId');
        return {
          kind: 'kms-key',
          services: ['kms'],
          arn: required(key.Arn, 'Arn'),
          id,
          name: key.Description || id,
          tags: {},
          ...known({ created: key.CreationDate, deletedOn: key.DeletionDate?.slice(0, 10) }),
          operation: 'kms:DescribeKey',
        };
      }),
};

/** Repositories of container images. */
export const repositories: StoredSource = {
  kind: 'ecr-repository',
  operation: 'ecr:DescribeRepositories',
  things: (answers) =>
    listOf(answerOf(answers, 'ecr:DescribeRepositories').repositories, 'repositories').map((each): StoredThing => {
      const name = required(each.repositoryName, 'repositoryName');
      return {
        kind: 'ecr-repository',
        services: ['ecr'],
        arn: required(each.repositoryArn, 'repositoryArn'),
        id: name,
        name,
        tags: {},
        ...known({ created: each.createdAt }),
        operation: 'ecr:DescribeRepositories',
      };
    }),
};

/** Prefixes of the services whose resources AWS Backup keeps, where its word is another. */
const prefixes: Readonly<Record<string, string>> = {
  EBS: 'ec2',
  EC2: 'ec2',
  Aurora: 'rds',
  DocumentDB: 'rds',
  Neptune: 'rds',
  EFS: 'elasticfilesystem',
  'Storage Gateway': 'storagegateway',
  VirtualMachine: 'backup-gateway',
  'SAP HANA on Amazon EC2': 'ec2',
};

/** Recovery points of AWS Backup, in all vaults that were read. */
export const recoveryPoints: StoredSource = {
  kind: 'recovery-point',
  operation: 'backup:ListBackupVaults',
  each: 'backup:ListRecoveryPointsByBackupVault',
  standing: ['ec2:DescribeVolumes', 'ec2:DescribeInstances', 'rds:DescribeDBInstances', 'rds:DescribeDBClusters'],
  things: (answers, { unit, how }) => {
    const lists: readonly (readonly [RegExp, IsGone])[] = [
      [/^arn:[\w-]+:ec2:.*:volume\/(.+)$/, volumeIsGone(answers)],
      [/^arn:[\w-]+:ec2:.*:instance\/(.+)$/, instanceIsGone(answers, how)],
      [/^arn:[\w-]+:rds:.*:db:(.+)$/, databaseIsGone(answers, how)],
      [/^arn:[\w-]+:rds:.*:cluster:(.+)$/, clusterIsGone(answers, how)],
    ];
    const isGone: IsGone = (source = '') => {
      const [, , , region, account] = source.split(':');
      // Vaults hold copies from other regions and accounts.
      if (region !== unit.region || account !== unit.account) return undefined;
      const [found] = lists.flatMap(([pattern, list]) => {
        const [, id] = pattern.exec(source) ?? [];
        return id === undefined ? [] : [{ gone: list(id) }];
      });
      return found?.gone;
    };
    return keyedAnswersOf(answers, 'backup:ListRecoveryPointsByBackupVault')
      .flatMap(({ output }) => listOf(output.RecoveryPoints, 'RecoveryPoints'))
      .map((point): StoredThing => {
        const arn = required(point.RecoveryPointArn, 'RecoveryPointArn');
        const type = point.ResourceType;
        const source = point.ResourceArn;
        return {
          kind: 'recovery-point',
          services: ['backup', ...(type === undefined ? [] : [prefixes[type] ?? type.toLowerCase()])],
          arn,
          id: arn,
          name: point.ResourceName || lastOf(source ?? arn),
          tags: {},
          ...known({
            created: point.CreationDate,
            sizeGiB: point.BackupSizeInBytes === undefined ? undefined : point.BackupSizeInBytes / 2 ** 30,
            source,
            sourceIsGone: isGone(source),
            deletedOn: point.CalculatedLifecycle?.DeleteAt?.slice(0, 10),
          }),
          operation: 'backup:ListRecoveryPointsByBackupVault',
        };
      });
  },
};

/** Backups of tables. The service makes one by itself when it deletes a table, and of no other ("SYSTEM" in "BackupSummary"). */
export const tableBackups: StoredSource = {
  kind: 'dynamodb-backup',
  operation: 'dynamodb:ListBackups',
  things: (answers) =>
    listOf(answerOf(answers, 'dynamodb:ListBackups').BackupSummaries, 'BackupSummaries').map((backup): StoredThing => {
      const arn = required(backup.BackupArn, 'BackupArn');
      return {
        kind: 'dynamodb-backup',
        services: ['dynamodb'],
        arn,
        id: arn,
        name: backup.BackupName ?? lastOf(arn),
        tags: {},
        ...known({
          created: backup.BackupCreationDateTime,
          sizeGiB: backup.BackupSizeBytes === undefined ? undefined : backup.BackupSizeBytes / 2 ** 30,
          source: backup.TableName,
          sourceIsGone: backup.BackupType === 'SYSTEM' ? true : undefined,
          deletedOn: backup.BackupExpiryDateTime?.slice(0, 10),
        }),
        operation: 'dynamodb:ListBackups',
      };
    }),
};

function lastOf(arn: string): string {
  return arn.split(/[:/]/).at(-1) ?? arn;
}
