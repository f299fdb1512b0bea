/** What the scan needs of the client: loaded on demand, and bundled without the rest. */
export { LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda';
