import type { DescribeInstancesResult } from '@aws-sdk/client-ec2';
import { defineOperation } from '../operation.ts';

/** Which instances Systems Manager reaches. */
export const ssmOperations = [
  defineOperation({
    id: 'ssm:DescribeInstanceInformation',
    per: 'region',
    budget: 'workload',
    neededBy: ['ssm:SendCommand', 'ssm:StartSession', 'ssm:CreateAssociation'],
    carriesFor: 'ec2',
    onlyIf: {
      of: 'ec2:DescribeInstances',
      holds: ({ Reservations = [] }: DescribeInstancesResult) => Reservations.length > 0,
    },
    async call({ ssm }, options, page) {
      const { DescribeInstanceInformationCommand } = await import('../sdk/ssm.ts');
      return (await ssm).send(new DescribeInstanceInformationCommand({ MaxResults: 50, NextToken: page }), options);
    },
    next: (output) => output.NextToken,
  }),
];
