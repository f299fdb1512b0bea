import { defineOperation } from '../operation.ts';

/** Log groups of Amazon CloudWatch Logs. What is in them is never read. */
export const logsOperations = [
  defineOperation({
    id: 'logs:DescribeLogGroups',
    per: 'region',
    budget: 'workload',
    outsideNetworks: true,
    async call({ logs }, options, page) {
      const { DescribeLogGroupsCommand } = await import('../sdk/cloudwatch-logs.ts');
      return (await logs).send(new DescribeLogGroupsCommand({ limit: 50, nextToken: page }), options);
    },
    next: (output) => output.nextToken,
  }),
];
