import type { StoredThing } from '../../../model/aws/stored-data.ts';
import { listOf, required } from '../../shape.ts';
import { answerOf } from '../answer.ts';
import { tagMap } from '../tag-map.ts';
import { gibOf } from './gib-of.ts';
import { fsxIsGone } from './standing.ts';
import { known, type StoredSource } from './stored-source.ts';

/** File systems of Amazon EFS. */
export const fileSystems: StoredSource = {
  kind: 'efs-file-system',
  operation: 'elasticfilesystem:DescribeFileSystems',
  onceEnded: true,
  things: (answers) =>
    listOf(answerOf(answers, 'elasticfilesystem:DescribeFileSystems').FileSystems, 'FileSystems').map(
      (each): StoredThing => {
        const id = required(each.FileSystemId, 'FileSystemId');
        return {
          kind: 'efs-file-system',
          services: ['elasticfilesystem'],
          arn: required(each.FileSystemArn, 'FileSystemArn'),
          id,
          name: each.Name || id,
          tags: tagMap(each.Tags),
          ...known({ created: each.CreationTime, sizeGiB: gibOf(each.SizeInBytes?.Value, 'SizeInBytes.Value') }),
          operation: 'elasticfilesystem:DescribeFileSystems',
        };
      },
    ),
};

/** File systems of Amazon FSx, with the volumes and snapshots in them. */
export const fsxFileSystems: StoredSource = {
  kind: 'fsx-file-system',
  operation: 'fsx:DescribeFileSystems',
  onceEnded: true,
  things: (answers) =>
    listOf(answerOf(answers, 'fsx:DescribeFileSystems').FileSystems, 'FileSystems').map((each): StoredThing => {
      const id = required(each.FileSystemId, 'FileSystemId');
      const tags = tagMap(each.Tags);
      return {
        kind: 'fsx-file-system',
        services: ['fsx'],
        arn: required(each.ResourceARN, 'ResourceARN'),
        id,
        name: tags['Name'] ?? id,
        tags,
        ...known({ created: each.CreationTime, sizeGiB: each.StorageCapacity }),
        operation: 'fsx:DescribeFileSystems',
      };
    }),
};

/** Backups of Amazon FSx. What AWS Backup keeps is listed there, and is deleted there and nowhere else. */
export const fsxBackups: StoredSource = {
  kind: 'fsx-backup',
  operation: 'fsx:DescribeBackups',
  onceEnded: true,
  standing: ['fsx:DescribeFileSystems'],
  things: (answers) => {
    const isGone = fsxIsGone(answers);
    return listOf(answerOf(answers, 'fsx:DescribeBackups').Backups, 'Backups')
      .filter(({ Type, Lifecycle }) => Type !== 'AWS_BACKUP' && Lifecycle !== 'DELETED')
      .map((backup): StoredThing => {
        const id = required(backup.BackupId, 'BackupId');
        const tags = tagMap(backup.Tags);
        const source = backup.FileSystem?.FileSystemId;
        // A volume may be gone from a file system that stands, and a copy's source stands elsewhere.
        const gone = backup.SourceBackupId === undefined ? isGone(source) : undefined;
        return {
          kind: 'fsx-backup',
          services: ['fsx'],
          arn: required(backup.ResourceARN, 'ResourceARN'),
          id,
          name: tags['Name'] ?? id,
          tags,
          ...known({
            created: backup.CreationTime,
            sizeGiB: gibOf(backup.SizeInBytes, 'SizeInBytes'),
            source,
            sourceIsGone: backup.ResourceType === 'VOLUME' ? gone || undefined : gone,
          }),
          operation: 'fsx:DescribeBackups',
        };
      });
  },
};

/** Caches before other stores (Amazon File Cache): what was not exported stands in them alone. */
export const fileCaches: StoredSource = {
  kind: 'fsx-file-cache',
  operation: 'fsx:DescribeFileCaches',
  onceEnded: true,
  things: (answers) =>
    listOf(answerOf(answers, 'fsx:DescribeFileCaches').FileCaches, 'FileCaches').map((each): StoredThing => {
      const id = required(each.FileCacheId, 'FileCacheId');
      return {
        kind: 'fsx-file-cache',
        services: ['fsx'],
        arn: required(each.ResourceARN, 'ResourceARN'),
        id,
        name: id,
        tags: {},
        ...known({ created: each.CreationTime, sizeGiB: each.StorageCapacity }),
        operation: 'fsx:DescribeFileCaches',
      };
    }),
};
