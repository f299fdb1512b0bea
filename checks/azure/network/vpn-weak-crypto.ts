import { azureResource, subscriptionKindResource } from '../../../lib/model/azure/azure-resource.ts';
import type { AzureConnection } from '../../../lib/model/azure/connection.ts';
import { connectionPolicy } from '../../../lib/model/azure/connection-policy.ts';
import { connectionWeakness, type ConnectionWeakness } from '../../../lib/model/azure/connection-weakness.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import type { Evidence, Failed, Judgement, Remediation } from '../../../lib/model/judgement.ts';
import type { Resource } from '../../../lib/model/resource.ts';
import type { VpnRules } from '../../../lib/model/standard.ts';

export default defineCheck({
  id: 'azure-vpn-weak-crypto',
  clauses: ['11.4'],
  severity: 'medium',
  title: {
    ja: 'VPN接続が弱い暗号を許可している',
    en: 'A VPN connection allows weak cryptography',
  },
  why: {
    ja: 'IPsec/IKEポリシーのないVPN接続は、Azureの既定の方式（3DES、SHA1、DHグループ2など）のうち相手の装置が望むもので張られます。基準の network.vpn にない方式を許す接続を指摘します。SKUがBasicのゲートウェイの接続にはポリシーを設定できません。',
    en: 'A VPN connection without an IPsec/IKE policy comes up with whatever the other device asks for among what Azure proposes by default: 3DES, SHA1, Diffie-Hellman group 2. Found are connections that allow what the standard does not name under network.vpn. Connections of a gateway with the SKU Basic cannot have a policy.',
  },
  fix: {
    ja: '拠点側の装置を新しい方式に改めてから、接続に独自のポリシーを設定します。設定中は接続が切断されます。SKUがBasicのゲートウェイは、上位のSKUに作り直します。',
    en: 'Bring the device at the other end up to date first, then give the connection a policy of its own; it goes down while it is changed. Replace a gateway of the SKU Basic by one of a higher SKU.',
  },
  reads: ['azure.connections'],
  find: ({ 'azure.connections': { connections, unread } }, { unit, standard }) => {
    const judged = connections.flatMap((each): readonly Judgement[] => {
      if (!each.tunnels) return [];
      const { kind, id, location } = each;
      return [judge(each, azureResource(unit, { type: kind, id, location }), standard.network.vpn)];
    });
    const lost = unread
      .filter(({ kind }) => kind === 'vnet-gateway-connection')
      .map(({ kind, unread: gap }): Judgement => {
        return { status: 'unknown', resource: subscriptionKindResource(unit, kind), unread: gap };
      });
    return [...judged, ...lost];
  },
});

function judge(connection: AzureConnection, resource: Resource, rules: VpnRules): Judgement {
  const found = (connection.tunnels ?? []).flatMap((tunnel) => connectionWeakness(tunnel, rules));
  const [first, ...rest] = found.map((weakness) => evidenceOf(connection, weakness));
  if (!first) return { status: 'pass', resource };
  const settings = new Set(found.map(({ setting }) => setting));
  return failure(connection, resource, [first, ...rest], remediesFor(connection, settings, rules));
}

function evidenceOf({ id, operation }: AzureConnection, { setting, values, isDefault }: ConnectionWeakness): Evidence {
  const list = values.join(', ');
  return {
    what: isDefault
      ? {
          ja: `ポリシーの指定がなく、既定の ${setting} ${list} も許可`,
          en: `No policy: Azure's default allows ${setting} ${list}`,
        }
      : { ja: `${setting} が ${list} を許可`, en: `${setting} allows ${list}` },
    operation,
    ref: `${id}#${setting}`,
  };
}

function failure(
  { name, counterpart }: AzureConnection,
  resource: Resource,
  evidence: Failed['evidence'],
  remediation: Failed['remediation'],
): Failed {
  const site = counterpart.kind === 'premises' ? (counterpart.address ?? '') : '';
  return {
    status: 'fail',
    resource,
    detail: {
      ja: `VPN接続 ${name}${site && `（相手 ${site}）`} は、基準にない暗号方式を許可しています。`,
      en: `The VPN connection ${name}${site && ` to ${site}`} allows cryptography that the standard does not.`,
    },
    evidence,
    remediation,
  };
}

const replaceGateway: Remediation = {
  kind: 'console',
  text: {
    ja: 'Azure portalで、SKUがBasicの仮想ネットワークゲートウェイをVpnGw1AZ以上のSKUで作り直し、接続にカスタムのIPsec/IKEポリシーを設定します。',
    en: 'In the Azure portal replace the virtual network gateway of the SKU Basic by one of the SKU VpnGw1AZ or higher, and set a custom IPsec/IKE policy on the connection.',
  },
};

/** The version of IKE is fixed when a connection is made; everything else is a matter of its policy. */
function remediesFor(
  connection: AzureConnection,
  settings: ReadonlySet<string>,
  rules: VpnRules,
): readonly [Remediation, ...Remediation[]] {
  if (connection.onBasicGateway) return [replaceGateway];
  const isOld = settings.has('connectionProtocol');
  if (isOld && settings.size === 1) return [makeAnew];
  const [first, ...rest] = connectionPolicy(connection, rules).map((text) => ({ kind: 'azure-cli', text }) as const);
  return [first ?? byHand, ...rest, ...(isOld ? [makeAnew] : [])];
}

const makeAnew: Remediation = {
  kind: 'console',
  text: {
    ja: 'Azure portalで接続を削除し、接続プロトコルにIKEv2を選んで作り直します（ポリシーベースのゲートウェイは、ルートベースのものに作り直します）。',
    en: 'In the Azure portal delete the connection and make it anew with the connection protocol IKEv2; a gateway that goes by policies has to be replaced by one that routes.',
  },
};

const byHand: Remediation = {
  kind: 'console',
  text: {
    ja: 'Azure portalで接続の「構成」を開き、基準に合うカスタムのIPsec/IKEポリシーを設定します。',
    en: 'In the Azure portal open Configuration of the connection and set a custom IPsec/IKE policy that fits the standard.',
  },
};
