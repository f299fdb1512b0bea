import type { CaseSnapshot, CheckCase } from '../../../lib/model/check-case.ts';
import { account, denied, inAccount } from '../cases/units.ts';

const summary = (keys: number): CaseSnapshot =>
  inAccount({ 'iam:GetAccountSummary': { SummaryMap: { AccountMFAEnabled: 1, AccountAccessKeysPresent: keys } } });

export const cases: readonly CheckCase[] = [
  {
    name: { ja: 'ルートユーザーのアクセスキーがある', en: 'The root user has an access key' },
    given: summary(1),
    expect: { root: 'fail' },
  },
  {
    name: { ja: 'ルートユーザーのアクセスキーがない', en: 'The root user has no access key' },
    given: summary(0),
    expect: { root: 'pass' },
  },
  {
    name: {
      ja: '一元管理でパスワードが削除され、アクセスキーだけが残ったルートユーザー',
      en: 'A root user whose password was removed by central root access, and whose access key was left',
    },
    given: inAccount({
      'iam:GetAccountSummary': {
        SummaryMap: { AccountMFAEnabled: 0, AccountPasswordPresent: 0, AccountAccessKeysPresent: 1 },
      },
    }),
    expect: { root: 'fail' },
  },
  {
    name: { ja: '要約の取得を拒否された', en: 'The summary was denied' },
    given: denied(summary(0), 'iam:GetAccountSummary'),
    expect: { [account]: 'unknown' },
  },
];
