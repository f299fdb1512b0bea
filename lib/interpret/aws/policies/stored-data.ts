import { listOf, required } from '../../shape.ts';
import { answerOf, answersBy } from '../answer.ts';
import { partitionOf } from '../partition-of.ts';
import { withPolicy, type PolicySource } from './policy-source.ts';

const ofFileSystem = 'elasticfilesystem:DescribeFileSystemPolicy';
const listFileSystems = 'elasticfilesystem:DescribeFileSystems#policies';
const ofVault = 'backup:GetBackupVaultAccessPolicy';

/** File systems of Amazon EFS. Without a policy, whoever reaches one over its networks may mount it. */
export const fileSystems: PolicySource = {
  kind: 'efs-file-system',
  operation: listFileSystems,
  more: [ofFileSystem],
  policies: (answers, { account, region }) => {
    const told = answersBy(answers, ofFileSystem, 'FileSystemId', ({ Policy }) => Policy);
    const listed = listOf(answerOf(answers, listFileSystems).FileSystems, 'FileSystems');
    return listed.map(({ FileSystemId, FileSystemArn, Name }) => {
      const id = required(FileSystemId, 'FileSystemId');
      const arn =
        FileSystemArn ?? `arn:${partitionOf(region)}:elasticfilesystem:${region}:${account}:file-system/${id}`;
      return withPolicy({ kind: 'efs-file-system', id, arn, name: Name ?? id, operation: ofFileSystem }, told, id);
    });
  },
};

/** Vaults of AWS Backup: who may use what is in them, and who may copy into them. */
export const vaults: PolicySource = {
  kind: 'backup-vault',
  operation: 'backup:ListBackupVaults',
  more: [ofVault],
  policies: (answers, { account, region }) => {
    const told = answersBy(answers, ofVault, 'BackupVaultName', ({ Policy }) => Policy);
    const listed = listOf(answerOf(answers, 'backup:ListBackupVaults').BackupVaultList, 'BackupVaultList');
    return listed.map(({ BackupVaultName, BackupVaultArn }) => {
      const id = required(BackupVaultName, 'BackupVaultName');
      const arn = BackupVaultArn ?? `arn:${partitionOf(region)}:backup:${region}:${account}:backup-vault:${id}`;
      return withPolicy({ kind: 'backup-vault', id, arn, name: id, operation: ofVault }, told, id);
    });
  },
};
