import { nextToken } from '../next-token.ts';
import { defineOperation } from '../operation.ts';

const region = {
  per: 'region',
  budget: 'workload',
  outsideNetworks: true,
  absent: ['ENOTFOUND'],
  leftBehindBy: ['memorydb'],
} as const;

/** Clusters of Amazon MemoryDB, and their snapshots. */
export const memorydbOperations = [
  defineOperation({
    ...region,
    id: 'memorydb:DescribeClusters',
    async call({ memorydb }, options, page) {
      const { DescribeClustersCommand } = await import('../sdk/memorydb.ts');
      return (await memorydb).send(new DescribeClustersCommand({ NextToken: page }), options);
    },
    next: nextToken,
  }),
  defineOperation({
    ...region,
    id: 'memorydb:DescribeSnapshots',
    // Only the shards say when they were copied.
    async call({ memorydb }, options, page) {
      const { DescribeSnapshotsCommand } = await import('../sdk/memorydb.ts');
      return (await memorydb).send(new DescribeSnapshotsCommand({ ShowDetail: true, NextToken: page }), options);
    },
    next: nextToken,
  }),
];
