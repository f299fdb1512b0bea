import { armKey, armName, resourceGroupOf, subscriptionOf } from '../../../lib/model/azure/arm-id.ts';
import { azureResource } from '../../../lib/model/azure/azure-resource.ts';
import type { AzureFlowLog } from '../../../lib/model/azure/flow-log.ts';
import type { AzureSubnet, VirtualNetwork } from '../../../lib/model/azure/network.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import { command } from '../../../lib/model/command.ts';
import type { Failed, Judgement, Remediation } from '../../../lib/model/judgement.ts';
import type { Resource } from '../../../lib/model/resource.ts';

export default defineCheck({
  id: 'azure-flow-logs',
  clauses: ['11.1'],
  severity: 'medium',
  title: {
    ja: '仮想ネットワークの通信が記録されていない',
    en: 'The traffic of a virtual network is not logged',
  },
  why: {
    ja: 'フローログがなければ、不正な通信が起きても、いつ何がどこに接続したかを後から調べられません。仮想ネットワーク自体か、使用中のすべてのサブネットに有効なフローログがあれば適合とします。サブネットのネットワークセキュリティグループのフローログも数えますが、これは2027年9月に廃止され、新規には作成できません。使用中のサブネットのない仮想ネットワークは対象外です。',
    en: 'Without flow logs nobody can tell afterwards what connected where, and when. A virtual network passes when it, or every subnet in use, has an enabled flow log. Flow logs of its network security group count too, but they are retired in September 2027, and no new ones can be made. Networks without a subnet in use are left out.',
  },
  fix: {
    ja: '仮想ネットワークフローログを作成し、ストレージアカウントに保存します。ネットワークセキュリティグループのフローログは、仮想ネットワークフローログに移行します。',
    en: 'Create a virtual network flow log that writes to a storage account. Move from flow logs of network security groups to those of virtual networks.',
  },
  reads: ['azure.virtualNetworks', 'azure.flowLogs'],
  find: ({ 'azure.virtualNetworks': networks, 'azure.flowLogs': logs }, { unit }) => {
    const logged = new Set(logs.filter(({ enabled }) => enabled).map(({ targetId }) => armKey(targetId)));
    return networks.flatMap((network): readonly Judgement[] => {
      const used = network.subnets.filter((subnet) => subnet.used > 0);
      if (used.length === 0) return [];
      const { id, location } = network;
      const resource = azureResource(unit, { type: 'virtual-network', id, location });
      const dark = used.filter((subnet) => !isLogged(subnet, logged));
      if (logged.has(armKey(id)) || dark.length === 0) return [{ status: 'pass', resource }];
      const disabled = logs.find(({ targetId, enabled }) => !enabled && armKey(targetId) === armKey(id));
      return [failure({ network, used, dark, disabled }, resource)];
    });
  },
});

function isLogged({ id, networkSecurityGroupId }: AzureSubnet, logged: ReadonlySet<string>): boolean {
  return logged.has(armKey(id)) || (networkSecurityGroupId !== undefined && logged.has(armKey(networkSecurityGroupId)));
}

interface Dark {
  readonly network: VirtualNetwork;
  readonly used: readonly AzureSubnet[];
  readonly dark: readonly AzureSubnet[];
  readonly disabled: AzureFlowLog | undefined;
}

function failure({ network, used, dark, disabled }: Dark, resource: Resource): Failed {
  const names = dark
    .slice(0, 5)
    .map(({ name }) => name)
    .join(', ');
  return {
    status: 'fail',
    resource,
    detail: disabled
      ? {
          ja: `仮想ネットワーク ${network.name} のフローログ ${disabled.name} は無効です。`,
          en: `The flow log ${disabled.name} of virtual network ${network.name} is disabled.`,
        }
      : {
          ja: `仮想ネットワーク ${network.name} には有効なフローログがありません（記録のないサブネット: ${dark.length}/${used.length}: ${names}）。`,
          en: `The virtual network ${network.name} has no enabled flow log (subnets without one: ${dark.length} of ${used.length}: ${names}).`,
        },
    evidence: [
      {
        what: { ja: `${network.name} を対象とする有効なフローログなし`, en: `No enabled flow log for ${network.name}` },
        operation: 'Microsoft.Network/networkWatchers/flowLogs',
        ref: disabled?.id ?? network.id,
      },
    ],
    remediation: [disabled ? enable(disabled, network) : create(network)],
  };
}

/** Where the records go is the reader's to choose: the command takes it from the environment. */
function create({ id, name, location }: VirtualNetwork): Remediation {
  return {
    kind: 'azure-cli',
    text: command`az network watcher flow-log create --subscription ${subscriptionOf(id) ?? ''} --resource-group ${resourceGroupOf(id) ?? ''} --location ${location} --name ${`${name}-flow-log`} --vnet ${id} --storage-account "$FLOW_LOG_STORAGE_ID"`,
  };
}

function enable(log: AzureFlowLog, { id, location }: VirtualNetwork): Remediation {
  return {
    kind: 'azure-cli',
    text: command`az network watcher flow-log update --subscription ${subscriptionOf(id) ?? ''} --location ${location} --name ${armName(log.id)} --enabled true`,
  };
}
