import type { CheckCase } from '../../../lib/model/check-case.ts';
import { assigned, inTenant, member, refused, registered, roles, rules, tenant, users } from '../cases/tenant.ts';

const role = roles.globalAdministrator;
const given = inTenant(
  users(member('glass1'), member('glass2'), member('hanako')),
  registered({ glass1: ['fido2SecurityKey'], glass2: ['passKeyDeviceBound'] }),
  assigned(['glass1', role], ['glass2', role]),
);
const declared = { entra: { ...rules, emergencyAccounts: ['glass1', 'glass2@contoso.example'] } };

export const cases: readonly CheckCase[] = [
  {
    name: { ja: '2つ宣言され、備えがある', en: 'Two are declared and fit' },
    given,
    standard: declared,
    expect: { [tenant]: 'pass' },
  },
  { name: { ja: '宣言がない', en: 'None is declared' }, given, expect: { [tenant]: 'fail' } },
  {
    name: { ja: '1つは無効で同期されている', en: 'One is disabled and synced' },
    given: inTenant(
      given.responses ?? {},
      users(member('glass1'), member('glass2', { accountEnabled: false, onPremisesSyncEnabled: true })),
    ),
    standard: declared,
    expect: { [tenant]: 'fail' },
  },
  {
    name: { ja: '登録状況を拒否された', en: 'The report of methods was refused' },
    given: refused(
      given,
      '/reports/authenticationMethods/userRegistrationDetails',
      'Authentication_MSGraphPermissionMissing',
    ),
    standard: declared,
    expect: { [tenant]: 'unknown' },
  },
];
