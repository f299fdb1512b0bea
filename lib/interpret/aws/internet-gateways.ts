import { listOf, required } from '../shape.ts';
import type { PartDefinition } from '../part.ts';
import { answerOf } from './answer.ts';
import { ec2Arn } from './ec2-arn.ts';
import { tagMap } from './tag-map.ts';

/** What EC2 and its documentation write of an attachment that works. */
const attached = new Set(['attached', 'available']);

/** `aws.internetGateways`: the region's internet gateways and the VPCs that they are attached to. */
export const internetGateways: PartDefinition<'aws.internetGateways'> = {
  per: 'aws-region',
  operations: ['ec2:DescribeInternetGateways'],
  interpret: (answers, unit) => {
    const { InternetGateways } = answerOf(answers, 'ec2:DescribeInternetGateways');
    return listOf(InternetGateways, 'InternetGateways').map((gateway) => {
      const id = required(gateway.InternetGatewayId, 'InternetGatewayId');
      const owner = gateway.OwnerId ?? unit.account;
      return {
        id,
        arn: ec2Arn(unit, owner, `internet-gateway/${id}`),
        owner,
        vpcIds: listOf(gateway.Attachments, 'Attachments').flatMap(({ VpcId, State }) =>
          attached.has(State ?? '') ? (VpcId ?? []) : [],
        ),
        tags: tagMap(gateway.Tags),
      };
    });
  },
};
