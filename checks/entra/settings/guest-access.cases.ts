import type { CheckCase } from '../../../lib/model/check-case.ts';
import { inTenant, tenant } from '../cases/tenant.ts';

const policy = (allowInvitesFrom: string, guestUserRoleId: string) => ({
  '/policies/authorizationPolicy': { allowInvitesFrom, guestUserRoleId, defaultUserRolePermissions: {} },
});

export const cases: readonly CheckCase[] = [
  {
    name: { ja: '誰でも招待でき、メンバーと同じ', en: 'Everybody invites, and guests are like members' },
    given: inTenant(policy('everyone', 'a0b1b346-4d3e-4e8b-98f8-753987be4970')),
    expect: { [tenant]: 'fail' },
  },
  {
    name: { ja: '管理者が招待し、限定されたアクセス', en: 'Administrators invite; access is restricted' },
    given: inTenant(policy('adminsAndGuestInviters', '2af84b1e-32c8-42b7-82bc-daa82404023b')),
    expect: { [tenant]: 'pass' },
  },
  {
    name: { ja: '知らない値', en: 'A value that nobody here knows' },
    given: inTenant(policy('somebodyNew', '2af84b1e-32c8-42b7-82bc-daa82404023b')),
    expect: { [tenant]: 'unknown' },
  },
];
