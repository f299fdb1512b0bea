import type { CheckCase } from '../../../lib/model/check-case.ts';
import {
  app,
  assigned,
  enterpriseApps,
  foreignApp,
  granted,
  inTenant,
  refused,
  roles,
  tenant,
} from '../cases/tenant.ts';

const roleManagement = '9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8';
const userReadAll = 'df021288-bdef-4463-88db-98f22de89214';

export const cases: readonly CheckCase[] = [
  {
    name: { ja: '許可とロール', en: 'By a permission, and by a role' },
    given: inTenant(
      enterpriseApps(app('deployer'), foreignApp('vendor'), app('reader')),
      granted(['deployer', roleManagement], ['reader', userReadAll]),
      assigned(['vendor', roles.globalAdministrator]),
    ),
    expect: { deployer: 'fail', reader: 'pass', vendor: 'fail' },
  },
  {
    name: { ja: '全員のために同意された委任の許可', en: 'A delegated permission, consented to for everybody' },
    given: inTenant(enterpriseApps(app('portal')), {
      '/oauth2PermissionGrants': {
        value: [
          {
            id: 'g1',
            clientId: 'portal',
            resourceId: 'graph',
            consentType: 'AllPrincipals',
            scope: 'openid RoleManagement.ReadWrite.Directory',
          },
        ],
      },
    }),
    expect: { portal: 'fail' },
  },
  {
    name: { ja: '読み取りだけ', en: 'Read permissions alone' },
    given: inTenant(enterpriseApps(app('reader')), granted(['reader', userReadAll])),
    expect: { reader: 'pass' },
  },
  {
    name: { ja: 'アプリの一覧を拒否された', en: 'The list of applications was refused' },
    given: refused(inTenant(), '/servicePrincipals'),
    expect: { [tenant]: 'unknown' },
  },
];
