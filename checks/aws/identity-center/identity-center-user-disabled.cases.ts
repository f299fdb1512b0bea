import type { CheckCase } from '../../../lib/model/check-case.ts';
import { permissionSetHeldBy } from '../cases/identity-center.ts';
import { account, denied, inAccount } from '../cases/units.ts';

export const cases: readonly CheckCase[] = [
  {
    name: { ja: '有効な利用者と無効な利用者', en: 'Somebody enabled, and somebody disabled' },
    given: inAccount(
      permissionSetHeldBy({ name: 'suzuki.ichiro', status: 'ENABLED' }, { name: 'yamada.taro', status: 'DISABLED' }),
    ),
    expect: { 'suzuki.ichiro': 'pass', 'yamada.taro': 'fail' },
  },
  {
    name: { ja: '状態を返さないIDストア', en: 'A store that does not say' },
    given: inAccount(permissionSetHeldBy({ name: 'suzuki.ichiro' })),
    expect: {},
  },
  {
    name: { ja: '利用者の一覧を拒否された', en: 'The people were denied' },
    given: denied(inAccount(permissionSetHeldBy({ name: '9067-0a1b' })), 'identitystore:ListUsers'),
    expect: { AWSReservedSSO_Admin_0123456789abcdef: 'unknown' },
  },
  {
    name: { ja: 'ロールの一覧を拒否された', en: 'The roles were denied' },
    given: denied(
      inAccount(permissionSetHeldBy({ name: 'yamada.taro', status: 'DISABLED' })),
      'iam:GetAccountAuthorizationDetails',
    ),
    expect: { [account]: 'unknown' },
  },
];
