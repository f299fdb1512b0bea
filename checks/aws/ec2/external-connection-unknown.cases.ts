import type { CheckCase } from '../../../lib/model/check-case.ts';
import { connected, member, organization, peering, stranger } from '../cases/connections.ts';
import { account, denied } from '../cases/units.ts';

const peerings = {
  'ec2:DescribeVpcPeeringConnections': {
    VpcPeeringConnections: [
      peering('pcx-own', account, account),
      peering('pcx-member', member, account),
      peering('pcx-stranger', account, stranger),
      peering('pcx-asked', stranger, account, 'pending-acceptance'),
      peering('pcx-gone', stranger, account, 'deleted'),
    ],
  },
};
const attachment = (id: string, gatewayOwner: string, ResourceOwnerId: string, ResourceType: string): object => ({
  TransitGatewayAttachmentId: id,
  TransitGatewayId: 'tgw-1',
  TransitGatewayOwnerId: gatewayOwner,
  ResourceOwnerId,
  ResourceType,
  ResourceId: 'vpc-9',
  State: 'available',
});
const keyed = (input: object, output: object): object => ({ input, output });
const service = (id: string, AcceptanceRequired: boolean): object => ({
  ServiceId: id,
  ServiceState: 'Available',
  AcceptanceRequired,
  NetworkLoadBalancerArns: ['arn:aws:elasticloadbalancing:ap-northeast-1:111122223333:loadbalancer/net/a/1'],
});
const admits = (ServiceId: string, ...principals: readonly string[]): object =>
  keyed({ ServiceId }, { AllowedPrincipals: principals.map((Principal) => ({ Principal })) });
const root = (of: string): string => `arn:aws:iam::${of}:root`;
const endpoint = (VpcEndpointId: string, ServiceName: string): object => ({
  VpcEndpointId,
  ServiceName,
  State: 'available',
  OwnerId: account,
});
const named = (id: string): string => `com.amazonaws.vpce.ap-northeast-1.vpce-svc-${id}`;
const ownedBy = (id: string, Owner: string): object =>
  keyed({ ServiceNames: [named(id)] }, { ServiceDetails: [{ ServiceName: named(id), Owner }] });
const clientVpn = (id: string): object => ({ ClientVpnEndpointId: id, Status: { Code: 'available' } });
const rule = (ClientVpnEndpointId: string, changes: object): object =>
  keyed({ ClientVpnEndpointId }, { AuthorizationRules: [{ DestinationCidr: '10.0.0.0/8', ...changes }] });

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: 'ピアリング：自アカウント、組織内、組織外、組織外からの承認待ちの要求（削除済みは対象外）',
      en: 'Peerings: own account, organization, a stranger, a request of a stranger; deleted ones are not judged',
    },
    given: connected({ ...organization, ...peerings }),
    expect: { 'pcx-own': 'pass', 'pcx-member': 'pass', 'pcx-stranger': 'fail', 'pcx-asked': 'fail' },
  },
  {
    name: { ja: '基準に書かれた相手', en: 'A partner whom the standard names' },
    given: connected({ ...organization, ...peerings }),
    standard: { trustedAccounts: [{ id: stranger, name: 'Partner' }] },
    expect: { 'pcx-own': 'pass', 'pcx-member': 'pass', 'pcx-stranger': 'pass', 'pcx-asked': 'pass' },
  },
  {
    name: { ja: '組織のアカウントの一覧が読めない', en: 'The accounts of the organization were not listed' },
    given: connected(peerings),
    expect: { 'pcx-own': 'pass', 'pcx-member': 'unknown', 'pcx-stranger': 'unknown', 'pcx-asked': 'unknown' },
  },
  {
    name: {
      ja: 'Transit Gateway：組織内のVPC、組織外のVPC、組織外のゲートウェイとのピアリング、自社拠点',
      en: 'Transit gateways: a VPC of the organization, of a stranger, a peering with a stranger, premises',
    },
    given: connected({
      ...organization,
      'ec2:DescribeTransitGatewayAttachments': {
        TransitGatewayAttachments: [
          attachment('tgw-attach-member', member, account, 'vpc'),
          attachment('tgw-attach-stranger', account, stranger, 'vpc'),
          attachment('tgw-attach-peer', account, stranger, 'peering'),
          attachment('tgw-attach-cloud', account, stranger, 'direct-connect-gateway'),
          attachment('tgw-attach-vpn', account, account, 'vpn'),
        ],
      },
    }),
    expect: {
      'tgw-attach-member': 'pass',
      'tgw-attach-stranger': 'fail',
      'tgw-attach-peer': 'fail',
      'tgw-attach-cloud': 'fail',
      'tgw-attach-vpn': 'pass',
    },
  },
  {
    name: {
      ja: 'エンドポイントサービス：承認なしで誰でも、承認なしで組織外、承認あり、許可先を読めない。接続：組織内と組織外',
      en: 'Endpoint services: anybody or a stranger without acceptance, with acceptance, permissions unread; connections of a member and a stranger',
    },
    given: connected({
      ...organization,
      'ec2:DescribeVpcEndpointServiceConfigurations': {
        ServiceConfigurations: [
          service('vpce-svc-open', false),
          service('vpce-svc-named', false),
          service('vpce-svc-asks', true),
          service('vpce-svc-unread', false),
        ],
      },
      'ec2:DescribeVpcEndpointServicePermissions': [
        admits('vpce-svc-open', '*'),
        admits('vpce-svc-named', root(member), root(stranger)),
        admits('vpce-svc-asks', '*'),
      ],
      'ec2:DescribeVpcEndpointConnections': {
        VpcEndpointConnections: [
          {
            ServiceId: 'vpce-svc-asks',
            VpcEndpointId: 'vpce-m',
            VpcEndpointOwner: member,
            VpcEndpointState: 'available',
          },
          {
            ServiceId: 'vpce-svc-asks',
            VpcEndpointId: 'vpce-s',
            VpcEndpointOwner: stranger,
            VpcEndpointState: 'pendingAcceptance',
          },
          {
            ServiceId: 'vpce-svc-asks',
            VpcEndpointId: 'vpce-r',
            VpcEndpointOwner: stranger,
            VpcEndpointState: 'rejected',
          },
        ],
      },
    }),
    expect: {
      'vpce-svc-open': 'fail',
      'vpce-svc-named': 'fail',
      'vpce-svc-asks': 'pass',
      'vpce-svc-unread': 'unknown',
      'vpce-m': 'pass',
      'vpce-s': 'fail',
    },
  },
  {
    name: {
      ja: 'VPCエンドポイント：組織内と組織外のサービス、所有者を読めないサービス（AWSのサービスは対象外）',
      en: 'VPC endpoints: services of the organization, of a stranger, of an owner unread; those of AWS are not judged',
    },
    given: connected({
      ...organization,
      'ec2:DescribeVpcEndpoints': {
        VpcEndpoints: [
          endpoint('vpce-member', named('1')),
          endpoint('vpce-stranger', named('2')),
          endpoint('vpce-unread', named('3')),
          endpoint('vpce-s3', 'com.amazonaws.ap-northeast-1.s3'),
        ],
      },
      'ec2:DescribeVpcEndpointServices': [ownedBy('1', member), ownedBy('2', stranger)],
    }),
    expect: { 'vpce-member': 'pass', 'vpce-stranger': 'fail', 'vpce-unread': 'unknown' },
  },
  {
    name: {
      ja: 'クライアントVPN：全員を認可、グループを認可、認可ルールを読めない',
      en: 'Client VPN: everybody authorized, a group authorized, rules unread',
    },
    given: connected({
      'ec2:DescribeClientVpnEndpoints': {
        ClientVpnEndpoints: [
          clientVpn('cvpn-endpoint-all'),
          clientVpn('cvpn-endpoint-group'),
          clientVpn('cvpn-endpoint-unread'),
        ],
      },
      'ec2:DescribeClientVpnAuthorizationRules': [
        rule('cvpn-endpoint-all', { AccessAll: true }),
        rule('cvpn-endpoint-group', { AccessAll: false, GroupId: 'S-1-5-21' }),
      ],
    }),
    expect: { 'cvpn-endpoint-all': 'fail', 'cvpn-endpoint-group': 'pass', 'cvpn-endpoint-unread': 'unknown' },
  },
  {
    name: {
      ja: '共有サブネット（組織外から、組織外へ）、Direct Connect（拠点、組織外）、Instance Connectエンドポイント',
      en: 'Subnets shared by and with strangers, Direct Connect to premises and of a stranger, an Instance Connect Endpoint',
    },
    given: connected({
      ...organization,
      'ec2:DescribeSubnets': {
        Subnets: [
          { SubnetId: 'subnet-theirs', VpcId: 'vpc-1', OwnerId: stranger },
          { SubnetId: 'subnet-lent', VpcId: 'vpc-2', OwnerId: account },
          { SubnetId: 'subnet-own', VpcId: 'vpc-2', OwnerId: account },
          { SubnetId: 'subnet-member', VpcId: 'vpc-3', OwnerId: member },
        ],
      },
      'ec2:DescribeNetworkInterfaces': {
        NetworkInterfaces: [
          { NetworkInterfaceId: 'eni-1', SubnetId: 'subnet-lent', OwnerId: stranger },
          { NetworkInterfaceId: 'eni-2', SubnetId: 'subnet-own', OwnerId: account },
        ],
      },
      'directconnect:DescribeVirtualInterfaces': {
        virtualInterfaces: [
          { virtualInterfaceId: 'dxvif-office', ownerAccount: account, virtualInterfaceState: 'available' },
          { virtualInterfaceId: 'dxvif-hosted', ownerAccount: stranger, virtualInterfaceState: 'confirming' },
        ],
      },
      'ec2:DescribeInstanceConnectEndpoints': {
        InstanceConnectEndpoints: [
          {
            InstanceConnectEndpointId: 'eice-1',
            InstanceConnectEndpointArn: 'arn:aws:ec2:ap-northeast-1:111122223333:instance-connect-endpoint/eice-1',
            OwnerId: account,
            State: 'create-complete',
          },
        ],
      },
    }),
    expect: {
      'subnet-theirs': 'fail',
      'subnet-lent': 'fail',
      'subnet-member': 'pass',
      'dxvif-office': 'pass',
      'dxvif-hosted': 'fail',
      'eice-1': 'pass',
    },
  },
  {
    name: { ja: 'ピアリングの取得だけを拒否された', en: 'The peerings alone were denied' },
    given: denied(connected({ ...organization, ...peerings }), 'ec2:DescribeVpcPeeringConnections'),
    expect: { 'vpc-peering': 'unknown' },
  },
  {
    name: { ja: 'サブネットの取得を拒否された', en: 'The subnets were denied' },
    given: denied(connected({ ...organization, ...peerings }), 'ec2:DescribeSubnets'),
    expect: { 'ap-northeast-1': 'unknown' },
  },
];
