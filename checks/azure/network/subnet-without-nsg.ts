import { armKey, armName, armParent, resourceGroupOf, subscriptionOf } from '../../../lib/model/azure/arm-id.ts';
import { azureResource } from '../../../lib/model/azure/azure-resource.ts';
import type { AzureSubnet, VirtualNetwork } from '../../../lib/model/azure/network.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import { command } from '../../../lib/model/command.ts';
import type { Judgement } from '../../../lib/model/judgement.ts';

/** Subnets that must not, or need not, carry a group ("Azure network security groups overview", and each service's own page). */
const exempt: ReadonlySet<string> = new Set([
  'gatewaysubnet',
  'azurefirewallsubnet',
  'azurefirewallmanagementsubnet',
  'routeserversubnet',
  'azurebastionsubnet',
]);

export default defineCheck({
  id: 'azure-subnet-without-nsg',
  clauses: ['11.1', '11.3'],
  severity: 'medium',
  title: {
    ja: 'サブネットにネットワークセキュリティグループがない',
    en: 'A subnet has no network security group',
  },
  why: {
    ja: 'ネットワークインターフェイスごとの設定に頼ると、後から加わる機器が無防備になります。Basic SKUのアドレスは、どこにもグループがなければすべての通信を受け入れ、サブネット間の通信も制限されません。GatewaySubnet、AzureFirewallSubnet、RouteServerSubnet、AzureBastionSubnet は対象外です。すべてのインターフェイスが自分のグループを持つ場合は重大度を下げています。',
    en: 'Where only interfaces carry groups, the next machine has none. An address of the SKU Basic takes everything in where there is no group at all, and nothing limits traffic between subnets. GatewaySubnet, AzureFirewallSubnet, RouteServerSubnet and AzureBastionSubnet are left out. The severity is lower where every interface has a group of its own.',
  },
  fix: {
    ja: 'サブネットにネットワークセキュリティグループを関連付け、必要な通信だけを許可します。',
    en: 'Associate a network security group with the subnet, and let in what is needed.',
  },
  reads: ['azure.virtualNetworks', 'azure.interfaces'],
  find: ({ 'azure.virtualNetworks': networks, 'azure.interfaces': interfaces }, { unit }) => {
    const guarded = new Map<string, boolean>();
    for (const { configurations, networkSecurityGroupId } of interfaces)
      for (const { subnetId } of configurations)
        if (subnetId !== undefined)
          guarded.set(
            armKey(subnetId),
            (guarded.get(armKey(subnetId)) ?? true) && networkSecurityGroupId !== undefined,
          );
    return networks.flatMap((network) =>
      network.subnets
        .filter(({ name }) => !exempt.has(name.toLowerCase()))
        .map((subnet): Judgement => {
          const { id, name } = subnet;
          const resource = azureResource(unit, {
            type: 'subnet',
            id,
            name: `${network.name}/${name}`,
            location: network.location,
          });
          if (subnet.networkSecurityGroupId !== undefined) return { status: 'pass', resource };
          return {
            status: 'fail',
            resource,
            ...(guarded.get(armKey(id)) !== false && { severity: 'low' as const }),
            detail: detail(network, subnet, guarded.get(armKey(id))),
            evidence: [
              {
                what: { ja: 'networkSecurityGroup がない', en: 'No networkSecurityGroup' },
                operation: 'Microsoft.Network/virtualNetworks',
                ref: id,
              },
            ],
            remediation: [{ kind: 'azure-cli', text: associate(subnet) }],
          };
        }),
    );
  },
});

function detail(
  { name: network }: VirtualNetwork,
  { name }: AzureSubnet,
  guarded: boolean | undefined,
): { ja: string; en: string } {
  const ja =
    guarded === undefined
      ? '(インターフェイスはまだない)'
      : guarded
        ? '(インターフェイスはそれぞれグループを持つ)'
        : '';
  const en =
    guarded === undefined
      ? '; no interface is in it yet'
      : guarded
        ? '; its interfaces each have one of their own'
        : '';
  return {
    ja: `仮想ネットワーク ${network} のサブネット ${name} にネットワークセキュリティグループがありません${ja}。`,
    en: `The subnet ${name} of the virtual network ${network} has no network security group${en}.`,
  };
}

/** Which group, its reader knows: the command takes it from the environment. */
function associate({ id }: AzureSubnet): string {
  return command`az network vnet subnet update --subscription ${subscriptionOf(id) ?? ''} --resource-group ${resourceGroupOf(id) ?? ''} --vnet-name ${armName(armParent(id))} --name ${armName(id)} --network-security-group "$NSG_ID"`;
}
