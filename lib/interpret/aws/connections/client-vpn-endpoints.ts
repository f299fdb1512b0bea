import type { AuthorizationRule, ClientVpnEndpoint } from '@aws-sdk/client-ec2';
import type { Counterpart, ExternalConnection } from '../../../model/aws/external-connection.ts';
import type { AwsUnit } from '../../../model/unit.ts';
import { listOf, required } from '../../shape.ts';
import type { Wire } from '../../wire.ts';
import { answerOf, answersBy } from '../answer.ts';
import { ec2Arn } from '../ec2-arn.ts';
import type { ConnectionSource } from './connection-source.ts';
import { isGone, named } from './named.ts';

const operation = 'ec2:DescribeClientVpnEndpoints';
const ruleOperation = 'ec2:DescribeClientVpnAuthorizationRules';

/** Client VPN endpoints: how people sign in, and which networks whom of them reaches. */
export const clientVpnEndpoints: ConnectionSource = {
  operations: [operation],
  optional: [ruleOperation],
  connections: (answers, unit) => {
    const rules = answersBy(answers, ruleOperation, 'ClientVpnEndpointId', ({ AuthorizationRules }) =>
      listOf(AuthorizationRules, 'AuthorizationRules').filter(({ Status }) => !isGone(Status?.Code ?? '')),
    );
    return listOf(answerOf(answers, operation).ClientVpnEndpoints, 'ClientVpnEndpoints')
      .map((each) => endpointOf(each, unit, rules.get(each.ClientVpnEndpointId ?? '')))
      .filter(({ state }) => !isGone(state));
  },
};

function endpointOf(
  answer: Wire<ClientVpnEndpoint>,
  unit: AwsUnit,
  rules: readonly Wire<AuthorizationRule>[] | undefined,
): ExternalConnection {
  const id = required(answer.ClientVpnEndpointId, 'ClientVpnEndpointId');
  const blocks = (of: readonly Wire<AuthorizationRule>[]): readonly string[] => [
    ...new Set(of.map(({ DestinationCidr }) => required(DestinationCidr, 'DestinationCidr'))),
  ];
  const openTo = blocks(rules?.filter(({ AccessAll }) => AccessAll) ?? []);
  const { kind, name, tags, state, isPending } = {
    kind: 'client-vpn-endpoint' as const,
    ...named(id, answer.Tags, required(answer.Status?.Code, 'Status')),
  };
  const counterpart: Counterpart = rules
    ? { kind: 'users', everybody: openTo.length > 0 }
    : { kind: 'unread', operation: ruleOperation };
  return {
    kind,
    id,
    name,
    tags,
    state,
    // `pending-associate` is its own word for an endpoint without a network.
    isPending,
    arn: ec2Arn(unit, unit.account, `client-vpn-endpoint/${id}`),
    counterpart,
    reach: [...(answer.VpcId ? [answer.VpcId] : []), ...blocks(rules ?? [])],
    authentication: listOf(answer.AuthenticationOptions, 'AuthenticationOptions').map(({ Type }) =>
      required(Type, 'Type'),
    ),
    openTo,
    operation,
  };
}
