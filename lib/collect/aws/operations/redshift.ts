import { defineOperation } from '../operation.ts';

/** Warehouse clusters, and snapshots of them; what a password may stand in is left out. */
export const redshiftOperations = [
  defineOperation({
    id: 'redshift:DescribeClusters',
    per: 'region',
    budget: 'workload',
    absent: ['ENOTFOUND'],
    async call({ redshift }, options, page) {
      const { DescribeClustersCommand } = await import('../sdk/redshift.ts');
      return (await redshift).send(new DescribeClustersCommand({ MaxRecords: 100, Marker: page }), options);
    },
    next: (output) => output.Marker,
    secrets: ['MasterUserPassword'],
  }),
  defineOperation({
    id: 'redshift:DescribeClusterSnapshots',
    per: 'region',
    budget: 'workload',
    outsideNetworks: true,
    absent: ['ENOTFOUND'],
    leftBehindBy: ['redshift'],
    async call({ redshift }, options, page) {
      const { DescribeClusterSnapshotsCommand } = await import('../sdk/redshift.ts');
      return (await redshift).send(new DescribeClusterSnapshotsCommand({ MaxRecords: 100, Marker: page }), options);
    },
    next: (output) => output.Marker,
  }),
];
