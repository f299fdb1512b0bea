/** What the scan needs of the client: loaded on demand, and bundled without the rest. */
export { GlueClient, GetDevEndpointsCommand } from '@aws-sdk/client-glue';
