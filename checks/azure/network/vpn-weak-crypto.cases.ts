import type { CheckCase } from '../../../lib/model/check-case.ts';
import { answering, idOf, inSubscription, refused, resource } from '../cases/subscription.ts';

const vpns = 'Microsoft.Network/connections';
const gateways = 'Microsoft.Network/virtualNetworkGateways';
const sites = 'Microsoft.Network/localNetworkGateways';
const strong = {
  ikeEncryption: 'AES256',
  ikeIntegrity: 'SHA256',
  dhGroup: 'DHGroup14',
  ipsecEncryption: 'GCMAES256',
  ipsecIntegrity: 'GCMAES256',
  pfsGroup: 'PFS2048',
};
const vpn = (name: string, ipsecPolicies: readonly object[], more: object = {}): object =>
  resource(vpns, name, {
    connectionType: 'IPsec',
    localNetworkGateway2: { id: idOf(sites, 'office') },
    virtualNetworkGateway1: { id: idOf(gateways, 'gw') },
    ipsecPolicies,
    ...more,
  });

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: '基準どおり、ポリシーなし、1つだけ弱い、PFSなし、IKEv1、ExpressRoute',
      en: 'As the standard says, no policy, a single weak setting, no PFS, IKEv1, ExpressRoute',
    },
    given: inSubscription(
      answering(
        vpns,
        vpn('strong', [strong]),
        vpn('mode', [{ ...strong, pfsGroup: 'PFSMM' }]),
        vpn('default', []),
        vpn('group', [{ ...strong, dhGroup: 'DHGroup2' }]),
        vpn('hash', [{ ...strong, ikeIntegrity: 'SHA1' }]),
        vpn('cipher', [{ ...strong, ipsecEncryption: 'DES3', ipsecIntegrity: 'SHA256' }]),
        vpn('pfs', [{ ...strong, pfsGroup: 'None' }]),
        vpn('old', [strong], { connectionProtocol: 'IKEv1' }),
        resource(vpns, 'circuit', { connectionType: 'ExpressRoute' }),
      ),
      answering(sites, resource(sites, 'office', { gatewayIpAddress: '203.0.113.9' })),
    ),
    expect: {
      strong: 'pass',
      mode: 'pass',
      default: 'fail',
      group: 'fail',
      hash: 'fail',
      cipher: 'fail',
      pfs: 'fail',
      old: 'fail',
    },
  },
  {
    name: { ja: 'SKUがBasicのゲートウェイ', en: 'A gateway of the SKU Basic' },
    given: inSubscription(
      answering(vpns, vpn('basic', [])),
      answering(gateways, resource(gateways, 'gw', { sku: { name: 'Basic' }, vpnType: 'RouteBased' })),
    ),
    expect: { basic: 'fail' },
  },
  {
    name: { ja: '接続が読めない', en: 'The connections were refused' },
    given: refused(inSubscription(), vpns),
    expect: { 'vnet-gateway-connection': 'unknown' },
  },
];
