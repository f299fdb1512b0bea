import type { VpcEndpointConnection } from '@aws-sdk/client-ec2';
import type { ExternalConnection } from '../../../model/aws/external-connection.ts';
import type { AwsUnit } from '../../../model/unit.ts';
import { listOf, required } from '../../shape.ts';
import type { Wire } from '../../wire.ts';
import { answerOf } from '../answer.ts';
import { ec2Arn } from '../ec2-arn.ts';
import type { ConnectionSource } from './connection-source.ts';
import { isGone, named } from './named.ts';

const operation = 'ec2:DescribeVpcEndpointConnections';

/** Who is connected to the account's endpoint services, or asks to be. */
export const endpointConnections: ConnectionSource = {
  operations: [operation],
  connections: (answers, unit) =>
    listOf(answerOf(answers, operation).VpcEndpointConnections, 'VpcEndpointConnections')
      .map((each) => connectionOf(each, unit))
      .filter(({ state }) => !isGone(state)),
};

/** It is called by the other account's endpoint, as the commands that accept and reject it do. */
function connectionOf(answer: Wire<VpcEndpointConnection>, unit: AwsUnit): ExternalConnection {
  const serviceId = required(answer.ServiceId, 'ServiceId');
  const endpoint = required(answer.VpcEndpointId, 'VpcEndpointId');
  return {
    kind: 'endpoint-connection',
    ...named(endpoint, answer.Tags, required(answer.VpcEndpointState, 'VpcEndpointState')),
    arn: ec2Arn(unit, unit.account, `vpc-endpoint-service/${serviceId}/${endpoint}`),
    counterpart: { kind: 'account', id: required(answer.VpcEndpointOwner, 'VpcEndpointOwner') },
    reach: [
      ...listOf(answer.NetworkLoadBalancerArns, 'NetworkLoadBalancerArns'),
      ...listOf(answer.GatewayLoadBalancerArns, 'GatewayLoadBalancerArns'),
    ],
    serviceId,
    operation,
  };
}
