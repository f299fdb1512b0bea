import type { CheckCase } from '../../../lib/model/check-case.ts';
import { answering, inSubscription, refused, scope, subscription } from '../cases/subscription.ts';

const operation = 'Microsoft.Authorization/classicAdministrators';
const administrator = {
  id: `${scope}/providers/${operation}/coadmin`,
  properties: { emailAddress: 'hanako@contoso.example', role: 'CoAdministrator' },
};

export const cases: readonly CheckCase[] = [
  {
    name: { ja: '共同管理者が残っている', en: 'A co-administrator is left' },
    given: inSubscription(answering(operation, administrator)),
    expect: { coadmin: 'fail' },
  },
  {
    name: { ja: '誰も残っていない', en: 'Nobody is left' },
    given: inSubscription(),
    expect: { [subscription]: 'pass' },
  },
  {
    name: { ja: '従来の管理者を拒否された', en: 'Classic administrators were refused' },
    given: refused(inSubscription(), operation),
    expect: { [subscription]: 'unknown' },
  },
];
