import { defineCheck } from '../../../lib/model/check.ts';
import { tenantResource } from '../../../lib/model/entra/entra-resource.ts';
import { takeAway } from '../../../lib/model/entra/take-away.ts';
import { tenantOf } from '../../../lib/model/entra/tenant-of.ts';
import type { Evidence, Remediation } from '../../../lib/model/judgement.ts';

const operation = '/roleManagement/directory/roleAssignments';

export default defineCheck({
  id: 'entra-global-admins',
  clauses: ['7.3'],
  severity: 'high',
  title: {
    ja: 'グローバル管理者の人数が基準から外れている',
    en: 'The number of Global Administrators is not what the standard says',
  },
  why: {
    ja: 'グローバル管理者は、テナントのすべてを変更できます。多ければ奪われる機会が増え、1人だけではその人が入れないときに誰もテナントを直せません。有効な人と資格のある人を、グループを展開し、無効なアカウントを除いて数えます。資格のある人は自分で管理者になれるからです。',
    en: 'A Global Administrator changes everything. Many are many chances to lose one; a single one leaves nobody when that person is locked out. Counted are people, active and eligible together, with groups expanded and disabled accounts left out: whoever is eligible makes himself administrator.',
  },
  fix: {
    ja: '日常の作業に足りる小さいロールへ置き換え、緊急用アカウントを含めて2人以上、基準の上限以下にします。',
    en: 'Replace the role with smaller ones that the daily work needs; keep at least two, emergency accounts among them, and no more than the standard allows.',
  },
  reads: ['entra.privilege'],
  find({ 'entra.privilege': { principals, globalAdministrators, unread } }, { standard, unit }) {
    const resource = tenantResource(tenantOf(unit));
    const { least, most } = standard.entra.globalAdministrators;
    const { active, effective } = globalAdministrators;
    const count = effective.length;
    const isPartial = unread.some((part) => counted.has(part));
    if (count <= most && isPartial) {
      const message = 'not everybody who holds the role, or is eligible for it, could be read';
      return [{ status: 'unknown', resource, unread: { operation: eligibilities, code: 'Partial', message } }];
    }
    if (count >= least && count <= most) return [{ status: 'pass', resource }];
    const people = principals.filter(({ id }) => effective.includes(id));
    const evidence = people.flatMap(({ id, name, ways }): Evidence[] => {
      const way = ways[0];
      const how = active.includes(id) ? { ja: '有効', en: 'active' } : { ja: '資格あり', en: 'eligible' };
      return [{ what: { ja: `${name}(${how.ja})`, en: `${name} (${how.en})` }, operation, ref: way?.held ?? id }];
    });
    const none: Evidence = {
      what: { ja: 'グローバル管理者なし', en: 'No Global Administrator' },
      operation,
      ref: resource.id,
    };
    const [first = none, ...rest] = evidence;
    const commands = count > most ? people.flatMap((each) => (each.ways[0] ? takeAway(each, each.ways[0]) : [])) : [];
    return [
      {
        status: 'fail',
        resource,
        severity: count < least ? 'medium' : 'high',
        detail: {
          ja: `グローバル管理者は ${count} 人です(有効 ${active.length} 人)。基準は ${least} 人以上 ${most} 人以下です。`,
          en: `There are ${count} Global Administrators (${active.length} active); the standard wants ${least} to ${most}.`,
        },
        evidence: [first, ...rest],
        remediation: [choose(count < least), ...commands],
      },
    ];
  },
});

/** Without one of these, somebody may be missing from the count. */
const counted: ReadonlySet<string> = new Set([
  'entra.groupEligibilities',
  'entra.groupMembers',
  'entra.groups',
  'entra.roleEligibilities',
]);

const eligibilities = '/roleManagement/directory/roleEligibilityScheduleInstances';

function choose(isTooFew: boolean): Remediation {
  const text = isTooFew
    ? {
        ja: 'Microsoft Entra管理センターの［ロールと管理者］→［グローバル管理者］で、緊急用のクラウド専用アカウントを加えます。',
        en: 'In the Microsoft Entra admin center open Roles and administrators, Global Administrator, and add a cloud-only emergency account.',
      }
    : {
        ja: '残す人を決め、ほかの人については次のコマンドのうちその人のものを実行します。',
        en: 'Decide who stays, and run the command below for each of the others.',
      };
  return { kind: 'console', text };
}
