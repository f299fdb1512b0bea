import { DescribeRegionsCommand } from '@aws-sdk/client-ec2';
import { defineOperation } from '../operation.ts';

/** Which regions an account can use: asked of its home region. */
export const describeRegions = defineOperation({
  id: 'ec2:DescribeRegions',
  per: 'account',
  budget: 'ec2',
  call: ({ ec2 }, options) => ec2.send(new DescribeRegionsCommand({}), options),
});
