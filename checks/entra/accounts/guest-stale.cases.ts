import type { CheckCase } from '../../../lib/model/check-case.ts';
import { signInActivity } from '../../../lib/model/entra/graph-operations.ts';
import { inTenant, member, refused, tenant, users } from '../cases/tenant.ts';

const guest = (id: string, fields: object) =>
  member(id, { userType: 'Guest', userPrincipalName: `${id}_fabrikam.example#EXT#@contoso.example`, ...fields });
const given = inTenant(
  users(
    guest('pending', {
      externalUserState: 'PendingAcceptance',
      externalUserStateChangeDateTime: '2026-01-01T00:00:00Z',
    }),
    guest('invited', {
      externalUserState: 'PendingAcceptance',
      externalUserStateChangeDateTime: '2026-05-20T00:00:00Z',
    }),
    guest('unused', { signInActivity: { lastSuccessfulSignInDateTime: '2025-06-01T00:00:00Z' } }),
    guest('works', { signInActivity: { lastSuccessfulSignInDateTime: '2026-05-30T00:00:00Z' } }),
    member('hanako'),
  ),
);

export const cases: readonly CheckCase[] = [
  {
    name: { ja: '承諾されない招待、未使用、使用中', en: 'An invitation not accepted, a guest not used, one in use' },
    given,
    expect: { pending: 'fail', invited: 'pass', unused: 'fail', works: 'pass' },
  },
  {
    name: { ja: 'サインイン日時の取得を拒否された', en: 'The sign-in activity was refused' },
    given: { ...given, errors: refused({}, signInActivity, 'Authentication_MSGraphPermissionMissing').errors ?? [] },
    expect: { [tenant]: 'unknown' },
  },
];
