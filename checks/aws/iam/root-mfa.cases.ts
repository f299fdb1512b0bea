import type { CaseSnapshot, CheckCase } from '../../../lib/model/check-case.ts';
import { account, denied, inAccount } from '../cases/units.ts';

const summary = (figures: Readonly<Record<string, number>>): CaseSnapshot =>
  inAccount({ 'iam:GetAccountSummary': { SummaryMap: { Users: 3, AccountAccessKeysPresent: 0, ...figures } } });

export const cases: readonly CheckCase[] = [
  {
    name: { ja: '多要素認証のないルートユーザー', en: 'A root user without multi-factor authentication' },
    given: summary({ AccountMFAEnabled: 0, AccountPasswordPresent: 1 }),
    expect: { root: 'fail' },
  },
  {
    name: { ja: '多要素認証のあるルートユーザー', en: 'A root user with multi-factor authentication' },
    given: summary({ AccountMFAEnabled: 1, AccountPasswordPresent: 1 }),
    expect: { root: 'pass' },
  },
  {
    name: {
      ja: '一元管理でルートの認証情報が削除されたメンバーアカウント',
      en: 'A member account whose root credentials were removed',
    },
    given: summary({ AccountMFAEnabled: 0, AccountPasswordPresent: 0 }),
    expect: { root: 'pass' },
  },
  {
    name: {
      ja: 'パスワードはないがアクセスキーが残っているルートユーザー',
      en: 'A root user without a password, but with an access key',
    },
    given: summary({ AccountMFAEnabled: 0, AccountPasswordPresent: 0, AccountAccessKeysPresent: 1 }),
    expect: { root: 'fail' },
  },
  {
    name: { ja: 'パスワードの有無が分からない回答', en: 'An answer that does not say whether there is a password' },
    given: summary({ AccountMFAEnabled: 0 }),
    expect: { root: 'fail' },
  },
  {
    name: { ja: '要約の取得を拒否された', en: 'The summary was denied' },
    given: denied(summary({}), 'iam:GetAccountSummary'),
    expect: { [account]: 'unknown' },
  },
];
