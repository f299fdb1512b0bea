import type { CheckCase } from '../../../lib/model/check-case.ts';
import { inTenant, refused, tenant } from '../cases/tenant.ts';

const policy = (permissionGrantPoliciesAssigned: readonly string[], allowedToCreateApps: boolean) => ({
  '/policies/authorizationPolicy': {
    defaultUserRolePermissions: { permissionGrantPoliciesAssigned, allowedToCreateApps },
  },
});

export const cases: readonly CheckCase[] = [
  {
    name: { ja: 'どのアプリにも同意できる', en: 'Consent to any application' },
    given: inTenant(policy(['ManagePermissionGrantsForSelf.microsoft-user-default-legacy'], true)),
    expect: { [tenant]: 'fail' },
  },
  {
    name: { ja: '影響の小さい許可だけ、登録は不可', en: 'Low impact alone, and no registration' },
    given: inTenant(
      policy(
        [
          'ManagePermissionGrantsForSelf.microsoft-user-default-low',
          'ManagePermissionGrantsForOwnedResource.microsoft-dynamically-managed-permissions-for-team',
        ],
        false,
      ),
    ),
    expect: { [tenant]: 'pass' },
  },
  {
    name: { ja: '取得を拒否された', en: 'Refused' },
    given: refused(inTenant(), '/policies/authorizationPolicy', 'AccessDenied'),
    expect: { [tenant]: 'unknown' },
  },
];
