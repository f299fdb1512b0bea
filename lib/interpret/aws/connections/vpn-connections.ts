import type { TunnelOption, VpnConnection } from '@aws-sdk/client-ec2';
import type { ExternalConnection, VpnPhase, VpnTunnel } from '../../../model/aws/external-connection.ts';
import type { AwsUnit } from '../../../model/unit.ts';
import type { Answers } from '../../part.ts';
import { listOf, required } from '../../shape.ts';
import type { Wire } from '../../wire.ts';
import { answerOf } from '../answer.ts';
import { ec2Arn } from '../ec2-arn.ts';
import type { ConnectionSource } from './connection-source.ts';
import { isGone, named } from './named.ts';

const operation = 'ec2:DescribeVpnConnections';
const gateways = 'ec2:DescribeCustomerGateways';

/** Site-to-Site VPN connections, and what their tunnels negotiate. */
export const vpnConnections: ConnectionSource = {
  operations: [operation],
  optional: [gateways],
  connections: (answers, unit) => {
    const sites = sitesOf(answers);
    return listOf(answerOf(answers, operation).VpnConnections, 'VpnConnections')
      .map((each) => connectionOf(each, unit, sites))
      .filter(({ state }) => !isGone(state));
  },
};

/** The device at the other end: its address, and how it proves who it is. */
interface Site {
  readonly address?: string;
  readonly hasCertificate: boolean;
}

function sitesOf(answers: Answers): ReadonlyMap<string, Site> {
  if (!Object.hasOwn(answers, gateways)) return new Map();
  const { CustomerGateways } = answerOf(answers, gateways);
  return new Map(
    listOf(CustomerGateways, 'CustomerGateways').map(({ CustomerGatewayId, IpAddress, CertificateArn }) => [
      required(CustomerGatewayId, 'CustomerGatewayId'),
      { ...(IpAddress && { address: IpAddress }), hasCertificate: Boolean(CertificateArn) },
    ]),
  );
}

function connectionOf(
  answer: Wire<VpnConnection>,
  unit: AwsUnit,
  sites: ReadonlyMap<string, Site>,
): ExternalConnection {
  const id = required(answer.VpnConnectionId, 'VpnConnectionId');
  const site = sites.get(answer.CustomerGatewayId ?? '');
  return {
    kind: 'vpn-connection',
    ...named(id, answer.Tags, required(answer.State, 'State')),
    arn: ec2Arn(unit, unit.account, `vpn-connection/${id}`),
    counterpart: { kind: 'premises', ...(site?.address !== undefined && { address: site.address }) },
    reach: reachOf(answer),
    ...(site && { authentication: [site.hasCertificate ? 'certificate' : 'pre-shared-key'] }),
    tunnels: tunnelsOf(answer).map(tunnelOf),
    operation,
  };
}

/** The gateway on AWS's side, and the networks of the site as far as they are not learned from it. */
function reachOf({ TransitGatewayId, VpnGatewayId, CoreNetworkArn, Routes, Options }: Wire<VpnConnection>): string[] {
  const site = [Options?.LocalIpv4NetworkCidr, Options?.LocalIpv6NetworkCidr];
  const routes = listOf(Routes, 'Routes').map(({ DestinationCidrBlock }) => DestinationCidrBlock);
  const all = [TransitGatewayId, VpnGatewayId, CoreNetworkArn, ...site, ...routes];
  return [...new Set(all.filter((each) => each !== undefined && each !== ''))] as string[];
}

/** Connections without options have tunnels all the same, with AWS's defaults; what is measured of them names them. */
function tunnelsOf({ Options, VgwTelemetry }: Wire<VpnConnection>): readonly Wire<TunnelOption>[] {
  const told = listOf(Options?.TunnelOptions, 'TunnelOptions');
  if (told.length > 0) return told;
  return listOf(VgwTelemetry, 'VgwTelemetry').map(({ OutsideIpAddress }) => ({ OutsideIpAddress }));
}

function tunnelOf(answer: Wire<TunnelOption>): VpnTunnel {
  return {
    outsideAddress: required(answer.OutsideIpAddress, 'OutsideIpAddress'),
    ikeVersions: values(answer.IkeVersions, 'IkeVersions'),
    phase1: phaseOf(answer.Phase1EncryptionAlgorithms, answer.Phase1IntegrityAlgorithms, answer.Phase1DHGroupNumbers),
    phase2: phaseOf(answer.Phase2EncryptionAlgorithms, answer.Phase2IntegrityAlgorithms, answer.Phase2DHGroupNumbers),
  };
}

type Values<T> = readonly { readonly Value?: T | undefined }[] | undefined;

function phaseOf(encryption: Values<string>, integrity: Values<string>, dhGroups: Values<number>): VpnPhase {
  return {
    encryption: values(encryption, 'EncryptionAlgorithms'),
    integrity: values(integrity, 'IntegrityAlgorithms'),
    dhGroups: values(dhGroups, 'DHGroupNumbers'),
  };
}

function values<T>(list: Values<T>, field: string): readonly T[] {
  return listOf(list, field).map(({ Value }) => required(Value, field));
}
