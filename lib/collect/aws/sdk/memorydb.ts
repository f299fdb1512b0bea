/** What the scan needs of the client: loaded on demand, and bundled without the rest. */
export { DescribeClustersCommand, DescribeSnapshotsCommand, MemoryDBClient } from '@aws-sdk/client-memorydb';
