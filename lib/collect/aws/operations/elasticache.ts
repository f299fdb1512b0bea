import { nextToken } from '../next-token.ts';
import { defineOperation } from '../operation.ts';

const region = {
  per: 'region',
  budget: 'workload',
  outsideNetworks: true,
  leftBehindBy: ['elasticache'],
} as const;

/** Caches of Amazon ElastiCache with servers and without, and the snapshots of both. */
export const elasticacheOperations = [
  defineOperation({
    ...region,
    id: 'elasticache:DescribeCacheClusters',
    async call({ elasticache }, options, page) {
      const { DescribeCacheClustersCommand } = await import('../sdk/elasticache.ts');
      return (await elasticache).send(new DescribeCacheClustersCommand({ MaxRecords: 100, Marker: page }), options);
    },
    next: (output) => output.Marker,
  }),
  defineOperation({
    ...region,
    id: 'elasticache:DescribeServerlessCaches',
    async call({ elasticache }, options, page) {
      const { DescribeServerlessCachesCommand } = await import('../sdk/elasticache.ts');
      return (await elasticache).send(new DescribeServerlessCachesCommand({ NextToken: page }), options);
    },
    next: nextToken,
  }),
  defineOperation({
    ...region,
    id: 'elasticache:DescribeSnapshots',
    async call({ elasticache }, options, page) {
      const { DescribeSnapshotsCommand } = await import('../sdk/elasticache.ts');
      return (await elasticache).send(new DescribeSnapshotsCommand({ MaxRecords: 50, Marker: page }), options);
    },
    next: (output) => output.Marker,
  }),
  defineOperation({
    ...region,
    id: 'elasticache:DescribeServerlessCacheSnapshots',
    async call({ elasticache }, options, page) {
      const { DescribeServerlessCacheSnapshotsCommand } = await import('../sdk/elasticache.ts');
      return (await elasticache).send(
        new DescribeServerlessCacheSnapshotsCommand({ MaxResults: 50, NextToken: page }),
        options,
      );
    },
    next: nextToken,
  }),
];
