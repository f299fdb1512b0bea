import type { CheckCase } from '../../../lib/model/check-case.ts';
import { account, denied } from '../../aws/cases/units.ts';
import { answering, inSubscription, resource, subscription } from '../../azure/cases/subscription.ts';
import { row, withBuckets } from '../cases/register.ts';

const here = withBuckets(['data']);

export const cases: readonly CheckCase[] = [
  {
    name: { ja: '別のアカウントでだけ承認されている', en: 'Approved in another account alone' },
    given: here,
    standard: { register: [row('storage', { aws: ['s3'] }, { accounts: ['999988887777'] })] },
    expect: { s3: 'fail' },
  },
  {
    name: {
      ja: '2行のうち、このアカウントの行が承認している。場所を持たないものはリージョンを問わない',
      en: 'Of two rows the one for this account approves; what stands nowhere has no region to be wrong',
    },
    given: here,
    standard: {
      register: [
        row('other', { aws: ['s3'] }, { accounts: ['999988887777'] }),
        row('own', { aws: ['s3'] }, { accounts: [account], regions: ['eu-west-1'] }),
      ],
    },
    expect: { s3: 'pass' },
  },
  {
    name: {
      ja: '承認外の場所。表示名（Japan East）で書いても同じ',
      en: 'A location that is not approved; its display name (Japan East) means the same',
    },
    given: inSubscription(
      answering(
        'Microsoft.Resources/resources',
        resource('Microsoft.Sql/servers', 'here'),
        resource('Microsoft.Sql/servers', 'there', {}, { location: 'westeurope' }),
        resource('Microsoft.Storage/storageAccounts', 'data'),
      ),
    ),
    standard: {
      register: [
        row('db', { azure: ['Microsoft.Sql/*'] }, { regions: ['Japan East'], accounts: [subscription] }),
        row('storage', { azure: ['Microsoft.Storage/*'] }, { regions: ['Japan East'] }),
      ],
    },
    expect: { servers: 'fail', storageaccounts: 'pass' },
  },
  {
    name: { ja: '呼び出しの記録の取得を拒否された', en: 'The record of calls was denied' },
    given: denied(here, 'iam:GetServiceLastAccessedDetails'),
    standard: { register: [row('storage', { aws: ['s3'] })] },
    expect: { s3: 'pass', [account]: 'unknown' },
  },
];
