import type { CheckCase } from '../../../lib/model/check-case.ts';
import { machine } from '../cases/network.ts';
import { answering, idOf, inSubscription, refused, resource, subscription } from '../cases/subscription.ts';

const forwarding = machine({ nic: { enableIPForwarding: true } });
const vm = 'Microsoft.Compute/virtualMachines';

export const cases: readonly CheckCase[] = [
  {
    name: { ja: '責任者のいない転送', en: 'One that forwards, and nobody owns' },
    given: inSubscription(forwarding),
    expect: { nic1: 'fail' },
  },
  {
    name: { ja: '仮想マシンに責任者のタグがある', en: 'The machine is tagged with its owner' },
    given: inSubscription(
      forwarding,
      answering(
        vm,
        resource(vm, 'vm1', {}, { id: idOf(vm, 'vm1').toUpperCase(), tags: { owner: 'network@example.com' } }),
      ),
    ),
    expect: { nic1: 'pass' },
  },
  {
    name: { ja: '転送しないインターフェイス', en: 'One that does not forward' },
    given: inSubscription(machine()),
    expect: {},
  },
  {
    name: { ja: 'インターフェイスの取得を拒否された', en: 'The interfaces were refused' },
    given: refused(inSubscription(forwarding), 'Microsoft.Network/networkInterfaces'),
    expect: { [subscription]: 'unknown' },
  },
];
