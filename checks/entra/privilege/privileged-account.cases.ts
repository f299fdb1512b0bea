import type { CheckCase } from '../../../lib/model/check-case.ts';
import { assigned, inTenant, member, refused, roles, tenant, users } from '../cases/tenant.ts';

const role = roles.globalAdministrator;
const staff = users(
  member('admin'),
  member('guest', { userType: 'Guest', userPrincipalName: 'guest_fabrikam.example#EXT#@contoso.example' }),
  member('synced', { onPremisesSyncEnabled: true }),
  member('gone', { accountEnabled: false }),
);

export const cases: readonly CheckCase[] = [
  {
    name: { ja: 'ゲスト、同期アカウント、無効なアカウント', en: 'A guest, a synced account, a disabled one' },
    given: inTenant(staff, assigned(['admin', role], ['guest', role], ['synced', role], ['gone', role])),
    expect: { admin: 'pass', guest: 'fail', synced: 'fail', gone: 'fail' },
  },
  {
    name: { ja: 'ロールの定義を拒否された', en: 'Definitions of roles were refused' },
    given: refused(inTenant(staff, assigned(['admin', role])), '/roleManagement/directory/roleDefinitions'),
    expect: { admin: 'pass', [tenant]: 'unknown' },
  },
];
