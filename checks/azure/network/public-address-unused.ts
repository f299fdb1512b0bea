import { armKey, armName, resourceGroupOf, subscriptionOf } from '../../../lib/model/azure/arm-id.ts';
import { azureResource } from '../../../lib/model/azure/azure-resource.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import { command } from '../../../lib/model/command.ts';
import type { Judgement } from '../../../lib/model/judgement.ts';

export default defineCheck({
  id: 'azure-public-address-unused',
  clauses: ['11.1', '12.4'],
  severity: 'low',
  title: {
    ja: '使われていないパブリックIPアドレスが残っている',
    en: 'A public address is attached to nothing',
  },
  why: {
    ja: '置き忘れたアドレスは、DNSの記録や相手先の許可リストに残り続け、誤って別の機器に付ければ、その機器がすぐに公開されます。',
    en: 'A forgotten address stays in DNS records and in the allow-lists of partners, and exposes the next machine that it is attached to by mistake.',
  },
  fix: {
    ja: 'DNSと許可リストから消したことを確かめてから、アドレスを削除します。',
    en: 'See that it is gone from DNS and from allow-lists, then delete it.',
  },
  reads: ['azure.publicAddresses', 'azure.interfaces'],
  find: ({ 'azure.publicAddresses': addresses, 'azure.interfaces': interfaces }, { unit }) => {
    const used = new Set(
      interfaces
        .flatMap(({ configurations }) => configurations.flatMap(({ publicAddressId }) => publicAddressId ?? []))
        .map(armKey),
    );
    return addresses.map(({ id, name, location, attachedTo }): Judgement => {
      const resource = azureResource(unit, { type: 'public-ip-address', id, name, location });
      if (attachedTo !== undefined || used.has(armKey(id))) return { status: 'pass', resource };
      const text = command`az network public-ip delete --subscription ${subscriptionOf(id) ?? ''} --resource-group ${resourceGroupOf(id) ?? ''} --name ${armName(id)}`;
      return {
        status: 'fail',
        resource,
        detail: {
          ja: `パブリックIPアドレス ${name} はどこにも関連付けられていません。`,
          en: `The public address ${name} is attached to nothing.`,
        },
        evidence: [
          {
            what: { ja: 'ipConfiguration と natGateway がない', en: 'Neither ipConfiguration nor natGateway' },
            operation: 'Microsoft.Network/publicIPAddresses',
            ref: id,
          },
        ],
        remediation: [{ kind: 'azure-cli', text }],
      };
    });
  },
});
