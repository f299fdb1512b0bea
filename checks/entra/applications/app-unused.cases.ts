import type { CheckCase } from '../../../lib/model/check-case.ts';
import { app, enterpriseApps, inTenant, refused, tenant } from '../cases/tenant.ts';

const report = '/reports/servicePrincipalSignInActivities';
const used = (appId: string, lastSignInDateTime: string) => ({ appId, lastSignInActivity: { lastSignInDateTime } });
const given = inTenant(enterpriseApps(app('old'), app('daily'), app('silent')), {
  [report]: { value: [used('old-app', '2025-06-01T00:00:00Z'), used('daily-app', '2026-05-31T01:00:00-8:00')] },
});

export const cases: readonly CheckCase[] = [
  {
    name: { ja: '長く未使用、使用中、記録なし', en: 'Not used for long, in use, without a record' },
    given,
    expect: { old: 'fail', daily: 'pass' },
  },
  {
    name: { ja: '利用の記録を拒否された', en: 'The report was refused' },
    given: refused(given, report, 'Authentication_MSGraphPermissionMissing'),
    expect: { [tenant]: 'unknown' },
  },
];
