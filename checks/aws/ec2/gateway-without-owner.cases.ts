import type { CheckCase } from '../../../lib/model/check-case.ts';
import { account, denied, inRegion } from '../cases/units.ts';

const tags = (Key: string, Value: string): object => ({ Tags: [{ Key, Value }] });
const gateways = inRegion({
  'ec2:DescribeInternetGateways': {
    InternetGateways: [
      { InternetGatewayId: 'igw-owned', OwnerId: account, ...tags('Owner', 'infra') },
      { InternetGatewayId: 'igw-none', OwnerId: account, ...tags('Name', 'main') },
      { InternetGatewayId: 'igw-shared', OwnerId: '444455556666' },
    ],
  },
  'ec2:DescribeNatGateways': {
    NatGateways: [
      { NatGatewayId: 'nat-blank', State: 'available', ...tags('Owner', ' ') },
      { NatGatewayId: 'nat-gone', State: 'deleted' },
    ],
  },
  'ec2:DescribeVpnGateways': { VpnGateways: [{ VpnGatewayId: 'vgw-1', State: 'available' }] },
  'ec2:DescribeCustomerGateways': { CustomerGateways: [{ CustomerGatewayId: 'cgw-1', ...tags('責任者', '情シス') }] },
  'ec2:DescribeTransitGateways': {
    TransitGateways: [
      { TransitGatewayId: 'tgw-1', OwnerId: account, State: 'available' },
      { TransitGatewayId: 'tgw-shared', OwnerId: '444455556666', State: 'available' },
    ],
  },
  'ec2:DescribeVpnConnections': { VpnConnections: [{ VpnConnectionId: 'vpn-1', State: 'available' }] },
});

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: '責任者のタグあり、なし、空白だけ（ほかのアカウントのものと削除済みのものは対象外）',
      en: 'With an owner tag, without, with blanks alone; those of other accounts and those that are gone are not judged',
    },
    given: gateways,
    expect: {
      'igw-owned': 'pass',
      'igw-none': 'fail',
      'nat-blank': 'fail',
      'vgw-1': 'fail',
      'cgw-1': 'pass',
      'tgw-1': 'fail',
      'vpn-1': 'fail',
    },
  },
  {
    name: { ja: '基準が別のタグを責任者とする', en: 'The standard names another tag' },
    given: gateways,
    standard: { owners: { tagKeys: ['Name'] } },
    expect: {
      'igw-owned': 'fail',
      'igw-none': 'pass',
      'nat-blank': 'fail',
      'vgw-1': 'fail',
      'cgw-1': 'fail',
      'tgw-1': 'fail',
      'vpn-1': 'fail',
    },
  },
  {
    name: { ja: 'NATゲートウェイの取得だけを拒否された', en: 'The NAT gateways alone were denied' },
    given: denied(gateways, 'ec2:DescribeNatGateways'),
    expect: {
      'igw-owned': 'pass',
      'igw-none': 'fail',
      'nat-gateway': 'unknown',
      'vgw-1': 'fail',
      'cgw-1': 'pass',
      'tgw-1': 'fail',
      'vpn-1': 'fail',
    },
  },
  {
    name: { ja: 'インターネットゲートウェイの取得を拒否された', en: 'The internet gateways were denied' },
    given: denied(gateways, 'ec2:DescribeInternetGateways'),
    expect: { 'ap-northeast-1': 'unknown' },
  },
];
