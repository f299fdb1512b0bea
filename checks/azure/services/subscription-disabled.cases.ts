import type { CheckCase, CaseSnapshot } from '../../../lib/model/check-case.ts';
import { answering, inSubscription, refused, resource, subscription, tenant } from '../cases/subscription.ts';

const subscriptions = 'Microsoft.Resources/subscriptions';
const resources = 'Microsoft.Resources/resources';
const vaults = 'Microsoft.KeyVault/deletedVaults';

const machine = answering(resources, resource('Microsoft.Compute/virtualMachines', 'vm1'));
const oldVault = answering(vaults, {
  id: `/subscriptions/${subscription}/providers/Microsoft.KeyVault/locations/japaneast/deletedVaults/kv-old`,
  name: 'kv-old',
  properties: { location: 'japaneast' },
});
const inState = (state: string, ...more: readonly Readonly<Record<string, unknown>>[]): CaseSnapshot =>
  inSubscription(
    answering(subscriptions, { subscriptionId: subscription, displayName: 'production', tenantId: tenant, state }),
    ...more,
  );

export const cases: readonly CheckCase[] = [
  {
    name: { ja: '無効で、リソースが残っている', en: 'It is disabled, and resources are left' },
    given: inState('Disabled', machine),
    expect: { [subscription]: 'fail' },
  },
  {
    name: {
      ja: '無効で、復元できるキーコンテナーだけが残っている',
      en: 'It is disabled, and a key vault can be recovered',
    },
    given: inState('Disabled', oldVault),
    expect: { [subscription]: 'fail' },
  },
  {
    name: { ja: 'まもなく無効になる', en: 'It will soon be disabled' },
    given: inState('Warned', machine),
    expect: { [subscription]: 'fail' },
  },
  {
    name: { ja: '無効で、何が残っているかを読めない', en: 'It is disabled, and what it holds was refused' },
    given: refused(inState('Disabled', machine), resources),
    expect: { [subscription]: 'unknown' },
  },
  {
    name: { ja: '無効で、何も残っていない', en: 'It is disabled, and nothing is left' },
    given: inState('Disabled'),
    expect: { [subscription]: 'pass' },
  },
  {
    name: { ja: '支払いが遅れているだけ', en: 'It is merely past due' },
    given: inState('PastDue', machine),
    expect: { [subscription]: 'pass' },
  },
  {
    name: { ja: '有効', en: 'It is enabled' },
    given: inState('Enabled', machine),
    expect: { [subscription]: 'pass' },
  },
  {
    name: {
      ja: '無効でリソースはないが、削除済みのキーコンテナーを読めない',
      en: 'It is disabled and has no resources, and the deleted key vaults were refused',
    },
    given: refused(inState('Disabled'), vaults),
    expect: { [subscription]: 'unknown' },
  },
  {
    name: { ja: '知らない状態', en: 'A state that nobody knows' },
    given: inState('Frozen', machine),
    expect: { [subscription]: 'unknown' },
  },
  {
    name: { ja: 'サブスクリプションの一覧を拒否された', en: 'The subscriptions were refused' },
    given: refused(inState('Enabled'), subscriptions),
    expect: { [subscription]: 'unknown' },
  },
];
