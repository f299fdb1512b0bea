import { describe, expect, it } from 'vitest';
import type { ConnectionKind } from '../../model/aws/external-connection.ts';
import { externalConnections } from './external-connections.ts';

const unit = { provider: 'aws', account: '111122223333', region: 'eu-west-1' } as const;
const nothing = {
  'ec2:DescribeSubnets': { Subnets: [] },
  'ec2:DescribeVpcPeeringConnections': {},
  'ec2:DescribeTransitGatewayAttachments': {},
  'ec2:DescribeVpnConnections': {},
  'ec2:DescribeClientVpnEndpoints': {},
  'ec2:DescribeVpcEndpoints': {},
  'ec2:DescribeVpcEndpointServiceConfigurations': {},
  'ec2:DescribeVpcEndpointConnections': {},
  'ec2:DescribeInstanceConnectEndpoints': {},
  'directconnect:DescribeVirtualInterfaces': {},
};
const read = (answers: Readonly<Record<string, unknown>>): ReturnType<typeof externalConnections.interpret> =>
  externalConnections.interpret(answers, unit);

describe('aws.externalConnections', () => {
  it('is read and empty where services leave their lists out', () => {
    expect(read(nothing)).toEqual({ connections: [], unread: [] });
  });

  it.each([
    ['ec2:DescribeVpcPeeringConnections', 'vpc-peering'],
    ['ec2:DescribeTransitGatewayAttachments', 'transit-gateway-attachment'],
    ['ec2:DescribeVpnConnections', 'vpn-connection'],
    ['ec2:DescribeClientVpnEndpoints', 'client-vpn-endpoint'],
    ['ec2:DescribeVpcEndpoints', 'vpc-endpoint'],
    ['ec2:DescribeVpcEndpointServiceConfigurations', 'endpoint-service'],
    ['ec2:DescribeVpcEndpointConnections', 'endpoint-connection'],
    ['ec2:DescribeInstanceConnectEndpoints', 'instance-connect-endpoint'],
    ['directconnect:DescribeVirtualInterfaces', 'direct-connect-interface'],
  ])('without %s knows nothing of one kind alone: %s', (operation, kind) => {
    const rest = Object.entries(nothing).filter(([each]) => each !== operation);
    expect(read(Object.fromEntries(rest)).unread).toEqual([{ kind, operation }]);
  });

  it.each<readonly [string, object, ConnectionKind]>([
    ['ec2:DescribeVpcPeeringConnections', { VpcPeeringConnections: [{}] }, 'vpc-peering'],
    ['ec2:DescribeVpcPeeringConnections', { VpcPeeringConnections: 'none' }, 'vpc-peering'],
    ['ec2:DescribeTransitGatewayAttachments', { TransitGatewayAttachments: [{}] }, 'transit-gateway-attachment'],
    ['ec2:DescribeVpnConnections', { VpnConnections: [{ VpnConnectionId: 'vpn-1' }] }, 'vpn-connection'],
    ['ec2:DescribeVpcEndpointConnections', { VpcEndpointConnections: [{}] }, 'endpoint-connection'],
    ['directconnect:DescribeVirtualInterfaces', { virtualInterfaces: [{}] }, 'direct-connect-interface'],
  ])('does not guess at an answer of another shape: %s %j', (operation, answer, kind) => {
    expect(read({ ...nothing, [operation]: answer }).unread).toEqual([{ kind, operation }]);
  });

  it('tells what a peering leads to, and who asked for it', () => {
    const side = (OwnerId: string, VpcId: string, CidrBlock: string): object => ({ OwnerId, VpcId, CidrBlock });
    const { connections } = read({
      ...nothing,
      'ec2:DescribeVpcPeeringConnections': {
        VpcPeeringConnections: [
          {
            VpcPeeringConnectionId: 'pcx-1',
            RequesterVpcInfo: {
              ...side('999988887777', 'vpc-far', '10.9.0.0/16'),
              CidrBlockSet: [{ CidrBlock: '10.9.0.0/16' }, { CidrBlock: '10.10.0.0/16' }],
              Ipv6CidrBlockSet: [{ Ipv6CidrBlock: '2001:db8::/56' }],
            },
            AccepterVpcInfo: side('111122223333', 'vpc-near', '10.1.0.0/16'),
            Status: { Code: 'pending-acceptance' },
            Tags: [{ Key: 'Name', Value: 'partner' }],
          },
        ],
      },
    });
    expect(connections).toMatchObject([
      {
        kind: 'vpc-peering',
        name: 'partner',
        isPending: true,
        isIncoming: true,
        counterpart: { kind: 'account', id: '999988887777' },
        reach: ['vpc-far', '10.9.0.0/16', '10.10.0.0/16', '2001:db8::/56'],
      },
    ]);
  });

  it('leaves open who a transit gateway is peered with until that is told', () => {
    const attachment = {
      TransitGatewayAttachmentId: 'tgw-attach-1',
      TransitGatewayId: 'tgw-1',
      TransitGatewayOwnerId: '111122223333',
      ResourceType: 'peering',
      State: 'initiatingRequest',
    };
    const { connections } = read({
      ...nothing,
      'ec2:DescribeTransitGatewayAttachments': { TransitGatewayAttachments: [attachment] },
    });
    expect(connections[0]?.counterpart).toEqual({
      kind: 'unread',
      operation: 'ec2:DescribeTransitGatewayAttachments',
    });
  });

  it('tells how a site proves who it is, where its gateway was read', () => {
    const vpn = (VpnConnectionId: string, CustomerGatewayId: string): object => ({
      VpnConnectionId,
      CustomerGatewayId,
      TransitGatewayId: 'tgw-1',
      State: 'available',
      Routes: [{ DestinationCidrBlock: '192.168.0.0/16' }],
    });
    const { connections } = read({
      ...nothing,
      'ec2:DescribeVpnConnections': {
        VpnConnections: [vpn('vpn-1', 'cgw-1'), vpn('vpn-2', 'cgw-2'), vpn('vpn-3', '')],
      },
      'ec2:DescribeCustomerGateways': {
        CustomerGateways: [
          { CustomerGatewayId: 'cgw-1', IpAddress: '203.0.113.9' },
          { CustomerGatewayId: 'cgw-2', CertificateArn: 'arn:aws:acm:eu-west-1:111122223333:certificate/1' },
        ],
      },
    });
    expect(connections.map(({ counterpart, authentication }) => [counterpart, authentication])).toEqual([
      [{ kind: 'premises', address: '203.0.113.9' }, ['pre-shared-key']],
      [{ kind: 'premises' }, ['certificate']],
      [{ kind: 'premises' }, undefined],
    ]);
    expect(connections[0]?.reach).toEqual(['tgw-1', '192.168.0.0/16']);
  });
});
