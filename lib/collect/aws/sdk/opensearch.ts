/** What the scan needs of the client: loaded on demand, and bundled without the rest. */
export { DescribeDomainsCommand, ListDomainNamesCommand, OpenSearchClient } from '@aws-sdk/client-opensearch';
