import { defineOperation } from '../operation.ts';

/** Backups of DynamoDB's tables, those among them that it makes itself when a table is deleted; and the tables' names. */
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
  defineOperation({
    id: 'dynamodb:ListTables',
    per: 'region',
    budget: 'workload',
    outsideNetworks: true,
    leftBehindBy: ['dynamodb'],
    async call({ dynamodb }, options, page) {
      const { ListTablesCommand } = await import('../sdk/dynamodb.ts');
      return (await dynamodb).send(new ListTablesCommand({ Limit: 100, ExclusiveStartTableName: page }), options);
    },
    next: (output) => output.LastEvaluatedTableName,
  }),
];
