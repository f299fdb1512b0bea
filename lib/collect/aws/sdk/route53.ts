/** What the scan needs of the client: loaded on demand, and bundled without the rest. */
export { ListHostedZonesCommand, ListResourceRecordSetsCommand, Route53Client } from '@aws-sdk/client-route-53';
