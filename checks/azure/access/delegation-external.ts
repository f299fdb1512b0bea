import { defineCheck } from '../../../lib/model/check.ts';
import type { AzureAccess, AzureHolder, HeldRole } from '../../../lib/model/azure/access.ts';
import { heldEvidence } from '../../../lib/model/azure/access-evidence.ts';
import { unknownAsWhole } from '../../../lib/model/azure/access-judgements.ts';
import { assignmentRemoval } from '../../../lib/model/azure/access-removal.ts';
import { scopeText } from '../../../lib/model/azure/access-text.ts';
import { armKey } from '../../../lib/model/azure/arm-id.ts';
import { azureResource } from '../../../lib/model/azure/azure-resource.ts';
import type { Judgement } from '../../../lib/model/judgement.ts';
import type { Resource } from '../../../lib/model/resource.ts';

export default defineCheck({
  id: 'azure-delegation-external',
  clauses: ['7.3', '12.3'],
  severity: 'high',
  title: {
    ja: '別のテナントに特権が委任されている',
    en: 'Another tenant holds a privilege by delegation',
  },
  why: {
    ja: 'Azure Lighthouseによる委任は、ロールの割り当ての一覧に現れません。委任先のテナントの利用者は、このテナントのゲストにもならず、その多要素認証や退職の管理はこちらから見えません。資格としての委任も数えます。',
    en: 'A delegation by Azure Lighthouse stands in no list of role assignments. People of the managing tenant are not even guests here, and how it authenticates and offboards them cannot be seen. Eligible authorizations count.',
  },
  fix: {
    ja: '不要な委任を削除します。委託契約があるものは、ロールを閲覧者など必要なものに減らし、テナントを standard.yaml の trustedAccounts に記録します。',
    en: 'Delete delegations that are not needed. For those under contract, cut the roles down to what the work needs, and put the tenant under trustedAccounts in standard.yaml.',
  },
  reads: ['azure.access'],
  find({ 'azure.access': access }, { unit }) {
    const judged = access.delegations.flatMap((each): readonly Judgement[] => {
      const resource = azureResource(unit, { type: 'azure-delegation', id: each.id, name: each.name });
      const failed = rolesOf(access, each.id).map((found) => failure(resource, each.tenant ?? '', found));
      if (failed.length > 0) return failed;
      const unread = unreadOf(access, each.id);
      return [unread && !each.isTrusted ? { status: 'unknown', resource, unread } : { status: 'pass', resource }];
    });
    return [...judged, ...unknownAsWhole(access, unit, ['delegations'])];
  },
});

interface Found {
  readonly holder: AzureHolder;
  readonly role: HeldRole;
}

function rolesOf({ holders }: AzureAccess, delegation: string): readonly Found[] {
  return holders.flatMap((holder) =>
    holder.roles
      .filter(
        ({ rule, assignment }) => rule === 'external-tenant-delegation' && armKey(assignment) === armKey(delegation),
      )
      .map((role) => ({ holder, role })),
  );
}

/** What a delegation allows, or a role that it names, may not have been read. */
function unreadOf(
  { holders, unknowns }: AzureAccess,
  delegation: string,
): AzureAccess['unknowns'][number]['unread'] | undefined {
  const principals = new Set(
    holders
      .filter(({ roles }) =>
        roles.some(
          ({ how, assignment, power }) => how === 'external' && assignment === delegation && power === 'unknown',
        ),
      )
      .map(({ id }) => id),
  );
  return unknowns.find(
    ({ about, principal }) =>
      (about === 'delegations' && principal === delegation) ||
      (about === 'role' && principal !== undefined && principals.has(principal)),
  )?.unread;
}

function failure(resource: Resource, tenant: string, { holder, role }: Found): Judgement {
  const scope = scopeText(role);
  return {
    status: 'fail',
    resource,
    discriminator: `${holder.id}|${role.role}`,
    severity: role.power === 'delegated' ? 'medium' : 'high',
    detail: {
      ja: `テナント ${tenant} の ${holder.name} に、${scope.ja}に対する ${role.roleName} が委任されています。`,
      en: `${holder.name} of the tenant ${tenant} holds ${role.roleName} on ${scope.en} by delegation.`,
    },
    evidence: heldEvidence(holder, role),
    remediation: [assignmentRemoval(role)],
  };
}
