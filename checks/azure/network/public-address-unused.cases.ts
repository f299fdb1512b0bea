import type { CheckCase } from '../../../lib/model/check-case.ts';
import { machine } from '../cases/network.ts';
import { answering, inSubscription, refused, resource, subscription } from '../cases/subscription.ts';

const type = 'Microsoft.Network/publicIPAddresses';
const given = inSubscription(
  machine({ address: 'Standard' }),
  answering(
    type,
    resource(type, 'pip1'),
    resource(type, 'forgotten'),
    resource(type, 'nat', { natGateway: { id: 'nat1' } }),
  ),
);

export const cases: readonly CheckCase[] = [
  {
    name: { ja: '置き忘れたアドレス、使用中、NATゲートウェイ', en: 'One forgotten, one in use, one of a NAT gateway' },
    given,
    expect: { forgotten: 'fail', pip1: 'pass', nat: 'pass' },
  },
  {
    name: { ja: 'アドレスの取得を拒否された', en: 'The addresses were refused' },
    given: refused(given, type),
    expect: { [subscription]: 'unknown' },
  },
];
