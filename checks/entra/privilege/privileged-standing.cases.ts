import type { CheckCase } from '../../../lib/model/check-case.ts';
import { assigned, inTenant, member, refused, roles, rules, tenant, users } from '../cases/tenant.ts';

const role = roles.globalAdministrator;
const schedules = '/roleManagement/directory/roleAssignmentScheduleInstances';
const instance = (principalId: string, fields: object) => {
  return {
    id: principalId,
    principalId,
    roleDefinitionId: role,
    directoryScopeId: '/',
    assignmentType: 'Assigned',
    ...fields,
  };
};
const given = inTenant(
  users(member('always'), member('activated'), member('project'), member('break-glass')),
  assigned(['always', role], ['activated', role], ['project', role], ['break-glass', role]),
  {
    [schedules]: {
      value: [
        instance('always', {}),
        instance('activated', { assignmentType: 'Activated', endDateTime: '2026-06-01T08:00:00Z' }),
        instance('project', { endDateTime: '2026-07-01T00:00:00Z' }),
        instance('break-glass', {}),
      ],
    },
  },
);

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: '期限なし、有効化された割り当て、期限つき、宣言した緊急用',
      en: 'Without an end, activated, with an end, declared for emergencies',
    },
    given,
    standard: { entra: { ...rules, emergencyAccounts: ['break-glass@contoso.example'] } },
    expect: { always: 'fail', activated: 'pass', project: 'pass' },
  },
  {
    name: { ja: 'P2ライセンスがない', en: 'No P2 licence' },
    given: refused(given, schedules, 'AadPremiumLicenseRequired'),
    expect: { [tenant]: 'unknown' },
  },
];
