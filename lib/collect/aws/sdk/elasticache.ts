/** What the scan needs of the client: loaded on demand, and bundled without the rest. */
export {
  DescribeCacheClustersCommand,
  DescribeServerlessCachesCommand,
  DescribeServerlessCacheSnapshotsCommand,
  DescribeSnapshotsCommand,
  ElastiCacheClient,
} from '@aws-sdk/client-elasticache';
