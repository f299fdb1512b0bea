/** What the scan needs of the client: loaded on demand, and bundled without the rest. */
export { GetResourcesCommand, ResourceGroupsTaggingAPIClient } from '@aws-sdk/client-resource-groups-tagging-api';
