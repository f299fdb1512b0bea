import type { CheckCase } from '../../../lib/model/check-case.ts';
import { assigned, definitions, directory, roles, user } from '../cases/access.ts';
import { inSubscription, refused, subscription } from '../cases/subscription.ts';

const staff = directory(user('hanako'));
const held = assigned(['hanako', roles.custom]);

export const cases: readonly CheckCase[] = [
  {
    name: { ja: 'すべての操作を許可し、保持者がいる', en: 'Allows everything, and is held' },
    given: inSubscription(definitions({ actions: ['*'] }), staff, held),
    expect: { [roles.custom]: 'fail' },
  },
  {
    name: { ja: 'すべての操作を許可し、誰も持たない', en: 'Allows everything, and nobody holds it' },
    given: inSubscription(definitions({ actions: ['*/read', '*/write', '*/action', '*/delete'] }), staff),
    expect: { [roles.custom]: 'fail' },
  },
  {
    name: { ja: '除外により何も残らない', en: 'Its exceptions leave nothing' },
    given: inSubscription(definitions({ actions: ['*'], notActions: ['*'] }), staff, held),
    expect: { [roles.custom]: 'pass' },
  },
  {
    name: { ja: 'ロールの定義を拒否された', en: 'Definitions of roles were refused' },
    given: refused(inSubscription(staff, held), 'Microsoft.Authorization/roleDefinitions'),
    expect: { [subscription]: 'unknown' },
  },
];
