/** What the scan needs of the client: loaded on demand, and bundled without the rest. */
export { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
