import type { CheckCase } from '../../../lib/model/check-case.ts';
import { inTenant, member, refused, tenant, users } from '../cases/tenant.ts';

const settings = (values: Readonly<Record<string, string>>) => ({
  '/groupSettings': {
    value: [
      {
        templateId: '5cf42378-d67d-4f36-ba46-e8b86229381d',
        values: Object.entries(values).map(([name, value]) => ({ name, value })),
      },
    ],
  },
});

export const cases: readonly CheckCase[] = [
  {
    name: { ja: '設定なし(既定)と、免除された利用者', en: 'Nothing set, and a user who is exempt' },
    given: inTenant(
      users(member('weak', { passwordPolicies: 'DisablePasswordExpiration, DisableStrongPassword' }), member('hanako')),
    ),
    expect: { [tenant]: 'fail', weak: 'fail' },
  },
  {
    name: { ja: '緩められたロックアウト', en: 'Lockout was loosened' },
    given: inTenant(
      settings({
        EnableBannedPasswordCheck: 'True',
        BannedPasswordCount: '12',
        LockoutThreshold: '50',
        LockoutDurationInSeconds: '5',
        EnableBannedPasswordCheckOnPremises: 'True',
        BannedPasswordCheckOnPremisesMode: 'Audit',
      }),
    ),
    expect: { [tenant]: 'fail' },
  },
  {
    name: { ja: '独自の一覧を強制', en: 'A custom list is enforced' },
    given: inTenant(
      settings({
        EnableBannedPasswordCheck: 'True',
        BannedPasswordCount: '12',
        LockoutThreshold: '10',
        LockoutDurationInSeconds: '60',
      }),
    ),
    expect: { [tenant]: 'pass' },
  },
  {
    name: { ja: '取得を拒否された', en: 'Refused' },
    given: refused(inTenant(), '/groupSettings'),
    expect: { [tenant]: 'unknown' },
  },
];
