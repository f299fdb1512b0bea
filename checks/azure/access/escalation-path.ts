import { defineCheck } from '../../../lib/model/check.ts';
import type { AzureHolder, EscalationPath } from '../../../lib/model/azure/access.ts';
import { pathEvidence } from '../../../lib/model/azure/access-evidence.ts';
import { holderResource, unknownAsWhole } from '../../../lib/model/azure/access-judgements.ts';
import { assignmentRemoval } from '../../../lib/model/azure/access-removal.ts';
import { pathText, scopeText } from '../../../lib/model/azure/access-text.ts';
import type { Judgement } from '../../../lib/model/judgement.ts';
import type { Resource } from '../../../lib/model/resource.ts';

export default defineCheck({
  id: 'azure-escalation-path',
  clauses: ['7.3', '12.3'],
  severity: 'critical',
  title: {
    ja: 'マネージドIDを経由して、持っていない特権に届く',
    en: 'A managed identity leads to a privilege that its user does not hold',
  },
  why: {
    ja: '仮想マシンでコマンドを実行できる者は、そのマシンのマネージドIDとして動けます。IDがサブスクリプションの所有者なら、実行した者も所有者です。ロールの一覧では小さな権限にしか見えません。グループ、複数のIDを経る経路、ユーザー割り当てIDも追います。',
    en: 'Whoever runs commands on a virtual machine acts as its managed identity. If that identity owns the subscription, so does whoever ran the command, although the list of roles shows a small one. Groups, ways over several identities, and user-assigned identities are followed.',
  },
  fix: {
    ja: 'マネージドIDのロールを、そのリソースに必要なものまで減らします。減らせない場合は、リソースを操作できる者を特権の保持者に限ります。',
    en: 'Cut the role of the managed identity down to what the resource needs. Where that is not possible, let only those change the resource who hold the privilege anyway.',
  },
  reads: ['azure.access'],
  find({ 'azure.access': access }, { unit }) {
    const unread = new Map(
      access.unknowns
        .filter(({ about }) => about === 'role' || about === 'members')
        .map((each) => [each.principal, each.unread]),
    );
    const judged = access.holders.flatMap((holder): readonly Judgement[] => {
      const resource = holderResource(unit, holder);
      if (holder.path) return [failure(holder, holder.path, resource)];
      if (!holder.roles.some(({ how }) => how === 'standing' || how === 'activated')) return [];
      const missing = unread.get(holder.id);
      return [missing ? { status: 'unknown', resource, unread: missing } : { status: 'pass', resource }];
    });
    return [...judged, ...unknownAsWhole(access, unit, ['identities'])];
  },
});

function failure({ name }: AzureHolder, path: EscalationPath, resource: Resource): Judgement {
  const { steps, reached } = path;
  const scope = scopeText(reached);
  const [first] = steps;
  return {
    status: 'fail',
    resource,
    discriminator: `${reached.level}|${reached.power}`,
    detail: {
      ja: `${name} は、${scope.ja}に対する ${reached.roleName} に届きます: ${pathText(path)}。`,
      en: `${name} reaches ${reached.roleName} on ${scope.en}: ${pathText(path)}.`,
    },
    evidence: pathEvidence(path),
    remediation: [
      assignmentRemoval({ assignment: reached.assignment, how: 'standing' }),
      assignmentRemoval({ assignment: first.assignment, how: 'standing' }),
    ],
  };
}
