import type { CheckCase } from '../../../lib/model/check-case.ts';
import { assigned, eligible, groups, inTenant, member, refused, roles, tenant, users } from '../cases/tenant.ts';

const role = roles.globalAdministrator;
const staff = users(...['a', 'b', 'c', 'd', 'e'].map((id) => member(id)), member('gone', { accountEnabled: false }));

export const cases: readonly CheckCase[] = [
  {
    name: { ja: '1人だけ(無効なアカウントは数えない)', en: 'Only one: a disabled account does not count' },
    given: inTenant(staff, assigned(['a', role], ['gone', role])),
    expect: { [tenant]: 'fail' },
  },
  {
    name: { ja: '有効2人と、資格のあるグループの3人', en: 'Two active, and three through a group that is eligible' },
    given: inTenant(
      staff,
      groups({ id: 'admins', members: ['c', 'd', 'e'] }),
      assigned(['a', role], ['b', role]),
      eligible(['admins', role]),
    ),
    expect: { [tenant]: 'fail' },
  },
  {
    name: { ja: '2人', en: 'Two' },
    given: inTenant(staff, assigned(['a', role], ['b', role])),
    expect: { [tenant]: 'pass' },
  },
  {
    name: { ja: '資格のある人を取得できない', en: 'Who is eligible could not be read' },
    given: refused(
      inTenant(staff, assigned(['a', role], ['b', role])),
      '/roleManagement/directory/roleEligibilityScheduleInstances',
      'AadPremiumLicenseRequired',
    ),
    expect: { [tenant]: 'unknown' },
  },
];
