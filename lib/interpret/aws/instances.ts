import type { Instance as InstanceAnswer } from '@aws-sdk/client-ec2';
import type { Instance } from '../../model/aws/instance.ts';
import type { AwsUnit } from '../../model/unit.ts';
import type { PartDefinition } from '../part.ts';
import { listOf, required } from '../shape.ts';
import type { Wire } from '../wire.ts';
import { answerOf } from './answer.ts';
import { ec2Arn } from './ec2-arn.ts';
import { tagMap } from './tag-map.ts';

/** `aws.instances`: the region's EC2 instances. */
export const instances: PartDefinition<'aws.instances'> = {
  per: 'aws-region',
  operations: ['ec2:DescribeInstances'],
  interpret: (answers, unit) => {
    const { Reservations } = answerOf(answers, 'ec2:DescribeInstances');
    return listOf(Reservations, 'Reservations').flatMap(({ Instances, OwnerId = unit.account }) =>
      listOf(Instances, 'Instances').map((instance) => instanceOf(instance, OwnerId, unit)),
    );
  },
};

function instanceOf(instance: Wire<InstanceAnswer>, owner: string, unit: AwsUnit): Instance {
  const id = required(instance.InstanceId, 'InstanceId');
  const tags = tagMap(instance.Tags);
  return {
    id,
    arn: ec2Arn(unit, owner, `instance/${id}`),
    name: tags['Name'] || id,
    state: required(instance.State?.Name, 'State'),
    tags,
  };
}
