import type { CheckCase } from '../../../lib/model/check-case.ts';
import { signInActivity } from '../../../lib/model/entra/graph-operations.ts';
import { inTenant, member, refused, tenant, users } from '../cases/tenant.ts';

const success = (day: string) => ({ signInActivity: { lastSuccessfulSignInDateTime: day, lastSignInDateTime: day } });
const given = inTenant(
  users(
    member('unused', success('2025-11-13T10:00:00Z')),
    member('sprayed', { signInActivity: { lastSignInDateTime: '2026-05-28T00:00:00Z' } }),
    member('never'),
    member('works', success('2026-05-31T03:00:00Z')),
    member('new', { createdDateTime: '2026-05-20T00:00:00Z' }),
    member('gone', { accountEnabled: false }),
  ),
);

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: '長く未使用、失敗だけ、一度も使われない、使用中、新規',
      en: 'Unused, only attempts, never used, in use, new',
    },
    given,
    expect: { unused: 'fail', sprayed: 'fail', never: 'fail', works: 'pass', new: 'pass' },
  },
  {
    name: { ja: 'サインイン日時の取得にライセンスがない', en: 'No licence for the sign-in activity' },
    given: {
      ...given,
      errors: refused({}, signInActivity, 'Authentication_RequestFromNonPremiumTenantOrB2CTenant').errors ?? [],
    },
    expect: { [tenant]: 'unknown' },
  },
];
