import type { CheckCase } from '../../../lib/model/check-case.ts';
import { assigned, definitions, directory, group, members, roles, user } from '../cases/access.ts';
import { inSubscription, refused, subscription } from '../cases/subscription.ts';

const staff = directory(
  ...['a', 'b', 'c', 'd'].map((id) => user(id)),
  user('gone', { accountEnabled: false }),
  group('admins'),
);
const owners = assigned(['a', roles.owner], ['admins', roles.owner], ['gone', roles.owner]);

export const cases: readonly CheckCase[] = [
  {
    name: { ja: '1人と、グループの3人', en: 'One, and three by a group' },
    given: inSubscription(definitions(), staff, owners, members({ admins: ['b', 'c', 'd'] })),
    expect: { [subscription]: 'fail' },
  },
  {
    name: { ja: '同じ人が直接とグループの両方で所有者', en: 'The same people directly and by a group' },
    given: inSubscription(definitions(), staff, owners, members({ admins: ['a', 'b', 'c'] })),
    expect: { [subscription]: 'pass' },
  },
  {
    name: { ja: 'グループのメンバーを取得できない', en: 'Members of the group were refused' },
    given: refused(
      inSubscription(definitions(), staff, owners),
      '/groups/{id}/transitiveMembers',
      'Authorization_RequestDenied',
    ),
    expect: { [subscription]: 'unknown' },
  },
];
