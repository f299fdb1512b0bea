import { defineCheck } from '../../../lib/model/check.ts';
import type { HeldRole } from '../../../lib/model/azure/access.ts';
import { judgeHolders, type Wrong } from '../../../lib/model/azure/access-judgements.ts';

export default defineCheck({
  id: 'azure-role-delegable',
  clauses: ['7.3', '12.3'],
  severity: 'high',
  title: {
    ja: 'ロールを他者に与えられる、又は権限を広げられるロールを保持している',
    en: 'A role is held that gives roles to others, or leads to wider rights',
  },
  why: {
    ja: '名前では分からない特権があります。`Microsoft.Authorization/*/write` を持つカスタムロールはロールの割り当てを作れ、仮想マシンの共同作成者はそのマシンのIDとしてコードを実行できます。条件付きの割り当ては、`roleAssignments/write` が制限され、許可するロールに特権がない場合だけ限定された委任とみなします。',
    en: 'Some privileges are not in the name. A custom role with Microsoft.Authorization/*/write creates role assignments; a Virtual Machine Contributor runs code as the identity of the machine. An assignment with a condition counts as a limited delegation only if roleAssignments/write is constrained and no privileged role may be assigned.',
  },
  fix: {
    ja: '範囲をリソースグループに狭め、ロールの割り当てには、与えてよいロールだけを許す条件を付けます。',
    en: 'Narrow the scope to a resource group, and put a condition on giving roles that names the only roles that may be given.',
  },
  reads: ['azure.access'],
  find({ 'azure.access': access }, { unit }) {
    return judgeHolders(access, unit, {
      wrong,
      concerns: ({ roles }) => roles.some(({ how, via }) => how !== 'external' && !via),
      needs: ['role'],
    });
  },
});

function wrong({ rule, power, actions }: HeldRole): Wrong | undefined {
  if (rule === 'delegated-role-assignment')
    return {
      severity: 'low',
      why: {
        ja: '条件により、特権のないロールだけを割り当てられます。',
        en: 'By its condition it can only assign roles without privileges.',
      },
    };
  if (rule !== 'escalation-role-assignment') return undefined;
  const list = actions.join(', ');
  if (power === 'escalation')
    return {
      severity: 'medium',
      why: { ja: `権限を広げられる操作を含みます: ${list}。`, en: `It allows actions that lead further: ${list}.` },
    };
  return {
    severity: 'high',
    why: {
      ja: 'その範囲で、自分を含む誰にでも任意のロールを割り当てられます。',
      en: 'It can assign any role there to anybody, its holder included.',
    },
  };
}
