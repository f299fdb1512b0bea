import type { Vpc as VpcAnswer } from '@aws-sdk/client-ec2';
import type { Vpc } from '../../model/aws/vpc.ts';
import type { AwsUnit } from '../../model/unit.ts';
import type { PartDefinition } from '../part.ts';
import { listOf, required } from '../shape.ts';
import type { Wire } from '../wire.ts';
import { answerOf } from './answer.ts';
import { associatedCidrs } from './associated-cidrs.ts';
import { ec2Arn } from './ec2-arn.ts';

/** `aws.vpcs`: the region's VPCs, shared ones included. */
export const vpcs: PartDefinition<'aws.vpcs'> = {
  per: 'aws-region',
  operations: ['ec2:DescribeVpcs'],
  interpret: (answers, unit) => {
    const answer = answerOf(answers, 'ec2:DescribeVpcs');
    return listOf(answer.Vpcs, 'Vpcs').map((vpc) => vpcOf(vpc, unit));
  },
};

function vpcOf(vpc: Wire<VpcAnswer>, unit: AwsUnit): Vpc {
  const id = required(vpc.VpcId, 'VpcId');
  const owner = vpc.OwnerId ?? unit.account;
  const name = listOf(vpc.Tags, 'Tags').find((tag) => tag.Key === 'Name')?.Value;
  return {
    id,
    arn: ec2Arn(unit, owner, `vpc/${id}`),
    name: name || id,
    owner,
    isDefault: vpc.IsDefault ?? false,
    ...associatedCidrs(vpc),
  };
}
