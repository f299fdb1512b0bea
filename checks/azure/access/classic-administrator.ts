import { defineCheck } from '../../../lib/model/check.ts';
import { azureResource, subscriptionResource } from '../../../lib/model/azure/azure-resource.ts';
import { command } from '../../../lib/model/command.ts';
import type { Judgement } from '../../../lib/model/judgement.ts';

const operation = 'Microsoft.Authorization/classicAdministrators';

export default defineCheck({
  id: 'azure-classic-administrator',
  clauses: ['7.4', '12.3'],
  severity: 'medium',
  title: {
    ja: '従来の管理者が残っている',
    en: 'A classic administrator is left',
  },
  why: {
    ja: '従来の管理者(サービス管理者、共同管理者)は2024年8月31日に廃止されました。残っている行は、点検から漏れた権限の名残です。廃止前は、サブスクリプションの所有者と同じ権限でした。',
    en: 'Classic administrators (service administrator, co-administrator) were retired on 31 August 2024. A row that is left shows a right that no review has caught; it was as much as Owner of the subscription.',
  },
  fix: {
    ja: '従来の管理者を削除し、必要な人には小さいAzureロールを割り当てます。',
    en: 'Remove the classic administrator, and assign a small Azure role to whoever needs one.',
  },
  reads: ['azure.classicAdministrators'],
  find({ 'azure.classicAdministrators': administrators }, { unit }) {
    if (administrators.length === 0) return [{ status: 'pass', resource: subscriptionResource(unit) }];
    return administrators.map(({ id, name, roles }): Judgement => {
      const held = roles.join(', ');
      const url = `https://management.azure.com${id}?api-version=2015-07-01`;
      return {
        status: 'fail',
        resource: azureResource(unit, { type: 'azure-classic-administrator', id, name }),
        detail: {
          ja: `${name} が従来の管理者(${held})として残っています。`,
          en: `${name} is left as a classic administrator (${held}).`,
        },
        evidence: [{ what: { ja: `${name}: ${held}(従来の管理者)`, en: `${name}: ${held}` }, operation, ref: id }],
        remediation: [{ kind: 'azure-cli', text: command`az rest --method delete --url ${url}` }],
      };
    });
  },
});
