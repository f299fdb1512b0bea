import type { VirtualInterface } from '@aws-sdk/client-direct-connect';
import type { ExternalConnection } from '../../../model/aws/external-connection.ts';
import type { AwsUnit } from '../../../model/unit.ts';
import { listOf, required } from '../../shape.ts';
import type { Wire } from '../../wire.ts';
import { answerOf } from '../answer.ts';
import { partitionOf } from '../partition-of.ts';
import type { ConnectionSource } from './connection-source.ts';
import { isGone, named } from './named.ts';

const operation = 'directconnect:DescribeVirtualInterfaces';

/** Virtual interfaces of Direct Connect: those of the account, and those that it made for others on its connections. */
export const directConnectInterfaces: ConnectionSource = {
  operations: [operation],
  connections: (answers, unit) =>
    listOf(answerOf(answers, operation).virtualInterfaces, 'virtualInterfaces')
      .map((each) => interfaceOf(each, unit))
      .filter(({ state }) => !isGone(state)),
};

function interfaceOf(answer: Wire<VirtualInterface>, unit: AwsUnit): ExternalConnection {
  const id = required(answer.virtualInterfaceId, 'virtualInterfaceId');
  const owner = required(answer.ownerAccount, 'ownerAccount');
  const { name, ...common } = named(id, answer.tags, required(answer.virtualInterfaceState, 'virtualInterfaceState'));
  const prefixes = listOf(answer.routeFilterPrefixes, 'routeFilterPrefixes').map(({ cidr }) => cidr);
  const reach = [answer.virtualGatewayId, answer.directConnectGatewayId, answer.location, ...prefixes];
  return {
    kind: 'direct-connect-interface',
    ...common,
    name: answer.virtualInterfaceName || name,
    arn: `arn:${partitionOf(unit.region)}:directconnect:${unit.region}:${unit.account}:dxvif/${id}`,
    counterpart: owner === unit.account ? { kind: 'premises' } : { kind: 'account', id: owner },
    reach: reach.filter((each) => each !== undefined && each !== '') as string[],
    resourceType: answer.virtualInterfaceType ?? '',
    operation,
  };
}
