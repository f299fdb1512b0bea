import type { CheckCase } from '../../../lib/model/check-case.ts';
import {
  inTenant,
  member,
  mfaPolicy,
  perUserMfaOff,
  policies,
  refused,
  registered,
  tenant,
  users,
} from '../cases/tenant.ts';

const staff = users(member('hanako'), member('gone', { accountEnabled: false }));
const methods = registered({ hanako: ['mobilePhone'] });
const modernOnly = mfaPolicy('modern', { conditions: { clientAppTypes: ['browser', 'mobileAppsAndDesktopClients'] } });
const block = mfaPolicy('block legacy', {
  conditions: { clientAppTypes: ['exchangeActiveSync', 'other'] },
  grantControls: { operator: 'OR', builtInControls: ['block'] },
});

export const cases: readonly CheckCase[] = [
  {
    name: { ja: '先進認証だけを対象にしている、ポリシーがない', en: 'Only modern clients are covered' },
    given: inTenant(staff, methods, policies(modernOnly)),
    expect: { [tenant]: 'fail' },
  },
  {
    name: { ja: 'ポリシーが一つもない', en: 'No policy at all' },
    given: inTenant(staff, methods, perUserMfaOff('hanako')),
    expect: { [tenant]: 'fail' },
  },
  {
    name: { ja: 'レガシ認証を遮断している', en: 'Legacy clients are blocked' },
    given: inTenant(staff, methods, policies(modernOnly, block)),
    expect: { [tenant]: 'pass' },
  },
  {
    name: { ja: 'セキュリティの既定値群', en: 'Security defaults' },
    given: inTenant(staff, methods, { '/policies/identitySecurityDefaultsEnforcementPolicy': { isEnabled: true } }),
    expect: { [tenant]: 'pass' },
  },
  {
    name: { ja: 'ポリシーの取得を拒否された', en: 'The policies were refused' },
    given: refused(inTenant(staff, methods), '/identity/conditionalAccess/policies', 'AccessDenied'),
    expect: { [tenant]: 'unknown' },
  },
];
