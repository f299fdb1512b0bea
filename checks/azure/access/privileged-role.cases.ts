import type { CheckCase } from '../../../lib/model/check-case.ts';
import { activated, assigned, definitions, directory, eligible, roles, user } from '../cases/access.ts';
import { inSubscription, refused, scope, subscription } from '../cases/subscription.ts';

const staff = directory(...['root', 'mg', 'owner', 'contributor', 'reader', 'team', 'pim'].map((id) => user(id)));
const app = `${scope}/resourceGroups/app`;
const platform = '/providers/Microsoft.Management/managementGroups/platform';

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: 'ルート、管理グループ、サブスクリプションの特権',
      en: 'Privileges at the root, a management group and the subscription',
    },
    given: inSubscription(
      definitions(),
      staff,
      assigned(
        ['root', roles.userAccessAdministrator, '/'],
        ['mg', roles.owner, platform],
        ['owner', roles.owner],
        ['contributor', roles.contributor],
        ['reader', roles.reader],
        ['team', roles.contributor, app],
      ),
    ),
    expect: { root: 'fail', mg: 'fail', owner: 'fail', contributor: 'fail', reader: 'pass', team: 'pass' },
  },
  {
    name: { ja: 'PIMで有効化した者と資格のある者', en: 'Activated in PIM, and eligible' },
    given: inSubscription(
      definitions(),
      staff,
      assigned(['pim', roles.owner]),
      activated(['pim', roles.owner]),
      eligible(['reader', roles.owner]),
    ),
    expect: { pim: 'pass', reader: 'pass' },
  },
  {
    name: { ja: '定義を読めないロール', en: 'A role whose definition was not read' },
    given: inSubscription(definitions(), staff, assigned(['team', roles.custom], ['owner', roles.owner])),
    expect: { team: 'unknown', owner: 'fail' },
  },
  {
    name: { ja: '有効化の記録を取得できない', en: 'Records of activation were refused' },
    given: refused(
      inSubscription(definitions(), staff, assigned(['owner', roles.owner])),
      'Microsoft.Authorization/roleAssignmentScheduleInstances',
    ),
    expect: { owner: 'fail', [subscription]: 'unknown' },
  },
];
