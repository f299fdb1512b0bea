import type { CheckCase } from '../../../lib/model/check-case.ts';
import { assigned, definitions, directory, roles, user } from '../cases/access.ts';
import { idOf, inSubscription } from '../cases/subscription.ts';

const staff = directory(...['wide', 'narrow', 'other'].map((id) => user(id)));

export const cases: readonly CheckCase[] = [
  {
    name: { ja: 'BLOBデータ所有者', en: 'Storage Blob Data Owner' },
    given: inSubscription(
      definitions(),
      staff,
      assigned(
        ['wide', roles.blobOwner],
        ['narrow', roles.blobOwner, idOf('Microsoft.Storage/storageAccounts', 'logs')],
        ['other', roles.custom],
      ),
    ),
    expect: { wide: 'fail', narrow: 'pass', other: 'unknown' },
  },
];
