import type { CheckCase } from '../../../lib/model/check-case.ts';
import type { RegisterEntry } from '../../../lib/model/register.ts';
import { account, denied } from '../../aws/cases/units.ts';
import { row, withBuckets } from '../cases/register.ts';

const here = withBuckets(['data']);
const storage = (fields: Partial<RegisterEntry>) => ({ register: [row('storage', { aws: ['s3'] }, fields)] });
const { contractCheck: _contract, ...unchecked } = row('storage', { aws: ['s3'] });

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: '確認、承認、期限がそろっている（期限の当日まで）',
      en: 'Checked, approved and in time, to the very day',
    },
    given: here,
    standard: storage({ nextReview: '2026-01-01', validUntil: '2026-01-01' }),
    expect: { s3: 'pass' },
  },
  {
    name: { ja: '次回見直し日を過ぎた', en: 'The review is overdue' },
    given: here,
    standard: storage({ nextReview: '2025-12-31' }),
    expect: { s3: 'fail' },
  },
  {
    name: { ja: '契約内容の確認の記録がない', en: 'No record that the contract was checked' },
    given: here,
    standard: { register: [unchecked] },
    expect: { s3: 'fail' },
  },
  {
    name: { ja: 'ISMAPの登録が失効した', en: 'The ISMAP listing ran out' },
    given: here,
    standard: storage({ certificates: [{ scheme: 'ISMAP', validUntil: '2025-11-30' }] }),
    expect: { s3: 'fail' },
  },
  {
    name: { ja: '使っていない行と、利用禁止の行は対象外', en: 'Rows not in use, and forbidden ones, are left out' },
    given: here,
    standard: {
      register: [
        row('storage', { aws: ['s3'] }, { state: 'forbidden', nextReview: '2020-01-01' }),
        row('idle', { aws: ['glue'] }, { nextReview: '2020-01-01' }),
      ],
    },
    expect: {},
  },
  {
    name: { ja: '呼び出しの記録の取得を拒否された', en: 'The record of calls was denied' },
    given: denied(here, 'iam:GetServiceLastAccessedDetails'),
    standard: storage({}),
    expect: { s3: 'pass', [account]: 'unknown' },
  },
];
