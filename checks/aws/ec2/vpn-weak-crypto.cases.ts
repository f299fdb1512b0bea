import type { CheckCase } from '../../../lib/model/check-case.ts';
import { connected } from '../cases/connections.ts';
import { defaultNetwork } from '../cases/default-network.ts';
import { denied } from '../cases/units.ts';

const values = <T>(...list: readonly T[]): readonly { readonly Value: T }[] => list.map((Value) => ({ Value }));
const strong = {
  IkeVersions: values('ikev2'),
  Phase1EncryptionAlgorithms: values('AES256', 'AES256-GCM-16'),
  Phase1IntegrityAlgorithms: values('SHA2-256', 'SHA2-512'),
  Phase1DHGroupNumbers: values(14, 20),
  Phase2EncryptionAlgorithms: values('AES256-GCM-16'),
  Phase2IntegrityAlgorithms: values('SHA2-384'),
  Phase2DHGroupNumbers: values(19),
};
const vpn = (id: string, ...tunnels: readonly object[]): object => ({
  VpnConnectionId: id,
  State: 'available',
  CustomerGatewayId: 'cgw-1',
  Options: { TunnelOptions: tunnels.map((each, at) => ({ OutsideIpAddress: `203.0.113.${at + 1}`, ...each })) },
});
const vpns = (...VpnConnections: readonly object[]): CheckCase['given'] =>
  connected({
    'ec2:DescribeVpnConnections': { VpnConnections },
    'ec2:DescribeCustomerGateways': { CustomerGateways: [{ CustomerGatewayId: 'cgw-1', IpAddress: '198.51.100.7' }] },
  });

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: '基準どおり、オプションの指定なし、片方のトンネルだけIKEv1、1つのオプションだけ弱い',
      en: 'As the standard says, nothing set, IKEv1 in one tunnel of two, a single weak option each',
    },
    given: vpns(
      vpn('vpn-strong', strong, strong),
      vpn('vpn-default', {}, {}),
      vpn('vpn-half', strong, { ...strong, IkeVersions: values('ikev1', 'ikev2') }),
      vpn('vpn-aes', { ...strong, Phase2EncryptionAlgorithms: values('AES128') }),
      vpn('vpn-sha', { ...strong, Phase1IntegrityAlgorithms: values('SHA1') }),
      vpn('vpn-dh', { ...strong, Phase2DHGroupNumbers: values(5) }),
      vpn('vpn-new', { ...strong, Phase1EncryptionAlgorithms: values('AES256-NEW') }),
      { ...vpn('vpn-gone', {}), State: 'deleted' },
    ),
    expect: {
      'vpn-strong': 'pass',
      'vpn-default': 'fail',
      'vpn-half': 'fail',
      'vpn-aes': 'fail',
      'vpn-sha': 'fail',
      'vpn-dh': 'fail',
      'vpn-new': 'fail',
    },
  },
  {
    name: { ja: 'トンネルのオプションが応答にない古い接続', en: 'An old connection without options' },
    given: vpns({
      VpnConnectionId: 'vpn-classic',
      State: 'available',
      VgwTelemetry: [{ OutsideIpAddress: '203.0.113.1' }, { OutsideIpAddress: '203.0.113.2' }],
    }),
    expect: { 'vpn-classic': 'fail' },
  },
  {
    name: { ja: 'トンネルがまだ応答にない接続', en: 'A connection whose tunnels are not told yet' },
    given: vpns({ VpnConnectionId: 'vpn-new', State: 'pending' }),
    expect: { 'vpn-new': 'unknown' },
  },
  {
    name: { ja: '基準がAES128を認めている', en: 'The standard allows AES128' },
    given: vpns(vpn('vpn-aes', { ...strong, Phase2EncryptionAlgorithms: values('AES128') })),
    standard: {
      network: { ...defaultNetwork, vpn: { ...defaultNetwork.vpn, encryption: ['AES128', 'AES256', 'AES256-GCM-16'] } },
    },
    expect: { 'vpn-aes': 'pass' },
  },
  {
    name: { ja: 'VPN接続の取得を拒否された', en: 'The VPN connections were denied' },
    given: denied(vpns(vpn('vpn-strong', strong)), 'ec2:DescribeVpnConnections'),
    expect: { 'vpn-connection': 'unknown' },
  },
];
