/** What the scan needs of the client: loaded on demand, and bundled without the rest. */
export { ListIndexesCommand, ListResourcesCommand, ResourceExplorer2Client } from '@aws-sdk/client-resource-explorer-2';
