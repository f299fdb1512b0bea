import { defineCheck } from '../../../lib/model/check.ts';
import { entraResource } from '../../../lib/model/entra/entra-resource.ts';
import type { PrivilegePath, PrivilegedPrincipal, PrivilegeWay } from '../../../lib/model/entra/privilege.ts';
import { privilegeEvidence, wayText } from '../../../lib/model/entra/privilege-evidence.ts';
import { takeAway } from '../../../lib/model/entra/take-away.ts';
import { tenantOf } from '../../../lib/model/entra/tenant-of.ts';
import { unreadPrivilege } from '../../../lib/model/entra/unread-privilege.ts';
import type { Judgement } from '../../../lib/model/judgement.ts';
import type { Text } from '../../../lib/model/text.ts';

/** Ways that no list of role holders shows. */
const hidden: Partial<Record<PrivilegePath, Text>> = {
  customRole: {
    ja: 'カスタムロールで資格情報や割り当てを変更できる',
    en: 'a custom role changes credentials or assignments',
  },
  eligibleGroup: { ja: 'ロールを持つグループに自分で参加できる', en: 'may join a group that holds a role' },
  groupOwner: {
    ja: 'ロールを持つグループを所有し、メンバーを変更できる',
    en: 'owns a group that holds a role, and changes its members',
  },
  appOwner: {
    ja: '特権を持つアプリの登録に資格情報を追加できる',
    en: 'adds a credential to the registration of a privileged application',
  },
  spOwner: {
    ja: '特権を持つサービスプリンシパルに資格情報を追加できる',
    en: 'adds a credential to a privileged service principal',
  },
};

export default defineCheck({
  id: 'entra-escalation-path',
  clauses: ['7.3', '12.3'],
  severity: 'critical',
  title: {
    ja: 'ロールの一覧に現れない経路で、テナントを支配できる',
    en: 'Somebody can take the tenant by a way that no list of roles shows',
  },
  why: {
    ja: '特権ロールを持つグループの所有者はメンバーを加えられ、特権を持つアプリの所有者は資格情報を加えてそのアプリとしてサインインできます。PIMの資格を持つ者は自分でグループに入れ、カスタムロールは名前の一覧に載りません。経路の一歩ごとに、どの関係がそれを許すかを示します。',
    en: 'The owner of a group that holds a role adds members; the owner of a privileged application adds a credential and signs in as it; whoever is eligible joins the group by himself; and custom roles stand on no list of names. Each step of the way names the relation that allows it.',
  },
  fix: {
    ja: '経路の最初の関係(所有、資格、ロール)を外します。特権アプリの所有者は置かず、管理は特権ロールの保持者だけに任せます。',
    en: 'Take the first relation of the way away (ownership, eligibility, role). Privileged applications should have no owner: holders of privileged roles manage them.',
  },
  reads: ['entra.privilege'],
  find({ 'entra.privilege': report }, { unit }) {
    const tenant = tenantOf(unit);
    const judged = report.principals.flatMap((principal): Judgement[] => {
      const resource = entraResource(tenant, principal.kind === 'user' ? 'user' : 'service-principal', principal);
      const ways = principal.ways.filter(({ path, tier }) => hidden[path] && tier !== 'privileged');
      if (ways.length === 0) return principal.ways.length > 0 ? [{ status: 'pass', resource }] : [];
      return ways.filter(isFirst).map((way) => failed(principal, way, resource));
    });
    const unread = unreadPrivilege(report, tenant);
    return unread ? [...judged, unread] : judged;
  },
});

/** One finding for each kind of way: the shortest. */
function isFirst({ path }: PrivilegeWay, at: number, ways: readonly PrivilegeWay[]): boolean {
  return ways.findIndex((each) => each.path === path) === at;
}

function failed(principal: PrivilegedPrincipal, way: PrivilegeWay, resource: Judgement['resource']): Judgement {
  const how = hidden[way.path] ?? { ja: '', en: '' };
  return {
    status: 'fail',
    resource,
    discriminator: way.path,
    severity: principal.enabled ? 'critical' : 'medium',
    detail: {
      ja: `${principal.name} は、${how.ja}ため、テナントを支配できます: ${wayText(way)}。`,
      en: `${principal.name} ${how.en}, and so controls the tenant: ${wayText(way)}.`,
    },
    evidence: privilegeEvidence(way),
    remediation: takeAway(principal, way),
  };
}
