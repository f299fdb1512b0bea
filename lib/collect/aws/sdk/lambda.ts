/** What the scan needs of the client: loaded on demand, and bundled without the rest. */
export {
  GetFunctionUrlConfigCommand,
  GetPolicyCommand,
  LambdaClient,
  ListFunctionsCommand,
} from '@aws-sdk/client-lambda';
