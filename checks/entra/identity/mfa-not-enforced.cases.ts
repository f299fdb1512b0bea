import type { CheckCase } from '../../../lib/model/check-case.ts';
import {
  assigned,
  inTenant,
  member,
  mfaPolicy,
  perUserMfaOff,
  policies,
  refused,
  registered,
  roles,
  rules,
  tenant,
  users,
} from '../cases/tenant.ts';

const push = ['microsoftAuthenticatorPush'];
const staff = users(member('hanako'), member('jiro'), member('gone', { accountEnabled: false }));
const methods = registered({ hanako: push, jiro: [] });

export const cases: readonly CheckCase[] = [
  {
    name: { ja: '登録していても要求されない、除外されている', en: 'Registered and never asked for; excluded' },
    given: inTenant(
      staff,
      methods,
      perUserMfaOff('hanako', 'jiro'),
      policies(mfaPolicy('mfa', { users: { excludeUsers: ['hanako', 'jiro'] } })),
      assigned(['hanako', roles.globalAdministrator]),
    ),
    expect: { hanako: 'fail', jiro: 'fail' },
  },
  {
    name: { ja: 'レガシ認証が開いている', en: 'Legacy clients are left open' },
    given: inTenant(
      staff,
      methods,
      policies(mfaPolicy('mfa', { conditions: { clientAppTypes: ['browser', 'mobileAppsAndDesktopClients'] } })),
    ),
    expect: { hanako: 'fail', jiro: 'fail' },
  },
  {
    name: { ja: '全員に全アプリで要求される', en: 'Asked of everybody, everywhere' },
    given: inTenant(staff, methods, policies(mfaPolicy('mfa'))),
    expect: { hanako: 'pass', jiro: 'pass' },
  },
  {
    name: { ja: '宣言した緊急用アカウントの除外', en: 'A declared emergency account is excluded' },
    given: inTenant(
      users(member('break-glass')),
      registered({ 'break-glass': ['fido2SecurityKey'] }),
      perUserMfaOff('break-glass'),
      policies(mfaPolicy('mfa', { users: { excludeUsers: ['break-glass'] } })),
    ),
    standard: { entra: { ...rules, emergencyAccounts: ['break-glass'] } },
    expect: { 'break-glass': 'pass' },
  },
  {
    name: { ja: '他社のカスタムコントロール、読めないポリシー', en: 'A custom control of another vendor' },
    given: inTenant(
      staff,
      methods,
      policies(mfaPolicy('duo', { grantControls: { operator: 'OR', customAuthenticationFactors: ['RequireDuoMfa'] } })),
    ),
    expect: { hanako: 'unknown', jiro: 'unknown' },
  },
  {
    name: { ja: 'ライセンスのないテナントの空の一覧', en: 'An empty list in a tenant without a licence' },
    given: inTenant(staff, methods, perUserMfaOff('hanako', 'jiro'), { '/subscribedSkus': { value: [] } }),
    expect: { [tenant]: 'unknown' },
  },
  {
    name: {
      ja: '除外グループのメンバー、ユーザーごとの設定が読めない',
      en: 'Members of an excluded group, or the per-user setting, were not read',
    },
    given: inTenant(
      staff,
      methods,
      { '/groups': { value: [{ id: 'exempt' }] } },
      policies(mfaPolicy('mfa', { users: { excludeGroups: ['exempt'], excludeUsers: ['jiro'] } })),
    ),
    expect: { hanako: 'unknown', jiro: 'unknown' },
  },
  {
    name: { ja: 'ポリシーの取得を拒否された', en: 'The policies were refused' },
    given: refused(inTenant(staff, methods), '/identity/conditionalAccess/policies', 'AccessDenied'),
    expect: { [tenant]: 'unknown' },
  },
];
