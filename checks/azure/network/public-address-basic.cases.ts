import type { CheckCase } from '../../../lib/model/check-case.ts';
import { answering, inSubscription, refused, resource, subscription } from '../cases/subscription.ts';

const type = 'Microsoft.Network/publicIPAddresses';
const given = inSubscription(
  answering(
    type,
    resource(type, 'basic', {}, { sku: { name: 'Basic' } }),
    resource(type, 'unsaid'),
    resource(type, 'standard', {}, { sku: { name: 'Standard' } }),
    resource(type, 'newer', {}, { sku: { name: 'Premium' } }),
  ),
);

export const cases: readonly CheckCase[] = [
  {
    name: { ja: 'Basic、指定なし、Standard、未知のSKU', en: 'Basic, not said, Standard, and one that is newer' },
    given,
    expect: { basic: 'fail', unsaid: 'fail', standard: 'pass', newer: 'unknown' },
  },
  {
    name: { ja: 'アドレスの取得を拒否された', en: 'The addresses were refused' },
    given: refused(given, type),
    expect: { [subscription]: 'unknown' },
  },
];
