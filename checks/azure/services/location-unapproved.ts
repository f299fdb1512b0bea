import { azureResource, subscriptionResource } from '../../../lib/model/azure/azure-resource.ts';
import type { ServiceInUse } from '../../../lib/model/azure/service-in-use.ts';
import { removeResources, serviceEvidence } from '../../../lib/model/azure/service-evidence.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import type { Failed, Judgement } from '../../../lib/model/judgement.ts';
import type { Resource } from '../../../lib/model/resource.ts';

export default defineCheck({
  id: 'azure-location-unapproved',
  clauses: ['12.1'],
  severity: 'medium',
  title: {
    ja: '承認されていない場所にAzureのリソースがある',
    en: 'Resources of Azure stand in a location that nobody approved',
  },
  why: {
    ja: 'リソースの場所は、データがどの国の法律の下に置かれるかを決めます。基準の approved.azure.locations にない場所を、場所ごとに指摘します。場所のないもの（global）は対象外です。Network Watcherのように自動的に作成されたものだけの場所は、重大度を下げます。基準に一覧がなければ判定しません。',
    en: 'Where a resource stands decides under which law its data is. Found is each location in use that approved.azure.locations of the standard does not name. What stands nowhere (global) is left out; the severity is lower where Azure or another resource made all that is there, as with Network Watcher. Nothing is judged where the standard has no list.',
  },
  fix: {
    ja: 'リソースを承認済みの場所に移し、元の場所のデータを削除します。必要な場所であれば approved.azure.locations に追加します。Azure Policyの「Allowed locations」で新しい作成も防げます。',
    en: 'Move the resources to an approved location and delete the data that is left, or add the location to approved.azure.locations. The policy "Allowed locations" keeps new ones from being made.',
  },
  reads: ['azure.servicesInUse'],
  find: ({ 'azure.servicesInUse': { services } }, { unit, standard }) => {
    if (standard.approved.azure.locations.length === 0) return [];
    const scope = subscriptionResource(unit);
    const places = Map.groupBy(services, ({ location }) => location);
    return [...places].map(([location, used]): Judgement => {
      const id = `${scope.id}/locations/${location}`;
      const resource = azureResource(unit, { type: 'azure-location', id, location });
      const [first, ...rest] = used.filter(({ isLocationApproved }) => isLocationApproved === false);
      return first ? failure([first, ...rest], resource) : { status: 'pass', resource };
    });
  },
});

function failure(used: readonly [ServiceInUse, ...ServiceInUse[]], resource: Resource): Failed {
  const [{ location }] = used;
  const count = used.reduce((sum, each) => sum + each.count, 0);
  const services = [...new Set(used.map(({ service }) => service))].slice(0, 5).join(', ');
  return {
    status: 'fail',
    resource,
    ...(used.every(({ isAutomatic, isIgnored }) => isAutomatic || isIgnored) && { severity: 'low' }),
    detail: {
      ja: `承認されていない場所 ${location} に、${services} のリソースが ${count} 個あります。`,
      en: `${count} of ${services} ${count === 1 ? 'stands' : 'stand'} in ${location}, which the standard does not name.`,
    },
    evidence: serviceEvidence(used),
    remediation: removeResources(used),
  };
}
