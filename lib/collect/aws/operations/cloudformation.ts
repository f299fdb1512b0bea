import { defineOperation } from '../operation.ts';

/** Stacks with their service roles. Parameters and outputs often hold secrets. */
export const cloudformationOperations = [
  defineOperation({
    id: 'cloudformation:DescribeStacks',
    per: 'region',
    budget: 'workload',
    neededBy: ['cloudformation:UpdateStack', 'cloudformation:CreateChangeSet'],
    carriesFor: 'cloudformation',
    // "This requires ListStacks and DescribeStacks permissions" ("DescribeStacks", CloudFormation API Reference).
    alsoNeeds: ['cloudformation:ListStacks'],
    async call({ cloudformation }, options, page) {
      const { DescribeStacksCommand } = await import('../sdk/cloudformation.ts');
      return (await cloudformation).send(new DescribeStacksCommand({ NextToken: page }), options);
    },
    next: (output) => output.NextToken,
    secrets: ['Parameters', 'Outputs'],
  }),
];
