import type { CheckCase } from '../../../lib/model/check-case.ts';
import { inTenant, member, users } from '../cases/tenant.ts';

const success = { signInActivity: { lastSuccessfulSignInDateTime: '2026-05-30T00:00:00Z' } };

export const cases: readonly CheckCase[] = [
  {
    name: { ja: '初期のまま使用、変更済み、未使用、同期', en: 'Used unchanged, changed, not used yet, synced' },
    given: inTenant(
      users(
        member('initial', { lastPasswordChangeDateTime: '2024-01-10T09:01:00Z', ...success }),
        member('changed', success),
        member('unused', { lastPasswordChangeDateTime: '2024-01-10T09:01:00Z' }),
        member('synced', { lastPasswordChangeDateTime: '2024-01-10T09:01:00Z', onPremisesSyncEnabled: true }),
        member('undated', { createdDateTime: null }),
      ),
    ),
    expect: { initial: 'fail', changed: 'pass', unused: 'pass', undated: 'unknown' },
  },
];
