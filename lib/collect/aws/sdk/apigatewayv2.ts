/** What the scan needs of the client: loaded on demand, and bundled without the rest. */
export { ApiGatewayV2Client, GetApisCommand, GetRoutesCommand, GetStagesCommand } from '@aws-sdk/client-apigatewayv2';
