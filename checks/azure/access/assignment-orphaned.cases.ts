import type { CheckCase } from '../../../lib/model/check-case.ts';
import { assigned, definitions, directory, roles, user } from '../cases/access.ts';
import { inSubscription, refused } from '../cases/subscription.ts';

const given = inSubscription(
  definitions(),
  directory(user('admin')),
  assigned(['admin', roles.owner], ['left', roles.contributor], ['old', roles.reader]),
);

export const cases: readonly CheckCase[] = [
  {
    name: { ja: 'ディレクトリにないID', en: 'Ids that the directory does not have' },
    given,
    expect: { admin: 'pass', left: 'fail', old: 'fail' },
  },
  {
    name: { ja: 'ディレクトリを拒否された', en: 'The directory was refused' },
    given: refused(given, '/directoryObjects/getByIds', 'Authorization_RequestDenied'),
    expect: { admin: 'unknown', left: 'unknown', old: 'unknown' },
  },
];
