import type { CheckCase } from '../../../lib/model/check-case.ts';
import { enterpriseApps, foreignApp, inTenant, refused, tenant, unrestricted } from '../cases/tenant.ts';

const grant = (clientId: string, scope: string, principalId?: string) => ({
  id: `g-${clientId}`,
  clientId,
  resourceId: 'graph',
  consentType: principalId ? 'Principal' : 'AllPrincipals',
  principalId: principalId ?? null,
  scope,
});
const verified = { verifiedPublisher: { verifiedPublisherId: '1', displayName: 'CRM Inc.' } };
const given = inTenant(enterpriseApps(foreignApp('phish'), foreignApp('crm', verified), foreignApp('login')), {
  '/oauth2PermissionGrants': {
    value: [
      grant('phish', 'Mail.Read offline_access', 'hanako'),
      grant('crm', 'Mail.Read'),
      grant('login', 'openid profile'),
    ],
  },
});

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: '個人の同意、承認済みで管理者の同意、サインインだけ',
      en: 'Consent of a user; approved and consented to by an administrator; sign-in alone',
    },
    given,
    standard: {
      approved: { services: [], regions: [], azure: unrestricted, applications: [{ appId: 'crm-app', name: 'CRM' }] },
    },
    expect: { phish: 'fail', crm: 'pass', login: 'pass' },
  },
  {
    name: { ja: '同意の一覧を拒否された', en: 'The list of consents was refused' },
    given: refused(given, '/oauth2PermissionGrants'),
    expect: { [tenant]: 'unknown' },
  },
];
