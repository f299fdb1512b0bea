import type { CheckCase } from '../../../lib/model/check-case.ts';
import { permissionSetHeldBy } from '../cases/identity-center.ts';
import { account, denied, inAccount } from '../cases/units.ts';

export const cases: readonly CheckCase[] = [
  {
    name: { ja: '個人名の利用者と、共用を表す名前の利用者', en: 'A person by name, and a name that means sharing' },
    given: inAccount(permissionSetHeldBy({ name: 'suzuki.ichiro' }, { name: 'shared-ops' })),
    expect: { 'suzuki.ichiro': 'pass', 'shared-ops': 'fail' },
  },
  {
    name: { ja: '利用者の一覧を拒否された', en: 'The people were denied' },
    given: denied(inAccount(permissionSetHeldBy({ name: '9067-0a1b' })), 'identitystore:ListUsers'),
    expect: { AWSReservedSSO_Admin_0123456789abcdef: 'unknown' },
  },
  {
    name: { ja: 'ロールの一覧を拒否された', en: 'The roles were denied' },
    given: denied(inAccount(permissionSetHeldBy({ name: 'shared-ops' })), 'iam:GetAccountAuthorizationDetails'),
    expect: { [account]: 'unknown' },
  },
];
