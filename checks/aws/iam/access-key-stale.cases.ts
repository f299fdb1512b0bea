import type { CheckCase } from '../../../lib/model/check-case.ts';
import { credentialReport, root, user, type ReportRow } from '../cases/credential-report.ts';
import { account, denied, inAccount } from '../cases/units.ts';

const key = (made: string, lastUsed: string): ReportRow => ({
  access_key_1_active: 'true',
  access_key_1_last_rotated: made,
  access_key_1_last_used_date: lastUsed,
});
const standard = { thresholds: { staleDays: 90, graceDays: 30, accessKeyAgeDays: 90, rootUnusedDays: 90 } };

export const cases: readonly CheckCase[] = [
  {
    name: { ja: '長く使われていないキーと、一度も使われていないキー', en: 'A key unused for long, and one never used' },
    given: inAccount(
      credentialReport(
        user('hanako', key('2024-01-01T00:00:00+00:00', '2025-06-01T00:00:00+00:00')),
        user('jiro', key('2024-01-01T00:00:00+00:00', 'N/A')),
      ),
    ),
    standard,
    expect: { hanako: 'fail', jiro: 'fail' },
  },
  {
    name: {
      ja: '使われているキー、作ったばかりのキー、90日目のキー（無効なキーとルートユーザーは対象外）',
      en: 'A key in use, a new one, one on its ninetieth day; inactive keys and the root user are not judged',
    },
    given: inAccount(
      credentialReport(
        root(key('2019-01-01T00:00:00+00:00', 'N/A')),
        user('batch', key('2024-01-01T00:00:00+00:00', '2025-12-31T00:00:00+00:00')),
        user('shinjin', key('2025-12-22T00:00:00+00:00', 'N/A')),
        user('border', key('2024-01-01T00:00:00+00:00', '2025-10-03T00:00:00+00:00')),
        user('taro', { ...key('2024-01-01T00:00:00+00:00', 'N/A'), access_key_1_active: 'FALSE' }),
      ),
    ),
    standard,
    expect: { batch: 'pass', shinjin: 'pass', border: 'pass' },
  },
  {
    name: { ja: '認証情報レポートの取得を拒否された', en: 'The credential report was denied' },
    given: denied(inAccount(credentialReport(root())), 'iam:GetCredentialReport'),
    expect: { [account]: 'unknown' },
  },
];
