import {
  azureResource,
  subscriptionKindResource,
  subscriptionResource,
} from '../../../lib/model/azure/azure-resource.ts';
import { closeAzurePath } from '../../../lib/model/azure/close-azure-path.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import type { Failed, Judgement } from '../../../lib/model/judgement.ts';
import { allowedAt, unallowed } from '../../../lib/model/network/allowed-ports.ts';
import type { Exposure } from '../../../lib/model/network/exposure.ts';
import { exposureSeverity } from '../../../lib/model/network/exposure-severity.ts';
import type { Hop } from '../../../lib/model/network/hop.ts';
import { openPortsByWay, type OpenPorts } from '../../../lib/model/network/open-ports-by-way.ts';
import { openPortsText } from '../../../lib/model/network/open-ports-text.ts';
import { pathEvidence } from '../../../lib/model/network/path-evidence.ts';
import type { Resource } from '../../../lib/model/resource.ts';
import type { AllowedPort } from '../../../lib/model/standard.ts';

export default defineCheck({
  id: 'azure-port-exposed',
  clauses: ['11.3', '11.4'],
  severity: 'high',
  title: {
    ja: '許可されていないポートにインターネットから到達できる',
    en: 'The internet reaches a port that the standard does not allow',
  },
  why: {
    ja: 'パブリックIPアドレス、ロードバランサー、アプリケーションゲートウェイ、Azure FirewallのDNATから始め、セキュリティ管理規則、サブネットとネットワークインターフェイスそれぞれのネットワークセキュリティグループ、SKUの既定、応答のルートまで評価し、経路が通じていることを確かめた結果です。到達できる人は誰でも、そのポートの脆弱性や弱いパスワードを試せます。サービスタグ AzureCloud はどのAzure利用者からの接続も許します。接続元が限られている場合と停止中の場合は重大度を下げています。ICMPは対象外です。',
    en: 'Every way in was followed (public addresses, load balancers, application gateways, DNAT of Azure Firewall) through security admin rules, the network security groups of the subnet and of the interface each by itself, what SKUs do without a group, and the route of the answers; this one is open. Whoever reaches the port can try its flaws and weak passwords. The service tag AzureCloud lets in every customer of Azure. Where only some sources reach it, or nothing runs, the severity is lower. ICMP is left out.',
  },
  fix: {
    ja: '不要なポートは、経路を開いている規則または転送を削除して閉じます。管理の接続にはBastionやVPNを使います。必要なポートは、接続元、対象、責任者、期限を添えて基準の許可ポートに登録します。',
    en: 'Close a port that is not needed by removing the rule or the forwarding that opens the way; use Bastion or a VPN for administration. A port that is needed belongs in the allowed ports of the standard, with its sources, resources, owner and end date.',
  },
  reads: ['azure.exposures'],
  find: ({ 'azure.exposures': { exposures, unread, unreadKinds } }, { unit, standard, asOf }) => {
    const kinds = unreadKinds.map(({ kind, unread: gap }): Judgement => {
      return { status: 'unknown', resource: subscriptionKindResource(unit, kind), unread: gap };
    });
    const judged = exposures.flatMap((exposure): readonly Judgement[] => {
      const { kind, arn, name, tags, location = 'global' } = exposure;
      const resource = azureResource(unit, { type: kind, id: arn, name, location });
      const place = { account: resource.account, tags, organizationalUnits: undefined };
      return judge(exposure, resource, allowedAt(standard.allowedPorts, place, asOf));
    });
    if (unread) return [{ status: 'unknown', resource: subscriptionResource(unit), unread }, ...judged, ...kinds];
    return [...judged, ...kinds];
  },
});

function judge(exposure: Exposure, resource: Resource, allowed: readonly AllowedPort[]): readonly Judgement[] {
  const { verdict, reaches, unread } = exposure;
  const [gap] = unread;
  const open = reaches.filter((reach) => unallowed(reach, allowed) !== 'nothing');
  if (verdict === 'unknown') return gap ? [{ status: 'unknown', resource, unread: gap }] : [];
  const fails = openPortsByWay(open, allowed).map((group) => failure(exposure, resource, group));
  const rest: readonly Judgement[] = gap ? [{ status: 'unknown', resource, unread: gap }] : [];
  return fails.length + rest.length > 0 ? [...fails, ...rest] : [{ status: 'pass', resource }];
}

function failure(exposure: Exposure, resource: Resource, open: OpenPorts): Failed {
  const { ports, reaches } = open;
  const [{ path, via, listenerPort }] = reaches;
  const [first, ...rest] = pathEvidence(path);
  const seat = path.find(({ kind }) => kind === 'network-interface')?.name ?? '';
  const operation = 'Microsoft.Network/networkInterfaces';
  return {
    status: 'fail',
    resource,
    severity: exposureSeverity(exposure.verdict, reaches),
    discriminator: [ports, seat, ...(via === undefined ? [] : [`via ${via}:${listenerPort ?? ''}`])].join(' '),
    detail: openPortsText(exposure.verdict, open),
    evidence: [first ?? { what: { ja: '公開', en: 'Public' }, operation, ref: resource.id }, ...rest],
    remediation: closeAll(path, reaches),
    path,
  };
}

/** Other ways to the same ports (a second NAT rule, a rule for IPv6) stay open unless each is closed as well. */
function closeAll(path: readonly Hop[], reaches: OpenPorts['reaches']): Failed['remediation'] {
  const [first, ...rest] = closeAzurePath(path);
  const others = reaches.map((each) => closeAzurePath(each.path)[0]);
  const all = [...others, ...rest].map((each) => [JSON.stringify(each.text), each] as const);
  const left = new Map(all.filter(([text]) => text !== JSON.stringify(first.text)));
  return [first, ...left.values()];
}
