/** What the scan needs of the client: loaded on demand, and bundled without the rest. */
export { DynamoDBClient, ListBackupsCommand, ListTablesCommand } from '@aws-sdk/client-dynamodb';
