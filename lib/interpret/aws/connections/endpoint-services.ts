import type { ServiceConfiguration } from '@aws-sdk/client-ec2';
import type { Counterpart, ExternalConnection } from '../../../model/aws/external-connection.ts';
import type { AwsUnit } from '../../../model/unit.ts';
import { listOf, required } from '../../shape.ts';
import type { Wire } from '../../wire.ts';
import { answerOf, answersBy } from '../answer.ts';
import { ec2Arn } from '../ec2-arn.ts';
import type { ConnectionSource } from './connection-source.ts';
import { isGone, named } from './named.ts';

const operation = 'ec2:DescribeVpcEndpointServiceConfigurations';
const permissionOperation = 'ec2:DescribeVpcEndpointServicePermissions';

/** Endpoint services of the account, one for each principal that may connect; one that admits nobody leads nowhere. */
export const endpointServices: ConnectionSource = {
  operations: [operation],
  optional: [permissionOperation],
  connections: (answers, unit) => {
    const admitted = answersBy(answers, permissionOperation, 'ServiceId', ({ AllowedPrincipals }) =>
      listOf(AllowedPrincipals, 'AllowedPrincipals').map(({ Principal }) => required(Principal, 'Principal')),
    );
    return listOf(answerOf(answers, operation).ServiceConfigurations, 'ServiceConfigurations').flatMap((each) => {
      if (isGone(each.ServiceState ?? '')) return [];
      const principals = admitted.get(required(each.ServiceId, 'ServiceId'));
      if (!principals) return [serviceOf(each, unit, { kind: 'unread', operation: permissionOperation })];
      return principals.map((principal) => serviceOf(each, unit, counterpartOf(principal), principal));
    });
  },
};

/** A principal is `*` or an ARN of an account, or of a user or role in one ("Configure an endpoint service"). */
function counterpartOf(principal: string): Counterpart {
  if (principal === '*') return { kind: 'anyone' };
  const account = /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(principal)?.[1];
  return { kind: 'account', id: account ?? principal };
}

function serviceOf(
  answer: Wire<ServiceConfiguration>,
  unit: AwsUnit,
  counterpart: Counterpart,
  principal?: string,
): ExternalConnection {
  const id = required(answer.ServiceId, 'ServiceId');
  return {
    kind: 'endpoint-service',
    ...named(id, answer.Tags, answer.ServiceState ?? ''),
    arn: ec2Arn(unit, unit.account, `vpc-endpoint-service/${id}`),
    counterpart,
    reach: [
      ...listOf(answer.NetworkLoadBalancerArns, 'NetworkLoadBalancerArns'),
      ...listOf(answer.GatewayLoadBalancerArns, 'GatewayLoadBalancerArns'),
    ],
    serviceId: id,
    acceptanceRequired: required(answer.AcceptanceRequired, 'AcceptanceRequired'),
    ...(principal !== undefined && { principal }),
    operation,
  };
}
