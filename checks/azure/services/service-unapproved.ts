import { azureResource, subscriptionResource } from '../../../lib/model/azure/azure-resource.ts';
import type { ServiceInUse } from '../../../lib/model/azure/service-in-use.ts';
import { removeResources, serviceEvidence } from '../../../lib/model/azure/service-evidence.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import type { Failed, Judgement } from '../../../lib/model/judgement.ts';
import type { Resource } from '../../../lib/model/resource.ts';

export default defineCheck({
  id: 'azure-service-unapproved',
  clauses: ['12.1'],
  severity: 'medium',
  title: {
    ja: '承認されていないAzureサービスを使用している',
    en: 'A service of Azure is in use that nobody approved',
  },
  why: {
    ja: '承認されていないサービスは、設定の基準も責任者もないまま使われ、データの所在も分からなくなります。使用中のリソースの種類のうち、基準の approved.azure.types にないものを種類ごとに指摘します。子リソースは親と別に数え、ignoredTypes の種類は除き、Azureや他のリソースが自動的に作成したものだけの種類は重大度を下げます。Marketplaceのサービスも対象です。基準に一覧がなければ判定しません。台帳（register）があれば、代わりに service-unapproved が判定します。',
    en: 'A service that nobody approved is used without rules for its settings and without an owner, and nobody knows where data went. Found is each type of resource in use that approved.azure.types of the standard does not name. Children count by themselves; types under ignoredTypes are left out; the severity is lower where Azure or another resource made all of them. Services of the Marketplace count. Nothing is judged where the standard has no list. Where there is a register, service-unapproved judges instead.',
  },
  fix: {
    ja: '利用の目的を確かめます。必要なら approved.azure.types に追加し、不要ならデータを退避して削除します。Azure Policyの「Allowed resource types」で新しい作成も防げます。',
    en: 'Find out what it is used for. Add the type to approved.azure.types, or move the data away and delete it. The policy "Allowed resource types" keeps new ones from being made.',
  },
  reads: ['azure.servicesInUse'],
  find: ({ 'azure.servicesInUse': { services } }, { unit, standard }) => {
    if (standard.approved.azure.types.length === 0 || standard.register.length > 0) return [];
    const scope = subscriptionResource(unit);
    const types = Map.groupBy(services, ({ type }) => type);
    return [...types].map(([type, used]): Judgement => {
      const id = `${scope.id}/providers/${type}`;
      const resource = azureResource(unit, { type: 'azure-service', id, name: type });
      const [first, ...rest] = used.filter((each) => each.isTypeApproved === false && !each.isIgnored);
      return first ? failure([first, ...rest], resource) : { status: 'pass', resource };
    });
  },
});

function failure(used: readonly [ServiceInUse, ...ServiceInUse[]], resource: Resource): Failed {
  const [{ service, type }] = used;
  const count = used.reduce((sum, each) => sum + each.count, 0);
  const places = used.map(({ location }) => location).join(', ');
  return {
    status: 'fail',
    resource,
    ...(used.every(({ isAutomatic }) => isAutomatic) && { severity: 'low' }),
    detail: {
      ja: `承認されていない ${service}（${type}）のリソースが ${count} 個あります（${places}）。`,
      en: `${count} of ${service} (${type}) ${count === 1 ? 'is' : 'are'} in use, which the standard does not name: ${places}.`,
    },
    evidence: serviceEvidence(used),
    remediation: removeResources(used),
  };
}
