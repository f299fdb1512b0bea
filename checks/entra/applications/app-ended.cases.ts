import type { CheckCase } from '../../../lib/model/check-case.ts';
import { enterpriseApps, foreignApp, inTenant, refused, tenant, unrestricted } from '../cases/tenant.ts';

const ended = (appId: string) => ({ appId, name: appId, until: '2026-03-31' });
const approved = {
  services: [],
  regions: [],
  azure: unrestricted,
  applications: [ended('old-app'), ended('gone-app')],
};
const given = inTenant(enterpriseApps(foreignApp('old'), foreignApp('gone', { accountEnabled: false })));

export const cases: readonly CheckCase[] = [
  {
    name: { ja: 'まだ入れる、無効で何も残らない', en: 'It may still sign in; it is disabled and nothing is left' },
    given,
    standard: { approved },
    expect: { old: 'fail', gone: 'pass' },
  },
  {
    name: { ja: '同意の一覧を拒否された', en: 'The list of consents was refused' },
    given: refused(given, '/oauth2PermissionGrants'),
    standard: { approved },
    expect: { [tenant]: 'unknown' },
  },
];
