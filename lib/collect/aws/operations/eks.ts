import type { ListClustersResponse } from '@aws-sdk/client-eks';
import { defineOperation } from '../operation.ts';

const region = { per: 'region', budget: 'workload', absent: ['ENOTFOUND'] } as const;

/** Clusters of Amazon EKS. Each has interfaces in its subnets, so that a region without any has none. */
export const eksOperations = [
  defineOperation({
    ...region,
    id: 'eks:ListClusters',
    async call({ eks }, options, page) {
      const { ListClustersCommand } = await import('../sdk/eks.ts');
      return (await eks).send(new ListClustersCommand({ maxResults: 100, nextToken: page }), options);
    },
    next: (output) => output.nextToken,
  }),
  defineOperation({
    ...region,
    id: 'eks:DescribeCluster',
    each: {
      of: ['eks:ListClusters'],
      inputs: ({ clusters = [] }: ListClustersResponse) => clusters.map((name) => ({ name })),
    },
    async call({ eks }, options, _page, { name }) {
      const { DescribeClusterCommand } = await import('../sdk/eks.ts');
      return (await eks).send(new DescribeClusterCommand({ name }), options);
    },
  }),
];
