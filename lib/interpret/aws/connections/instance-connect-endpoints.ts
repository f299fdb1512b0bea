import { listOf, required } from '../../shape.ts';
import { answerOf } from '../answer.ts';
import type { ConnectionSource } from './connection-source.ts';
import { isGone, named } from './named.ts';

const operation = 'ec2:DescribeInstanceConnectEndpoints';

/** EC2 Instance Connect Endpoints: whoever holds the permission opens a tunnel from the internet through one. */
export const instanceConnectEndpoints: ConnectionSource = {
  operations: [operation],
  connections: (answers, unit) =>
    listOf(answerOf(answers, operation).InstanceConnectEndpoints, 'InstanceConnectEndpoints').flatMap((each) => {
      const state = required(each.State, 'State');
      if (isGone(state)) return [];
      return [
        {
          kind: 'instance-connect-endpoint',
          ...named(required(each.InstanceConnectEndpointId, 'InstanceConnectEndpointId'), each.Tags, state),
          arn: required(each.InstanceConnectEndpointArn, 'InstanceConnectEndpointArn'),
          counterpart: { kind: 'account', id: each.OwnerId ?? unit.account },
          reach: [each.VpcId, each.SubnetId].filter((part) => part !== undefined),
          authentication: ['iam'],
          operation,
        },
      ];
    }),
};
