import { defineOperation } from '../operation.ts';

/** Repositories of Amazon ECR. */
export const ecrOperations = [
  defineOperation({
    id: 'ecr:DescribeRepositories',
    per: 'region',
    budget: 'workload',
    outsideNetworks: true,
    async call({ ecr }, options, page) {
      const { DescribeRepositoriesCommand } = await import('../sdk/ecr.ts');
      return (await ecr).send(new DescribeRepositoriesCommand({ maxResults: 1000, nextToken: page }), options);
    },
    next: (output) => output.nextToken,
  }),
];
