import type { StoredThing } from '../../../model/aws/stored-data.ts';
import { lastPart } from '../../../model/last-part.ts';
import { listOf, required } from '../../shape.ts';
import { answerOf, keyedAnswersOf } from '../answer.ts';
import { gibOf } from './gib-of.ts';
import {
  clusterIsGone,
  databaseIsGone,
  efsIsGone,
  fsxIsGone,
  instanceIsGone,
  tableIsGone,
  volumeIsGone,
  type IsGone,
} from './standing.ts';
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
  standing: [
    'ec2:DescribeVolumes',
    'ec2:DescribeInstances',
    'rds:DescribeDBInstances',
    'rds:DescribeDBClusters',
    'elasticfilesystem:DescribeFileSystems',
    'fsx:DescribeFileSystems',
    'dynamodb:ListTables',
  ],
  things: (answers, { unit, how }) => {
    const lists: readonly (readonly [RegExp, IsGone])[] = [
      [/^arn:[\w-]+:ec2:.*:volume\/(.+)$/, volumeIsGone(answers)],
      [/^arn:[\w-]+:ec2:.*:instance\/(.+)$/, instanceIsGone(answers, how)],
      [/^arn:[\w-]+:rds:.*:db:(.+)$/, databaseIsGone(answers, how)],
      [/^arn:[\w-]+:rds:.*:cluster:(.+)$/, clusterIsGone(answers, how)],
      [/^arn:[\w-]+:elasticfilesystem:.*:file-system\/(.+)$/, efsIsGone(answers)],
      [/^arn:[\w-]+:fsx:.*:file-system\/(.+)$/, fsxIsGone(answers)],
      [/^arn:[\w-]+:dynamodb:.*:table\/(.+)$/, tableIsGone(answers)],
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
          name: point.ResourceName || lastPart(source ?? arn),
          tags: {},
          ...known({
            created: point.CreationDate,
            sizeGiB: gibOf(point.BackupSizeInBytes, 'BackupSizeInBytes'),
            source,
            sourceIsGone: isGone(source),
            deletedOn: point.CalculatedLifecycle?.DeleteAt?.slice(0, 10),
          }),
          operation: 'backup:ListRecoveryPointsByBackupVault',
        };
      });
  },
};
