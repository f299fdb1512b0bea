/** What the scan needs of the client: loaded on demand, and bundled without the rest. */
export {
  APIGatewayClient,
  GetResourcesCommand,
  GetRestApisCommand,
  GetStagesCommand,
} from '@aws-sdk/client-api-gateway';
