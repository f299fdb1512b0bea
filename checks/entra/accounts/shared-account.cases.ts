import type { CheckCase } from '../../../lib/model/check-case.ts';
import { inTenant, member, refused, tenant, users } from '../cases/tenant.ts';

export const cases: readonly CheckCase[] = [
  {
    name: { ja: '受付、無効なinfo、姓がInfoの人', en: 'A reception, a disabled info, a person whose surname is Info' },
    given: inTenant(
      users(
        member('reception'),
        member('info', { accountEnabled: false }),
        member('maria.info', { givenName: 'Maria', surname: 'Info' }),
        member('hanako'),
      ),
    ),
    expect: { reception: 'fail', info: 'pass' },
  },
  {
    name: { ja: '利用者の一覧を拒否された', en: 'The list of users was refused' },
    given: refused(inTenant(), '/users'),
    expect: { [tenant]: 'unknown' },
  },
];
