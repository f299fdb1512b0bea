import type { NetworkInterface as InterfaceAnswer } from '@aws-sdk/client-ec2';
import type { NetworkInterface } from '../../model/aws/network-interface.ts';
import type { PartDefinition } from '../part.ts';
import { listOf, required } from '../shape.ts';
import type { Wire } from '../wire.ts';
import { answerOf } from './answer.ts';

/** `aws.networkInterfaces`: what stands in the region's networks. */
export const networkInterfaces: PartDefinition<'aws.networkInterfaces'> = {
  per: 'aws-region',
  operations: ['ec2:DescribeNetworkInterfaces'],
  interpret: (answers) => {
    const answer = answerOf(answers, 'ec2:DescribeNetworkInterfaces');
    return listOf(answer.NetworkInterfaces, 'NetworkInterfaces').map(interfaceOf);
  },
};

function interfaceOf(eni: Wire<InterfaceAnswer>): NetworkInterface {
  const instanceId = eni.Attachment?.InstanceId;
  return {
    id: required(eni.NetworkInterfaceId, 'NetworkInterfaceId'),
    vpcId: required(eni.VpcId, 'VpcId'),
    subnetId: required(eni.SubnetId, 'SubnetId'),
    description: eni.Description ?? '',
    securityGroupIds: listOf(eni.Groups, 'Groups').map((group) => required(group.GroupId, 'GroupId')),
    ...(instanceId ? { instanceId } : {}),
  };
}
