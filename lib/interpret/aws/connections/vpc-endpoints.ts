import type { VpcEndpoint } from '@aws-sdk/client-ec2';
import type { Counterpart, ExternalConnection } from '../../../model/aws/external-connection.ts';
import type { AwsUnit } from '../../../model/unit.ts';
import type { Answers } from '../../part.ts';
import { listOf, required } from '../../shape.ts';
import type { Wire } from '../../wire.ts';
import { answerOf, keyedAnswersOf } from '../answer.ts';
import { ec2Arn } from '../ec2-arn.ts';
import type { ConnectionSource } from './connection-source.ts';
import { isGone, named } from './named.ts';

const operation = 'ec2:DescribeVpcEndpoints';
const serviceOperation = 'ec2:DescribeVpcEndpointServices';

/** Endpoints that lead to a service of an account, rather than to one of AWS's own. */
export const vpcEndpoints: ConnectionSource = {
  operations: [operation],
  optional: [serviceOperation],
  connections: (answers, unit) => {
    const owners = ownersOf(answers);
    return listOf(answerOf(answers, operation).VpcEndpoints, 'VpcEndpoints').flatMap((each) => {
      const service = each.ServiceName ?? '';
      if (!service.includes('.vpce-svc-') || isGone(required(each.State, 'State'))) return [];
      const owner = owners.get(service);
      if (owner === 'amazon') return [];
      return [endpointOf(each, unit, owner ? { kind: 'account', id: owner } : unreadOwner)];
    });
  },
};

const unreadOwner: Counterpart = { kind: 'unread', operation: serviceOperation };

/** Who owns the services, by name. */
function ownersOf(answers: Answers): ReadonlyMap<string, string> {
  const details = keyedAnswersOf(answers, serviceOperation).flatMap(({ output }) =>
    listOf(output.ServiceDetails, 'ServiceDetails'),
  );
  return new Map(
    details.map(({ ServiceName, Owner }) => [required(ServiceName, 'ServiceName'), required(Owner, 'Owner')]),
  );
}

function endpointOf(answer: Wire<VpcEndpoint>, unit: AwsUnit, counterpart: Counterpart): ExternalConnection {
  const id = required(answer.VpcEndpointId, 'VpcEndpointId');
  return {
    kind: 'vpc-endpoint',
    ...named(id, answer.Tags, required(answer.State, 'State')),
    arn: ec2Arn(unit, answer.OwnerId ?? unit.account, `vpc-endpoint/${id}`),
    counterpart,
    reach: [required(answer.ServiceName, 'ServiceName')],
    operation,
  };
}
