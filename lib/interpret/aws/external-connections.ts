import {
  connectionKinds,
  type ConnectionKind,
  type ExternalConnection,
  type ExternalConnections,
} from '../../model/aws/external-connection.ts';
import type { AwsUnit } from '../../model/unit.ts';
import type { Answers, PartDefinition } from '../part.ts';
import { clientVpnEndpoints } from './connections/client-vpn-endpoints.ts';
import type { ConnectionSource } from './connections/connection-source.ts';
import { directConnectInterfaces } from './connections/direct-connect-interfaces.ts';
import { endpointConnections } from './connections/endpoint-connections.ts';
import { endpointServices } from './connections/endpoint-services.ts';
import { instanceConnectEndpoints } from './connections/instance-connect-endpoints.ts';
import { peerings } from './connections/peerings.ts';
import { sharedSubnets } from './connections/shared-subnets.ts';
import { transitGatewayAttachments } from './connections/transit-gateway-attachments.ts';
import { vpcEndpoints } from './connections/vpc-endpoints.ts';
import { vpnConnections } from './connections/vpn-connections.ts';

const sources: Readonly<Record<ConnectionKind, ConnectionSource>> = {
  'vpc-peering': peerings,
  'transit-gateway-attachment': transitGatewayAttachments,
  'vpn-connection': vpnConnections,
  'client-vpn-endpoint': clientVpnEndpoints,
  'vpc-endpoint': vpcEndpoints,
  'endpoint-service': endpointServices,
  'endpoint-connection': endpointConnections,
  'instance-connect-endpoint': instanceConnectEndpoints,
  'direct-connect-interface': directConnectInterfaces,
  'shared-subnet': sharedSubnets,
};

/** The one without which nothing is said: it tells that the region is looked at. */
const subnets = 'ec2:DescribeSubnets';

/** `aws.externalConnections`: what leads out of the region's networks, each kind read or not by itself. */
export const externalConnections: PartDefinition<'aws.externalConnections'> = {
  per: 'aws-region',
  operations: [subnets],
  optional: Object.values(sources)
    .flatMap(({ operations, optional = [] }) => [...operations, ...optional])
    .filter((operation) => operation !== subnets),
  interpret: (answers, unit): ExternalConnections => {
    const told = connectionKinds.map((kind) => ({ kind, ...toldBy(sources[kind], answers, unit) }));
    return {
      connections: told.flatMap(({ connections = [] }) => connections),
      unread: told.flatMap(({ kind, unread }) => (unread === undefined ? [] : [{ kind, operation: unread }])),
    };
  },
};

/** The connections of one kind, or the operation that was not read. */
function toldBy(
  { operations, connections }: ConnectionSource,
  answers: Answers,
  unit: AwsUnit,
): { readonly connections?: readonly ExternalConnection[]; readonly unread?: string } {
  const missing = operations.find((operation) => !Object.hasOwn(answers, operation));
  if (missing !== undefined) return { unread: missing };
  try {
    return { connections: connections(answers, unit) };
  } catch (error) {
    // An answer that has not the documented shape leaves its own kind unread, and no other.
    if (error instanceof TypeError) return { unread: operations[0] };
    throw error;
  }
}
