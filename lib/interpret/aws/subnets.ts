import type { PartDefinition } from '../part.ts';
import { listOf, required } from '../shape.ts';
import { answerOf } from './answer.ts';

/** `aws.subnets`: which subnet lies in which VPC. */
export const subnets: PartDefinition<'aws.subnets'> = {
  per: 'aws-region',
  operations: ['ec2:DescribeSubnets'],
  interpret: (answers) => {
    const answer = answerOf(answers, 'ec2:DescribeSubnets');
    return listOf(answer.Subnets, 'Subnets').map((subnet) => ({
      id: required(subnet.SubnetId, 'SubnetId'),
      vpcId: required(subnet.VpcId, 'VpcId'),
    }));
  },
};
