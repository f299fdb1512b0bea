import type { GetBackupVaultAccessPolicyOutput, ListBackupVaultsOutput } from '@aws-sdk/client-backup';
import { defineOperation } from '../operation.ts';

const region = { per: 'region', budget: 'workload', outsideNetworks: true, absent: ['ENOTFOUND'] } as const;

const eachVault = {
  of: ['backup:ListBackupVaults'],
  inputs: ({ BackupVaultList = [] }: ListBackupVaultsOutput) =>
    BackupVaultList.flatMap(({ BackupVaultName }) => (BackupVaultName ? [{ BackupVaultName }] : [])),
  atMost: 100,
};

/** Vaults of AWS Backup, the recovery points in them, and who may use both. */
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
    each: eachVault,
    async call({ backup }, options, page, { BackupVaultName }) {
      const { ListRecoveryPointsByBackupVaultCommand } = await import('../sdk/backup.ts');
      return (await backup).send(
        new ListRecoveryPointsByBackupVaultCommand({ BackupVaultName, MaxResults: 1000, NextToken: page }),
        options,
      );
    },
    next: (output) => output.NextToken,
  }),
  defineOperation({
    ...region,
    id: 'backup:GetBackupVaultAccessPolicy',
    // A vault without a policy is answered for with this error.
    absent: ['ResourceNotFoundException'],
    each: { ...eachVault, refusedAlike: true },
    async call({ backup }, options, _page, { BackupVaultName }): Promise<Partial<GetBackupVaultAccessPolicyOutput>> {
      const { GetBackupVaultAccessPolicyCommand } = await import('../sdk/backup.ts');
      return (await backup).send(new GetBackupVaultAccessPolicyCommand({ BackupVaultName }), options);
    },
  }),
];
