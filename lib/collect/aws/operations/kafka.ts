import { defineOperation } from '../operation.ts';

/** Clusters of Amazon MSK. */
export const kafkaOperations = [
  defineOperation({
    id: 'kafka:ListClustersV2',
    per: 'region',
    budget: 'workload',
    absent: ['ENOTFOUND'],
    async call({ kafka }, options, page) {
      const { ListClustersV2Command } = await import('../sdk/kafka.ts');
      return (await kafka).send(new ListClustersV2Command({ MaxResults: 100, NextToken: page }), options);
    },
    next: (output) => output.NextToken,
  }),
];
