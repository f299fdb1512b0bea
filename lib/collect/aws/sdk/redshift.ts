/** What the scan needs of the client: loaded on demand, and bundled without the rest. */
export { DescribeClustersCommand, DescribeClusterSnapshotsCommand, RedshiftClient } from '@aws-sdk/client-redshift';
