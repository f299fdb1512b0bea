import type { ListBackupVaultsOutput } from '@aws-sdk/client-backup';
import { defineOperation } from '../operation.ts';

const region = { per: 'region', budget: 'workload', outsideNetworks: true, absent: ['ENOTFOUND'] } as const;

/** Vaults of AWS Backup, and the recovery points in them. */
export const backupOperations = [
  defineOperation({
    ...region,
    id: 'backup:ListBackupVaults',
    async call({ backup }, options, page) {
      const { ListBackupVaultsCommand } = await import('../sdk/backup.ts');
      return (await backup).send(new ListBackupVaultsCommand({ MaxResults: 1000, NextToken: page }), options);
    },
    next: (output) => output.NextToken,
  }),
  defineOperation({
    ...region,
    id: 'backup:ListRecoveryPointsByBackupVault',
    each: {
      of: ['backup:ListBackupVaults'],
      inputs: ({ BackupVaultList = [] }: ListBackupVaultsOutput) =>
        BackupVaultList.flatMap(({ BackupVaultName }) => (BackupVaultName ? [{ BackupVaultName }] : [])),
      atMost: 100,
    },
    async call({ backup }, options, page, { BackupVaultName }) {
      const { ListRecoveryPointsByBackupVaultCommand } = await import('../sdk/backup.ts');
      return (await backup).send(
        new ListRecoveryPointsByBackupVaultCommand({ BackupVaultName, MaxResults: 1000, NextToken: page }),
        options,
      );
    },
    next: (output) => output.NextToken,
  }),
];
