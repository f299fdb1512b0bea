import type { CheckCase } from '../../../lib/model/check-case.ts';
import { app, enterpriseApps, foreignApp, inTenant, refused, tenant, unrestricted } from '../cases/tenant.ts';

const approved = { services: [], regions: [], azure: unrestricted, applications: [{ appId: 'crm-app', name: 'CRM' }] };
const given = inTenant(enterpriseApps(app('own'), foreignApp('crm'), foreignApp('notes')), {
  '/oauth2PermissionGrants': {
    value: [
      {
        id: 'g1',
        clientId: 'notes',
        resourceId: 'graph',
        consentType: 'Principal',
        principalId: 'hanako',
        scope: 'Mail.Read offline_access',
      },
    ],
  },
});

export const cases: readonly CheckCase[] = [
  {
    name: { ja: '承認済みと未承認', en: 'One approved, one not' },
    given,
    standard: { approved },
    expect: { crm: 'pass', notes: 'fail' },
  },
  {
    name: { ja: 'アプリの一覧を拒否された', en: 'The list of applications was refused' },
    given: refused(given, '/servicePrincipals'),
    standard: { approved },
    expect: { [tenant]: 'unknown' },
  },
];
