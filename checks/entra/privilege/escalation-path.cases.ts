import type { CheckCase } from '../../../lib/model/check-case.ts';
import {
  app,
  assigned,
  enterpriseApps,
  granted,
  groups,
  inTenant,
  member,
  owners,
  refused,
  roles,
  tenant,
  users,
} from '../cases/tenant.ts';

const roleManagement = '9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8';
const staff = users(member('admin'), member('owner'), member('hanako'));
const deployer = [enterpriseApps(app('deployer')), granted(['deployer', roleManagement])] as const;

export const cases: readonly CheckCase[] = [
  {
    name: { ja: 'ロールを持つグループの所有者', en: 'The owner of a group that holds a role' },
    given: inTenant(
      staff,
      groups({ id: 'admins', members: ['admin'], owners: ['owner'] }),
      assigned(['admins', roles.globalAdministrator]),
    ),
    expect: { owner: 'fail', admin: 'pass' },
  },
  {
    name: { ja: '特権アプリの所有者', en: 'The owner of a privileged application' },
    given: inTenant(staff, ...deployer, owners('/servicePrincipals/{id}/owners', { deployer: ['hanako'] })),
    expect: { hanako: 'fail', deployer: 'pass' },
  },
  {
    name: { ja: 'アプリの許可を取得できない', en: 'Permissions of applications were refused' },
    given: refused(
      inTenant(staff, assigned(['admin', roles.globalAdministrator])),
      '/servicePrincipals',
      'Authorization_RequestDenied',
    ),
    expect: { admin: 'pass', [tenant]: 'unknown' },
  },
];
