import { defineCheck } from '../../../lib/model/check.ts';
import type { AzureAccess, AzureHolder, HeldRole, WideCustomRole } from '../../../lib/model/azure/access.ts';
import { heldEvidence } from '../../../lib/model/azure/access-evidence.ts';
import { removal } from '../../../lib/model/azure/access-removal.ts';
import { azureResource } from '../../../lib/model/azure/azure-resource.ts';
import { command } from '../../../lib/model/command.ts';
import type { Evidence, Judgement, Remediation } from '../../../lib/model/judgement.ts';
import type { Resource } from '../../../lib/model/resource.ts';

export default defineCheck({
  id: 'azure-custom-role-wildcard',
  clauses: ['7.3', '12.3'],
  severity: 'high',
  title: {
    ja: '所有者と同じ権限を持つカスタムロールがある',
    en: 'A custom role allows as much as Owner',
  },
  why: {
    ja: 'すべての操作(`*`)を許すカスタムロールは、所有者と同じことができ、所有者の一覧や人数の点検に現れません。除外(notActions)を引いた後の権限で判断します。誰も持っていなくても、割り当てるだけで使えます。',
    en: 'A custom role that allows everything (*) does what Owner does, and stands in no list or count of owners. It is judged by what is left after its exceptions (notActions). Even when nobody holds it, one assignment puts it to use.',
  },
  fix: {
    ja: '必要な操作だけを並べたロールに置き換え、このロールは削除します。',
    en: 'Replace it with a role that lists the actions that are needed, and delete this one.',
  },
  reads: ['azure.access'],
  find({ 'azure.access': access }, { unit }) {
    const asResource = ({ id, name }: WideCustomRole): Resource =>
      azureResource(unit, { type: 'azure-role-definition', id, name });
    return [
      ...access.customRoles.wide.map((role) => failure(access, role, asResource(role))),
      ...access.customRoles.narrow.map((role): Judgement => ({ status: 'pass', resource: asResource(role) })),
    ];
  },
});

function failure({ holders }: AzureAccess, role: WideCustomRole, resource: Resource): Judgement {
  const held = holders.flatMap((holder) =>
    holder.roles.filter((each) => each.role === role.key && !each.via).map((each) => ({ holder, role: each })),
  );
  const defined: Evidence = {
    what: { ja: `${role.name} はすべての操作を許可する`, en: `${role.name} allows every action` },
    operation: 'Microsoft.Authorization/roleDefinitions',
    ref: role.id,
  };
  const last = deletion(role);
  const [first, ...rest] = [...held.flatMap(({ holder, role: each }) => removal(holder.id, each)), last];
  return {
    status: 'fail',
    resource,
    severity: held.length > 0 ? 'high' : 'medium',
    detail: {
      ja: `カスタムロール ${role.name} は所有者と同じ権限を持ち、保持者は ${held.length} 件です。`,
      en: `The custom role ${role.name} allows as much as Owner; it is held ${held.length} time(s).`,
    },
    evidence: [defined, ...held.map(evidenceOf)],
    remediation: [first, ...rest],
  };
}

function evidenceOf({ holder, role }: { readonly holder: AzureHolder; readonly role: HeldRole }): Evidence {
  return heldEvidence(holder, role)[0];
}

function deletion({ key, assignableScopes }: WideCustomRole): Remediation {
  const [scope = '/'] = assignableScopes;
  const text = command`az role definition delete --name ${key} --scope ${scope} --custom-role-only true`;
  return { kind: 'azure-cli', text };
}
