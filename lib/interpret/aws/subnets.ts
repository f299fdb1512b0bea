import type { Subnet as SubnetAnswer } from '@aws-sdk/client-ec2';
import type { Subnet } from '../../model/aws/vpc.ts';
import type { PartDefinition } from '../part.ts';
import { listOf, required } from '../shape.ts';
import type { Wire } from '../wire.ts';
import { answerOf } from './answer.ts';
import { associatedCidrs } from './associated-cidrs.ts';

/** `aws.subnets`: the region's subnets, shared ones included. */
export const subnets: PartDefinition<'aws.subnets'> = {
  per: 'aws-region',
  operations: ['ec2:DescribeSubnets'],
  interpret: (answers, unit) => {
    const answer = answerOf(answers, 'ec2:DescribeSubnets');
    return listOf(answer.Subnets, 'Subnets').map((subnet) => subnetOf(subnet, unit.account));
  },
};

function subnetOf(subnet: Wire<SubnetAnswer>, account: string): Subnet {
  const blockMode = subnet.BlockPublicAccessStates?.InternetGatewayBlockMode;
  return {
    id: required(subnet.SubnetId, 'SubnetId'),
    vpcId: required(subnet.VpcId, 'VpcId'),
    owner: subnet.OwnerId ?? account,
    zone: subnet.AvailabilityZone ?? '',
    cidrs: associatedCidrs(subnet).cidrs,
    ...(blockMode !== undefined && { blockMode }),
  };
}
