import type { CheckCase } from '../../../lib/model/check-case.ts';
import { groups, inTenant, mfaPolicy, policies, refused, tenant } from '../cases/tenant.ts';

const gone = '20000000-0000-4000-8000-000000000009';
const staff = '20000000-0000-4000-8000-000000000001';
const given = inTenant(
  groups({ id: staff, members: [] }),
  policies(
    mfaPolicy('old', { users: { excludeGroups: [gone] } }),
    mfaPolicy('good', { users: { excludeGroups: [staff] } }),
    mfaPolicy('off', { users: { excludeGroups: [gone] }, state: 'disabled' }),
  ),
);

export const cases: readonly CheckCase[] = [
  {
    name: { ja: '消えたグループの除外', en: 'A group that is no more is excluded' },
    given,
    expect: { old: 'fail', good: 'pass' },
  },
  {
    name: { ja: 'グループの一覧を拒否された', en: 'The list of groups was refused' },
    given: refused(given, '/groups'),
    expect: { [tenant]: 'unknown' },
  },
];
