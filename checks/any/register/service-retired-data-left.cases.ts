import type { CheckCase } from '../../../lib/model/check-case.ts';
import { denied } from '../../aws/cases/units.ts';
import { answering, idOf, inSubscription, refused, resource, scope } from '../../azure/cases/subscription.ts';
import { row, withBuckets } from '../cases/register.ts';

const retired = { state: 'retired', endedOn: '2025-03-31' } as const;
const disks = inSubscription(
  answering('Microsoft.Resources/resources', resource('Microsoft.Compute/snapshots', 'old-data')),
);
const vaults = [row('secrets', { azure: ['Microsoft.KeyVault/vaults'] }, retired)];
const vault = (name: string, rest: object = {}): object => ({
  id: `${scope}/providers/Microsoft.KeyVault/locations/japaneast/deletedVaults/${name}`,
  name,
  properties: { vaultId: idOf('Microsoft.KeyVault/vaults', name), location: 'japaneast', ...rest },
});
const recoverable = inSubscription(
  answering(
    'Microsoft.KeyVault/deletedVaults',
    vault('kv-old', { scheduledPurgeDate: '2026-08-01T00:00:00Z' }),
    vault('kv-kept', { scheduledPurgeDate: '2026-08-01T00:00:00Z', purgeProtectionEnabled: true }),
  ),
);
const item = 'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems';
const backedUp = inSubscription(
  answering(item, {
    id: `${idOf('Microsoft.RecoveryServices/vaults', 'rsv')}/backupFabrics/Azure/protectionContainers/IaasVMContainer;v2;app;vm-old/protectedItems/VM;v2;app;vm-old`,
    name: 'VM;v2;app;vm-old',
    location: 'japaneast',
    properties: { friendlyName: 'vm-old', sourceResourceId: idOf('Microsoft.Compute/virtualMachines', 'vm-old') },
  }),
);

export const cases: readonly CheckCase[] = [
  {
    name: { ja: '利用を終了したサービスのバケットが残っている', en: 'A bucket of an ended service is left' },
    given: withBuckets(['old-data']),
    standard: { register: [row('storage', { aws: ['s3'] }, retired)] },
    expect: { 'old-data': 'fail' },
  },
  {
    name: { ja: '利用終了日の翌日から指摘する', en: 'Found from the day after the last day of use' },
    given: withBuckets(['old-data']),
    standard: { register: [row('storage', { aws: ['s3'] }, { endedOn: '2025-12-31' })] },
    expect: { 'old-data': 'fail' },
  },
  {
    name: { ja: '何も残っていない', en: 'Nothing is left' },
    given: withBuckets([]),
    standard: { register: [row('storage', { aws: ['s3'] }, retired)] },
    expect: { storage: 'pass' },
  },
  {
    name: {
      ja: '使用中の行も当てはまれば、そのデータとみなす',
      en: 'What a row in use is about as well is taken for that',
    },
    given: withBuckets(['old-data']),
    standard: { register: [row('old', { aws: ['s3'] }, retired), row('new', { aws: ['s3'] })] },
    expect: { old: 'pass' },
  },
  {
    name: { ja: '別のアカウントの行', en: 'A row about another account' },
    given: withBuckets(['old-data']),
    standard: { register: [row('storage', { aws: ['s3'] }, { ...retired, accounts: ['999988887777'] })] },
    expect: {},
  },
  {
    name: { ja: 'Azureのスナップショットが残っている', en: 'A snapshot of Azure is left' },
    given: disks,
    standard: { register: [row('machines', { azure: ['Microsoft.Compute/*'] }, retired)] },
    expect: { 'old-data': 'fail' },
  },
  {
    name: { ja: 'バケットの一覧を拒否された', en: 'The buckets were denied' },
    given: denied(withBuckets(['old-data']), 's3:ListBuckets'),
    standard: { register: [row('storage', { aws: ['s3'] }, retired)] },
    expect: { 's3-bucket': 'unknown' },
  },
  {
    name: { ja: 'Azureのリソースの一覧を拒否された', en: 'The resources of Azure were refused' },
    given: refused(disks, 'Microsoft.Resources/resources'),
    standard: { register: [row('machines', { azure: ['Microsoft.Compute/*'] }, retired)] },
    expect: { 'azure-resource': 'unknown' },
  },
  {
    name: {
      ja: '論理的に削除されたキーコンテナーを、まだ復元できる',
      en: 'Key vaults that were deleted can still be recovered',
    },
    given: recoverable,
    standard: { register: vaults },
    expect: { 'kv-old': 'fail', 'kv-kept': 'fail' },
  },
  {
    name: { ja: '仮想マシンのバックアップが残っている', en: 'The backup of a machine is left' },
    given: backedUp,
    standard: { register: [row('machines', { azure: ['Microsoft.Compute/*'] }, retired)] },
    expect: { 'VM;v2;app;vm-old': 'fail' },
  },
  {
    name: {
      ja: '使用中のコンテナーにある、利用を終了した仮想マシンのバックアップ',
      en: 'The backup of a machine whose use has ended, in a vault that is in use',
    },
    given: backedUp,
    standard: {
      register: [
        row('machines', { azure: ['Microsoft.Compute/*'] }, retired),
        row('backup', { azure: ['Microsoft.RecoveryServices/*'] }),
      ],
    },
    expect: { 'VM;v2;app;vm-old': 'fail' },
  },
  {
    name: { ja: '削除済みのキーコンテナーの一覧を拒否された', en: 'The deleted key vaults were refused' },
    given: refused(recoverable, 'Microsoft.KeyVault/deletedVaults'),
    standard: { register: vaults },
    expect: { deletedvaults: 'unknown' },
  },
  {
    name: {
      ja: '削除済みのデータの一覧がないサービスは、何もなくても適合としない',
      en: 'A service whose deleted data is in no list is not passed where nothing is seen',
    },
    given: inSubscription(),
    standard: { register: [row('databases', { azure: ['Microsoft.Sql/*'] }, retired)] },
    expect: {},
  },
];
