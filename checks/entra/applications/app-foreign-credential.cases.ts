import type { CheckCase } from '../../../lib/model/check-case.ts';
import { app, enterpriseApps, foreignApp, inTenant, refused, tenant } from '../cases/tenant.ts';

const key = {
  keyId: 'k1',
  displayName: 'backdoor',
  startDateTime: '2026-05-01T00:00:00Z',
  endDateTime: '2027-05-01T00:00:00Z',
};
const given = inTenant(
  enterpriseApps(
    foreignApp('crm', { passwordCredentials: [key] }),
    foreignApp('notes'),
    app('own', { passwordCredentials: [key] }),
  ),
);

export const cases: readonly CheckCase[] = [
  {
    name: { ja: '他社のアプリに追加されたシークレット', en: "A secret on somebody else's application" },
    given,
    expect: { crm: 'fail', notes: 'pass', graph: 'pass' },
  },
  {
    name: { ja: 'アプリの一覧を拒否された', en: 'The list of applications was refused' },
    given: refused(given, '/servicePrincipals'),
    expect: { [tenant]: 'unknown' },
  },
];
