import type { CheckCase } from '../../../lib/model/check-case.ts';
import {
  assigned,
  inTenant,
  member,
  mfaPolicy,
  policies,
  refused,
  registered,
  roles,
  tenant,
  users,
} from '../cases/tenant.ts';

const staff = users(member('admin'), member('hanako'));
const isAdmin = assigned(['admin', roles.globalAdministrator]);
const key = registered({ admin: ['fido2SecurityKey'], hanako: ['mobilePhone'] });
const strong = mfaPolicy('strong', {
  users: { includeUsers: [], includeRoles: [roles.globalAdministrator] },
  grantControls: {
    operator: 'AND',
    builtInControls: [],
    authenticationStrength: { id: '00000000-0000-0000-0000-000000000004', displayName: 'Phishing-resistant MFA' },
  },
});

export const cases: readonly CheckCase[] = [
  {
    name: { ja: '管理者にも普通の多要素認証しか要求しない', en: 'Only plain MFA is asked of the administrator' },
    given: inTenant(staff, isAdmin, key, policies(mfaPolicy('mfa'))),
    expect: { admin: 'fail' },
  },
  {
    name: {
      ja: '管理者ロールにフィッシングに強い認証を要求する',
      en: 'The role is asked for a phishing-resistant factor',
    },
    given: inTenant(staff, isAdmin, key, policies(mfaPolicy('mfa'), strong)),
    expect: { admin: 'pass' },
  },
  {
    name: { ja: 'ポリシーを取得できない', en: 'The policies could not be read' },
    given: refused(inTenant(staff, isAdmin, key), '/identity/conditionalAccess/policies', 'AccessDenied'),
    expect: { [tenant]: 'unknown' },
  },
];
