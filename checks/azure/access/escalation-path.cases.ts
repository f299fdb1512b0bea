import type { CheckCase } from '../../../lib/model/check-case.ts';
import { assigned, definitions, directory, roles, servicePrincipal, user } from '../cases/access.ts';
import { answering, idOf, inSubscription, refused, resource, subscription } from '../cases/subscription.ts';

const machines = 'Microsoft.Compute/virtualMachines';
const vm = idOf(machines, 'vm1');
const carrying = answering(
  machines,
  resource(machines, 'vm1', {}, { identity: { type: 'SystemAssigned', principalId: 'mi' } }),
);
const people = directory(user('operator'), user('reader'), user('admin'), servicePrincipal('mi'));
const held = [
  ['operator', roles.machineContributor, vm],
  ['reader', roles.reader, vm],
  ['admin', roles.owner],
] as const;

export const cases: readonly CheckCase[] = [
  {
    name: { ja: '所有者のIDで動く仮想マシンの操作者', en: 'Operates a machine that runs as an owner' },
    given: inSubscription(definitions(), people, carrying, assigned(...held, ['mi', roles.owner])),
    expect: { operator: 'fail', reader: 'pass', admin: 'pass', mi: 'pass' },
  },
  {
    name: { ja: '閲覧者のIDで動く仮想マシンの操作者', en: 'Operates a machine that runs as a reader' },
    given: inSubscription(definitions(), people, carrying, assigned(...held, ['mi', roles.reader])),
    expect: { operator: 'pass', reader: 'pass', admin: 'pass', mi: 'pass' },
  },
  {
    name: { ja: '仮想マシンを取得できない', en: 'Machines were refused' },
    given: refused(inSubscription(definitions(), people, assigned(...held, ['mi', roles.owner])), machines),
    expect: { operator: 'pass', reader: 'pass', admin: 'pass', mi: 'pass', [subscription]: 'unknown' },
  },
];
