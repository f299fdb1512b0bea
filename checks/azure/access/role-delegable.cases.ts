import type { CheckCase } from '../../../lib/model/check-case.ts';
import { assigned, definitions, directory, roles, user } from '../cases/access.ts';
import { idOf, inSubscription } from '../cases/subscription.ts';

const write = 'Microsoft.Authorization/roleAssignments/write';
const request = '@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId]';
const onlyReader = `((!(ActionMatches{'${write}'})) OR (${request} ForAnyOfAnyValues:GuidEquals {${roles.reader}}))`;
const staff = directory(...['custom', 'delegate', 'operator', 'local', 'reader'].map((id) => user(id)));

export const cases: readonly CheckCase[] = [
  {
    name: { ja: 'ロールの割り当てを作れるロール', en: 'Roles that create role assignments' },
    given: inSubscription(
      definitions({ actions: ['*/read', 'Microsoft.Authorization/*/write'] }),
      staff,
      assigned(
        ['custom', roles.custom],
        ['delegate', roles.rbacAdministrator, undefined, onlyReader],
        ['operator', roles.machineContributor],
        ['local', roles.machineContributor, idOf('Microsoft.Compute/virtualMachines', 'vm1')],
        ['reader', roles.reader],
      ),
    ),
    expect: { custom: 'fail', delegate: 'fail', operator: 'fail', local: 'pass', reader: 'pass' },
  },
  {
    name: { ja: '定義を読めないロール', en: 'A role whose definition was not read' },
    given: inSubscription(definitions(), staff, assigned(['custom', roles.custom])),
    expect: { custom: 'unknown' },
  },
];
