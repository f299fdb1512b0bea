import type { CheckCase } from '../../../lib/model/check-case.ts';
import { group, groupId, machine, network, subnet } from '../cases/network.ts';
import { inSubscription, refused, subscription } from '../cases/subscription.ts';

const given = inSubscription(
  network(subnet('app'), subnet('GatewaySubnet'), subnet('data', { networkSecurityGroup: { id: groupId } })),
  group(),
  machine(),
);

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: 'グループのないサブネット、グループのあるサブネット、ゲートウェイのサブネット',
      en: 'A subnet without a group, one with, and that of a gateway',
    },
    given,
    expect: { app: 'fail', data: 'pass' },
  },
  {
    name: { ja: 'インターフェイスがそれぞれグループを持つ', en: 'Interfaces have groups of their own' },
    given: inSubscription(network(subnet('app')), group(), machine({ group: true })),
    expect: { app: 'fail' },
  },
  {
    name: { ja: '仮想ネットワークの取得を拒否された', en: 'The virtual networks were refused' },
    given: refused(given, 'Microsoft.Network/virtualNetworks'),
    expect: { [subscription]: 'unknown' },
  },
];
