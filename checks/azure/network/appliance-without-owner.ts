import { armKey, armName, resourceGroupOf, subscriptionOf } from '../../../lib/model/azure/arm-id.ts';
import { azureResource } from '../../../lib/model/azure/azure-resource.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import { command } from '../../../lib/model/command.ts';
import type { Judgement } from '../../../lib/model/judgement.ts';
import { ownerOf } from '../../../lib/model/owner-of.ts';

export default defineCheck({
  id: 'azure-appliance-without-owner',
  clauses: ['11.1'],
  severity: 'medium',
  title: {
    ja: '通信を転送する仮想アプライアンスに責任者がいない',
    en: 'A virtual appliance that forwards traffic has no owner',
  },
  why: {
    ja: 'IP転送が有効な仮想マシンは、ルーターやファイアウォールとして他の機器の通信を通します。設定と更新に責任を持つ人がいなければ、穴は誰にも気づかれません。',
    en: 'A machine with IP forwarding passes the traffic of others on, as a router or a firewall does. Where nobody answers for its configuration and updates, nobody notices a hole.',
  },
  fix: {
    ja: '責任者のタグを付けます。転送が不要なら、IP転送を無効にします。',
    en: 'Tag it with its owner. Switch IP forwarding off where it is not needed.',
  },
  reads: ['azure.interfaces', 'azure.machines'],
  find: ({ 'azure.interfaces': interfaces, 'azure.machines': machines }, { unit, standard }) => {
    const tagsOf = new Map(machines.map(({ id, tags }) => [armKey(id), tags]));
    return interfaces
      .filter(({ forwards }) => forwards)
      .map(({ id, name, location, tags, machineId }): Judgement => {
        const resource = azureResource(unit, { type: 'azure-network-interface', id, name, location });
        const ofMachine = machineId === undefined ? {} : (tagsOf.get(armKey(machineId)) ?? {});
        if (ownerOf({ ...ofMachine, ...tags }, standard.owners) !== undefined) return { status: 'pass', resource };
        const [key = 'owner'] = standard.owners.tagKeys;
        return {
          status: 'fail',
          resource,
          detail: {
            ja: `${name} はIP転送が有効ですが、インターフェイスにも仮想マシンにも責任者のタグがありません。`,
            en: `${name} forwards traffic, and neither it nor its machine is tagged with an owner.`,
          },
          evidence: [
            {
              what: { ja: 'enableIPForwarding が true', en: 'enableIPForwarding is true' },
              operation: 'Microsoft.Network/networkInterfaces',
              ref: id,
            },
          ],
          remediation: [
            {
              kind: 'azure-cli',
              text: `${command`az tag update --operation Merge --resource-id ${machineId ?? id} --tags`} ${command`${key}`}="$OWNER"`,
            },
            {
              kind: 'azure-cli',
              text: command`az network nic update --subscription ${subscriptionOf(id) ?? ''} --resource-group ${resourceGroupOf(id) ?? ''} --name ${armName(id)} --ip-forwarding false`,
            },
          ],
        };
      });
  },
});
