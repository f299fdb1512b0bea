import type { CheckCase } from '../../../lib/model/check-case.ts';
import { denied, inRegion } from '../../aws/cases/units.ts';
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

const place = 'ap-northeast-1:111122223333';
const logsAndBackups = {
  'logs:DescribeLogGroups': { logGroups: [] },
  'backup:ListBackupVaults': { BackupVaultList: [] },
  'backup:ListRecoveryPointsByBackupVault': [],
};
const fileSystems = (...ids: readonly string[]) =>
  inRegion({
    ...logsAndBackups,
    'elasticfilesystem:DescribeFileSystems': {
      FileSystems: ids.map((FileSystemId) => ({
        FileSystemId,
        FileSystemArn: `arn:aws:elasticfilesystem:${place}:file-system/${FileSystemId}`,
      })),
    },
  });
const files = row('files', { aws: ['elasticfilesystem'] }, retired);
const machines = inRegion({
  ...logsAndBackups,
  'ec2:DescribeInstances': { Reservations: [] },
  'ec2:DescribeVolumes': { Volumes: [] },
  'ec2:DescribeSnapshots#own': { Snapshots: [] },
  'ec2:DescribeSnapshots': { Snapshots: [] },
  'ec2:DescribeImages#own': { Images: [] },
  'ec2:DescribeImages': { Images: [] },
  'ec2:ListSnapshotsInRecycleBin': {
    Snapshots: [{ SnapshotId: 'snap-1', RecycleBinExitTime: '2026-01-08T00:00:00.000Z' }],
  },
  'ec2:ListImagesInRecycleBin': { Images: [] },
  'ec2:ListVolumesInRecycleBin': { Volumes: [] },
});
const secrets = inRegion({
  ...logsAndBackups,
  'secretsmanager:ListSecrets': {
    SecretList: [
      { Name: 'own', ARN: `arn:aws:secretsmanager:${place}:secret:own` },
      { Name: 'waits', ARN: `arn:aws:secretsmanager:${place}:secret:waits`, DeletedDate: '2025-12-20T00:00:00.000Z' },
      { Name: 'copy', ARN: `arn:aws:secretsmanager:${place}:secret:copy`, PrimaryRegion: 'us-east-1' },
    ],
  },
});
const tables = inRegion({
  ...logsAndBackups,
  'dynamodb:ListTables': { TableNames: ['orders'] },
  'dynamodb:ListBackups': {
    BackupSummaries: [{ BackupArn: `arn:aws:dynamodb:${place}:table/old/backup/01`, TableName: 'old' }],
  },
});

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
    name: { ja: '利用を終了したファイルシステムが残っている', en: 'A file system of an ended service is left' },
    given: fileSystems('fs-1'),
    standard: { register: [files] },
    expect: { 'fs-1': 'fail' },
  },
  {
    name: { ja: 'リージョンのどの種類も残っていない', en: 'Nothing of any kind is left in the region' },
    given: fileSystems(),
    standard: { register: [files] },
    expect: { files: 'pass' },
  },
  {
    name: {
      ja: '点検のあとに利用終了とした行。尋ねていないものは確認不能',
      en: 'The row ended after the scan: what nobody asked for is unknown',
    },
    given: inRegion(logsAndBackups),
    standard: { register: [files] },
    expect: { 'efs-file-system': 'unknown' },
  },
  {
    name: { ja: '使用中の行だけなら、尋ねていないものはない', en: 'Where the row has not ended nobody asks' },
    given: inRegion(logsAndBackups),
    standard: { register: [row('files', { aws: ['elasticfilesystem'] })] },
    expect: {},
  },
  {
    name: { ja: 'ファイルシステムの一覧を拒否された', en: 'The file systems were denied' },
    given: denied(fileSystems('fs-1'), 'elasticfilesystem:DescribeFileSystems'),
    standard: { register: [files] },
    expect: { 'efs-file-system': 'unknown' },
  },
  {
    name: {
      ja: '削除したスナップショットがごみ箱にあるうちは残っている',
      en: 'A deleted snapshot is left as long as it is in the Recycle Bin',
    },
    given: machines,
    standard: { register: [row('machines', { aws: ['ec2'] }, retired)] },
    expect: { 'snap-1': 'fail' },
  },
  {
    name: {
      ja: 'インスタンスの一覧を拒否された。残っていないとは言えない',
      en: 'The instances were denied: nobody can say that none is left',
    },
    given: denied(machines, 'ec2:DescribeInstances'),
    standard: { register: [row('machines', { aws: ['ec2'] }, retired)] },
    expect: { 'snap-1': 'fail', DescribeInstances: 'unknown' },
  },
  {
    name: {
      ja: '削除待ちのシークレットと、別のリージョンからのレプリカ',
      en: 'A secret that waits to be deleted, and a replica from another region',
    },
    given: secrets,
    standard: { register: [row('secrets', { aws: ['secretsmanager'] }, retired)] },
    expect: { own: 'fail', waits: 'fail', copy: 'fail' },
  },
  {
    name: { ja: 'テーブルと、なくなったテーブルのバックアップ', en: 'A table, and a backup of one that is gone' },
    given: tables,
    standard: { register: [row('tables', { aws: ['dynamodb'] }, retired)] },
    expect: { orders: 'fail', '01': 'fail' },
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
