import type { CheckCase } from '../../../lib/model/check-case.ts';
import { authorizationDetails, userDetail } from '../cases/authorization-details.ts';
import { credentialReport, root, user, type ReportRow } from '../cases/credential-report.ts';
import { account, denied, inAccount } from '../cases/units.ts';

const password: ReportRow = { password_enabled: 'true', password_last_used: '2025-12-31T00:00:00+00:00' };
const key: ReportRow = { access_key_1_active: 'true', access_key_1_last_rotated: '2025-12-01T00:00:00+00:00' };
const tagged = (name: string, Key: string, Value: string): object => userDetail(name, { Tags: [{ Key, Value }] });

const given = inAccount({
  ...credentialReport(
    root(),
    user('batch', key),
    user('blank', key),
    user('owned', key),
    user('mail@example.com', key),
    user('hanako', password),
    user('test', password),
    user('nothing'),
    user('deleted', key),
  ),
  ...authorizationDetails({
    users: [
      userDetail('batch'),
      tagged('blank', 'Owner', ' '),
      tagged('owned', 'Owner', 'infra@example.com'),
      userDetail('mail@example.com'),
      userDetail('hanako'),
      userDetail('test'),
      userDetail('nothing'),
    ],
  }),
});

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: 'タグのないシステム用、値が空のタグ、責任者のタグ、メールアドレスの名前、個人名、汎用名（認証情報のないユーザーと、もういないユーザーは対象外）',
      en: 'A system without a tag, an empty tag, an owner, an e-mail address, a person, a generic name; users without credentials, or gone, are not judged',
    },
    given,
    expect: {
      batch: 'fail',
      blank: 'fail',
      owned: 'pass',
      'mail@example.com': 'pass',
      hanako: 'pass',
      test: 'fail',
    },
  },
  {
    name: { ja: '組織が別のタグを責任者とする', en: 'An organisation that names another tag' },
    given: inAccount({
      ...credentialReport(user('batch', key)),
      ...authorizationDetails({ users: [tagged('batch', 'CostCentre', 'A1')] }),
    }),
    standard: { owners: { tagKeys: ['CostCentre'] } },
    expect: { batch: 'pass' },
  },
  {
    name: { ja: 'IAMの詳細の取得を拒否された', en: 'The authorization details were denied' },
    given: denied(given, 'iam:GetAccountAuthorizationDetails'),
    expect: { [account]: 'unknown' },
  },
];
