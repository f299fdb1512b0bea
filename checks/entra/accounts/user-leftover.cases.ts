import type { CheckCase } from '../../../lib/model/check-case.ts';
import { assigned, inTenant, member, refused, roles, tenant, users } from '../cases/tenant.ts';

const gone = { accountEnabled: false };
const staff = users(
  member('licensed', { ...gone, assignedLicenses: [{ skuId: '05e9a617-0261-4cee-bb44-138d3ef5d965' }] }),
  member('admin', gone),
  member('clean', gone),
  member('hanako'),
);

export const cases: readonly CheckCase[] = [
  {
    name: { ja: 'ライセンスやロールが残る、何も残らない', en: 'Licences or roles are left; nothing is left' },
    given: inTenant(staff, assigned(['admin', roles.userAdministrator])),
    expect: { licensed: 'fail', admin: 'fail', clean: 'pass' },
  },
  {
    name: { ja: 'ロールの割り当てを拒否された', en: 'The role assignments were refused' },
    given: refused(inTenant(staff), '/roleManagement/directory/roleAssignments'),
    expect: { [tenant]: 'unknown' },
  },
];
