import type { CheckCase } from '../../../lib/model/check-case.ts';
import { denied } from '../../aws/cases/units.ts';
import { answering, inSubscription, refused, resource } from '../../azure/cases/subscription.ts';
import { row, withBuckets } from '../cases/register.ts';

const retired = { state: 'retired', endedOn: '2025-03-31' } as const;
const disks = inSubscription(
  answering('Microsoft.Resources/resources', resource('Microsoft.Compute/snapshots', 'old-data')),
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
];
