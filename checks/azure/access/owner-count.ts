import { defineCheck } from '../../../lib/model/check.ts';
import type { AzureAccess, AzureHolder } from '../../../lib/model/azure/access.ts';
import { heldEvidence } from '../../../lib/model/azure/access-evidence.ts';
import { removal } from '../../../lib/model/azure/access-removal.ts';
import { subscriptionResource } from '../../../lib/model/azure/azure-resource.ts';
import { isWide } from '../../../lib/model/azure/role-scope.ts';
import type { Evidence, Remediation } from '../../../lib/model/judgement.ts';
import type { Unread } from '../../../lib/model/unread.ts';

export default defineCheck({
  id: 'azure-owner-count',
  clauses: ['7.3'],
  severity: 'medium',
  title: {
    ja: 'サブスクリプションの所有者が基準より多い',
    en: 'More people own the subscription than the standard allows',
  },
  why: {
    ja: '所有者は、すべてのリソースとすべてのロールを変更できます。多ければ奪われる機会が増えます。割り当ての行ではなく人を数え、グループを展開し、同じ人は1人とし、無効なアカウント、有効化した割り当て、資格は除きます。',
    en: 'An Owner changes every resource and every role, and many are many chances to lose one. People are counted, not assignments: groups are expanded, the same person counts once, and disabled accounts, activated and eligible roles are left out.',
  },
  fix: {
    ja: '残す人を決め、ほかの人は小さいロールかPIMの資格に変えます。',
    en: 'Decide who stays, and give the others smaller roles, or eligibility in PIM.',
  },
  reads: ['azure.access'],
  find({ 'azure.access': access }, { standard, unit }) {
    const resource = subscriptionResource(unit);
    const { most } = standard.azure.owners;
    const { owners } = access;
    const unread = unreadOwners(access);
    if (owners.length <= most) return [unread ? { status: 'unknown', resource, unread } : { status: 'pass', resource }];
    const people = access.holders.filter(({ id }) => owners.includes(id));
    const counted: Evidence = {
      what: { ja: `所有者 ${owners.length} 人`, en: `${owners.length} owners` },
      operation: 'Microsoft.Authorization/roleAssignments',
      ref: resource.id,
    };
    const choose: Remediation = {
      kind: 'console',
      text: {
        ja: '残す人を決め、ほかの人については次のコマンドのうちその人のものを実行します。',
        en: 'Decide who stays, and run the command below for each of the others.',
      },
    };
    return [
      {
        status: 'fail',
        resource,
        detail: {
          ja: `所有者は ${owners.length} 人です。基準は ${most} 人以下です。`,
          en: `There are ${owners.length} owners; the standard allows ${most}.`,
        },
        evidence: [
          counted,
          ...people.flatMap((each) => ownership(each).flatMap((role) => heldEvidence(each, role)[0])),
        ],
        remediation: [choose, ...commandsFor(people)],
      },
    ];
  },
});

function ownership({ roles }: AzureHolder): AzureHolder['roles'] {
  return roles.filter(
    ({ power, how, level, isCustom }) => power === 'owner' && how === 'standing' && !isCustom && isWide(level),
  );
}

/** An owner by a group leaves the group; the group's own assignment is nobody's alone. */
function commandsFor(people: readonly AzureHolder[]): readonly Remediation[] {
  return people.flatMap((each) => ownership(each).map((role) => removal(each.id, role)[0]));
}

/** Whose account, or whose members, must be known before somebody can be said not to be an owner. */
function unreadOwners({ holders, unknowns }: AzureAccess): Unread | undefined {
  const ofOwner = new Set(holders.filter((each) => ownership(each).length > 0).map(({ id }) => id));
  return unknowns.find(
    ({ about, principal }) =>
      (about === 'account' || about === 'members') && principal !== undefined && ofOwner.has(principal),
  )?.unread;
}
