import type { CheckCase } from '../../../lib/model/check-case.ts';
import { assigned, definitions, directory, group, members, roles, user } from '../cases/access.ts';
import { inSubscription, refused } from '../cases/subscription.ts';

const staff = directory(
  user('admin'),
  user('guest', { userType: 'Guest' }),
  user('gone', { accountEnabled: false }),
  user('visitor', { userType: 'Guest' }),
  group('admins'),
);

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: 'ゲスト、無効なアカウント、グループの中のゲスト',
      en: 'A guest, a disabled account, and a guest within a group',
    },
    given: inSubscription(
      definitions(),
      staff,
      members({ admins: ['admin', 'visitor'] }),
      assigned(['admins', roles.owner], ['guest', roles.owner], ['gone', roles.contributor]),
    ),
    expect: { admin: 'pass', visitor: 'fail', guest: 'fail', gone: 'fail' },
  },
  {
    name: { ja: '閲覧者のゲスト', en: 'A guest who only reads' },
    given: inSubscription(definitions(), staff, assigned(['guest', roles.reader], ['admin', roles.owner])),
    expect: { admin: 'pass' },
  },
  {
    name: { ja: 'ディレクトリを拒否された', en: 'The directory was refused' },
    given: refused(
      inSubscription(definitions(), assigned(['guest', roles.owner])),
      '/directoryObjects/getByIds',
      'Authorization_RequestDenied',
    ),
    expect: { guest: 'unknown' },
  },
];
