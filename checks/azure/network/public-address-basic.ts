import { armName, resourceGroupOf, subscriptionOf } from '../../../lib/model/azure/arm-id.ts';
import { azureResource } from '../../../lib/model/azure/azure-resource.ts';
import type { AzurePublicAddress } from '../../../lib/model/azure/network.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import { command } from '../../../lib/model/command.ts';
import type { Judgement } from '../../../lib/model/judgement.ts';

export default defineCheck({
  id: 'azure-public-address-basic',
  clauses: ['11.1'],
  severity: 'medium',
  title: {
    ja: 'パブリックIPアドレスが廃止されたBasic SKUのまま使われている',
    en: 'A public address is of the retired SKU Basic',
  },
  why: {
    ja: 'Basic SKUは2025年9月30日に廃止され、サポートされません。ネットワークセキュリティグループがなければ、すべての受信を許します（Standardは既定で閉じています）。SKUの指定がないものもBasicです。',
    en: 'The SKU Basic was retired on 30 September 2025 and is no longer supported. Without a network security group it lets everything in, where Standard is closed. An address that names no SKU is Basic.',
  },
  fix: {
    ja: '関連付けを外してからStandardに変更し、ネットワークセキュリティグループで必要な受信だけを許可します。',
    en: 'Disassociate it, upgrade it to Standard, and let in what is needed with a network security group.',
  },
  reads: ['azure.publicAddresses'],
  find: ({ 'azure.publicAddresses': addresses }, { unit }) =>
    addresses.map((address): Judgement => {
      const { id, name, location, sku } = address;
      const resource = azureResource(unit, { type: 'public-ip-address', id, name, location });
      const operation = 'Microsoft.Network/publicIPAddresses';
      if (sku === 'unknown')
        return {
          status: 'unknown',
          resource,
          unread: { operation, code: 'NotUnderstood', message: `the SKU of ${name} is newer than this version` },
        };
      if (sku === 'standard') return { status: 'pass', resource };
      return {
        status: 'fail',
        resource,
        detail: {
          ja: `パブリックIPアドレス ${name} はBasic SKUです。`,
          en: `The public address ${name} is of the SKU Basic.`,
        },
        evidence: [
          {
            what: { ja: 'sku.name が Basic（または指定なし）', en: 'sku.name is Basic, or not said' },
            operation,
            ref: id,
          },
        ],
        remediation: [{ kind: 'azure-cli', text: upgrade(address) }],
      };
    }),
});

function upgrade({ id }: AzurePublicAddress): string {
  return command`az network public-ip update --subscription ${subscriptionOf(id) ?? ''} --resource-group ${resourceGroupOf(id) ?? ''} --name ${armName(id)} --sku Standard --allocation-method Static`;
}
