import { defineOperation } from '../operation.ts';

/** Backups of DynamoDB's tables, those among them that it makes itself when a table is deleted. */
export const dynamodbOperations = [
  defineOperation({
    id: 'dynamodb:ListBackups',
    per: 'region',
    budget: 'workload',
    outsideNetworks: true,
    async call({ dynamodb }, options, page) {
      const { ListBackupsCommand } = await import('../sdk/dynamodb.ts');
      return (await dynamodb).send(
        new ListBackupsCommand({ BackupType: 'ALL', Limit: 100, ExclusiveStartBackupArn: page }),
        options,
      );
    },
    next: (output) => output.LastEvaluatedBackupArn,
  }),
];
