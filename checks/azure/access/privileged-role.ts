import { defineCheck } from '../../../lib/model/check.ts';
import type { AccessRule, HeldRole } from '../../../lib/model/azure/access.ts';
import { judgeHolders, unknownAsWhole, type Wrong } from '../../../lib/model/azure/access-judgements.ts';
import type { Text } from '../../../lib/model/text.ts';

/** What a role at a level reaches. */
const reaches: Partial<Record<AccessRule, Text>> = {
  'privileged-at-root': {
    ja: 'テナントのすべての管理グループとサブスクリプションに及びます。',
    en: 'It reaches every management group and subscription of the tenant.',
  },
  'privileged-at-management-group': {
    ja: '管理グループの下にあるすべてのサブスクリプションに及びます。',
    en: 'It reaches every subscription below the management group.',
  },
  'privileged-at-subscription': {
    ja: 'サブスクリプションのすべてのリソースに及びます。',
    en: 'It reaches every resource of the subscription.',
  },
};

/** Privileges that another check finds, for who holds them or by what role: here they are neither wrong nor right. */
const elsewhere: ReadonlySet<AccessRule> = new Set([
  'custom-owner-role',
  'disabled-account-privileged',
  'guest-privileged',
  'orphaned-assignment',
]);

const userAccessAdministrator = '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9';

export default defineCheck({
  id: 'azure-privileged-role',
  clauses: ['7.3', '12.3'],
  severity: 'high',
  title: {
    ja: '特権管理者ロールを広い範囲で常時保持している',
    en: 'A privileged administrator role is held for good at a wide scope',
  },
  why: {
    ja: '所有者、共同作成者、ユーザーアクセス管理者、ロールベースのアクセス制御管理者をサブスクリプション以上で常時持つ者は、奪われるとその下のすべてを失います。ルート(/)のユーザーアクセス管理者は、グローバル管理者が「Azureリソースのアクセス管理」で得たもので、PIMの無効化では消えません。有効化した割り当てと資格は指摘しません。',
    en: 'Whoever holds Owner, Contributor, User Access Administrator or Role Based Access Control Administrator for good on a subscription or above loses everything below it with his account. User Access Administrator at the root (/) is what a Global Administrator left behind with elevateAccess; ending a PIM activation does not take it away. Activated and eligible roles are not found.',
  },
  fix: {
    ja: '日常の作業に足りる小さいロールを、必要なリソースグループに割り当てます。特権はPIMの資格に変え、必要なときに有効化します。',
    en: 'Give smaller roles on the resource groups where the daily work needs them. Make privileges eligible in PIM, to be activated when they are needed.',
  },
  reads: ['azure.access'],
  find({ 'azure.access': access }, { unit }) {
    const judged = judgeHolders(access, unit, {
      wrong,
      concerns: ({ roles }) =>
        roles.some(({ how, via }) => how !== 'external' && !via) &&
        !roles.some(({ rule }) => rule !== undefined && elsewhere.has(rule)),
      needs: ['role'],
    });
    // Without schedules an activated role looks like a standing one.
    return [...judged, ...unknownAsWhole(access, unit, ['schedules'])];
  },
});

function wrong(role: HeldRole): Wrong | undefined {
  const reached = role.rule && reaches[role.rule];
  if (!reached) return undefined;
  const isRoot = role.level === 'root';
  const isElevated = isRoot && role.role === userAccessAdministrator;
  const left = {
    ja: 'elevateAccess(Azureリソースのアクセス管理)で得たまま残ったものです。',
    en: ' It was left behind by elevateAccess (access management for Azure resources).',
  };
  return {
    severity: role.power === 'contributor' ? (isRoot ? 'high' : 'medium') : isRoot ? 'critical' : 'high',
    why: isElevated ? { ja: `${reached.ja}${left.ja}`, en: `${reached.en}${left.en}` } : reached,
  };
}
