import type { CheckCase } from '../../../lib/model/check-case.ts';
import { account, denied, inAccount } from '../cases/units.ts';

const member = (Id: string, fields: object): object => ({ Id, Name: `account-${Id}`, ...fields });
const managedBy = (MasterAccountId: string) => ({
  'organizations:DescribeOrganization': { Organization: { Id: 'o-abc1234567', MasterAccountId } },
});
const accounts = {
  'organizations:ListAccounts': {
    Accounts: [
      member(account, { State: 'ACTIVE' }),
      member('222222222222', { State: 'CLOSED', Status: 'SUSPENDED' }),
      member('333333333333', { State: 'SUSPENDED' }),
      member('444444444444', { State: 'PENDING_CLOSURE' }),
      member('555555555555', { State: 'PENDING_ACTIVATION' }),
      member('666666666666', { Status: 'SUSPENDED' }),
      member('777777777777', {}),
      member('888888888888', { State: 'ARCHIVED' }),
    ],
  },
};

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: '有効、閉鎖、停止、閉鎖の処理中、登録未完了、以前の Status だけ、状態のない回答',
      en: 'Active, closed, suspended, being closed, sign-up not completed, with the former Status alone, without a state',
    },
    given: inAccount({ ...managedBy(account), ...accounts }),
    expect: {
      [account]: 'pass',
      '222222222222': 'fail',
      '333333333333': 'fail',
      '444444444444': 'fail',
      '555555555555': 'pass',
      '666666666666': 'fail',
      '777777777777': 'unknown',
      '888888888888': 'unknown',
    },
  },
  {
    name: {
      ja: 'メンバーアカウントの点検では、管理アカウントの一覧を判定しない',
      en: 'The scan of a member does not judge what the management account lists',
    },
    given: inAccount({ ...managedBy('999999999999'), ...accounts }),
    expect: {},
  },
  {
    name: { ja: '組織に属さない', en: 'In no organization' },
    given: inAccount({ 'organizations:DescribeOrganization': {} }),
    expect: {},
  },
  {
    name: {
      ja: '管理アカウントで、組織の一覧が読めなかった',
      en: 'The management account, and its accounts were not listed',
    },
    given: denied(inAccount({ ...managedBy(account), ...accounts }), 'organizations:ListAccounts'),
    expect: { [account]: 'unknown' },
  },
  {
    name: { ja: '組織の照会を拒否された', en: 'Whether there is an organization was denied' },
    given: denied(inAccount(managedBy(account)), 'organizations:DescribeOrganization'),
    expect: { [account]: 'unknown' },
  },
];
