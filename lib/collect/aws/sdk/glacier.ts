/** What the scan needs of the client: loaded on demand, and bundled without the rest. */
export { GlacierClient, ListVaultsCommand } from '@aws-sdk/client-glacier';
