import { armName, armParent, resourceGroupOf, subscriptionOf } from '../../../lib/model/azure/arm-id.ts';
import { azureResource } from '../../../lib/model/azure/azure-resource.ts';
import type { AliasRecord, AzureZone, NameRecord } from '../../../lib/model/azure/dns-record.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import { command } from '../../../lib/model/command.ts';
import type { Failed, Judgement } from '../../../lib/model/judgement.ts';
import type { Resource } from '../../../lib/model/resource.ts';
import type { Unit } from '../../../lib/model/unit.ts';

export default defineCheck({
  id: 'azure-dns-dangling',
  clauses: ['12.4'],
  severity: 'high',
  title: {
    ja: 'DNSレコードが、もう存在しないものを指したまま残っている',
    en: 'A DNS record still leads to what is no longer there',
  },
  why: {
    ja: 'サービスの利用を終えて本体だけを削除し、DNSレコードを残すと、同じ名前を取得した第三者が自組織のドメインで偽サイトを公開し、Cookieや認証情報を奪えます。Azure DNSのパブリックゾーンのCNAMEのうち、先着順で取得できる名前を指すものを判定します。App Service、ストレージアカウント、パブリックIPアドレス、API Managementの名前は、点検で見えるどのリソースも持たないときにAzureに尋ね、空いているという回答があった場合だけを不合格とします。ほかの誰かが持つ名前と、閲覧者の権限では尋ねられない名前（Traffic Manager、CDN、クラシックのFront Door、Container Instances）は不明とします。asuidのTXTレコードがあるものは、他者がApp Serviceで乗っ取れないため重大度を下げます。エイリアスは、指すリソースがないもの、空になったものを重大度「低」の不合格とします。ハッシュの付いた既定のホスト名（一意の既定のホスト名）と、IPアドレスを直接書いたレコードは判定しません。',
    en: 'Where a service is retired and its record stays, whoever takes the same name publishes under the own domain: a false site, and cookies and credentials with it. Of the CNAME records in public zones of Azure DNS, those that lead to names which whoever asks first gets are judged. Of App Service, storage accounts, public addresses and API Management, Azure is asked about the names that no resource which the scan sees holds, and one fails only where Azure itself answers that the name is free. Names that somebody else holds, and those that no reader may ask about (Traffic Manager, CDN, Front Door classic, Container Instances), are unknown. With an asuid TXT record nobody else can take over in App Service what leads there: such a record weighs less. An alias whose resource is gone, or that is empty, answers nothing and fails as low. Default host names with a hash in them (secure unique default hostnames) and records that name addresses are not judged.',
  },
  fix: {
    ja: 'レコードを削除します。まだ必要なら、同じ名前のリソースを自組織で作り直して名前を確保します。サービスを終えるときは、先にDNSレコードを消してから本体を削除します。',
    en: 'Delete the record. Where it is still needed, take the name back by creating the resource again. When a service is retired, delete its records first and what they lead to afterwards.',
  },
  reads: ['azure.dnsRecords'],
  find: ({ 'azure.dnsRecords': { zones, names, aliases, unread } }, { unit }) => {
    const judged = new Set([...names, ...aliases].map(({ id }) => zoneIdOf(id)));
    return [
      ...zones
        .filter(({ id }) => !judged.has(id.toLowerCase()))
        .map((zone): Judgement => ({ status: 'pass', resource: zoneResource(unit, zone) })),
      ...names.map((record) => judgeName(record, recordResource(unit, record))),
      ...aliases.map((record) => judgeAlias(record, recordResource(unit, record))),
      ...unread.map((zone): Judgement => {
        return { status: 'unknown', resource: zoneResource(unit, zone), unread: zone.unread };
      }),
    ];
  },
});

function zoneIdOf(recordId: string): string {
  return armParent(recordId).toLowerCase();
}

function zoneResource(unit: Unit, { id, name }: AzureZone): Resource {
  return azureResource(unit, { type: 'dns-zone', id, name });
}

function recordResource(unit: Unit, { id, name }: NameRecord | AliasRecord): Resource {
  return azureResource(unit, { type: 'dns-record', id, name });
}

function judgeName(record: NameRecord, resource: Resource): Judgement {
  const { holding, leadsTo } = record;
  switch (holding.holder) {
    case 'own':
      return { status: 'pass', resource };
    case 'unread':
      return { status: 'unknown', resource, unread: holding.unread };
    case 'somebody': {
      const message = `${leadsTo.host} is held by a resource that the scan does not see: tell whether it is yours`;
      return { status: 'unknown', resource, unread: { operation: holding.operation, code: 'HeldByAnother', message } };
    }
    case 'nobody':
      return freeName(record, holding, resource);
  }
}

/** The operation that told, and what it was asked. */
interface Told {
  readonly operation: string;
  readonly ref: string;
}

function freeName({ id, name, type, leadsTo, isVerified }: NameRecord, told: Told, resource: Resource): Failed {
  const isGuarded = isVerified && leadsTo.kind === 'web-app';
  const guard = isGuarded
    ? {
        ja: `asuid.${name} のTXTレコードがあるため、他者はこのドメインをApp Serviceに登録できません。`,
        en: ` The TXT record asuid.${name} keeps others from adding the domain to App Service.`,
      }
    : { ja: '', en: '' };
  return {
    status: 'fail',
    resource,
    ...(isGuarded && { severity: 'low' }),
    detail: {
      ja: `レコード ${name} (CNAME) は ${leadsTo.host} を指していますが、名前 ${leadsTo.name} は空いています。${guard.ja}`,
      en: `The record ${name} (CNAME) leads to ${leadsTo.host}, but the name ${leadsTo.name} is free.${guard.en}`,
    },
    evidence: [
      {
        what: {
          ja: `CNAME レコードの行き先: ${leadsTo.host}`,
          en: `Where the CNAME record leads: ${leadsTo.host}`,
        },
        operation: 'Microsoft.Network/dnsZones/CNAME',
        ref: id,
      },
      {
        what: {
          ja: `Azureの回答: 名前 ${leadsTo.name} は空いています`,
          en: `Azure answers that the name ${leadsTo.name} is free`,
        },
        operation: told.operation,
        ref: told.ref,
      },
    ],
    remediation: [{ kind: 'azure-cli', text: deletion({ id, type }) }],
  };
}

function judgeAlias(record: AliasRecord, resource: Resource): Judgement {
  const { id, name, type, targetId, isThere, unread } = record;
  if (unread) return { status: 'unknown', resource, unread };
  if (isThere) return { status: 'pass', resource };
  const target =
    targetId === undefined
      ? { ja: '値も行き先のリソースもありません', en: 'has neither a value nor a resource that it leads to' }
      : { ja: `行き先のリソース ${targetId} がありません`, en: `leads to the resource ${targetId}, which is gone` };
  return {
    status: 'fail',
    resource,
    severity: 'low',
    detail: {
      ja: `レコード ${name} (${type}) には、${target.ja}。何も答えないレコードです。`,
      en: `The record ${name} (${type}) ${target.en}. It answers nothing.`,
    },
    evidence: [
      { what: { ja: target.ja, en: `It ${target.en}` }, operation: `Microsoft.Network/dnsZones/${type}`, ref: id },
    ],
    remediation: [{ kind: 'azure-cli', text: deletion({ id, type }) }],
  };
}

function deletion({ id, type }: Pick<AliasRecord, 'id' | 'type'>): string {
  const words = `az network dns record-set ${type.toLowerCase()} delete`;
  return `${words} ${command`--subscription ${subscriptionOf(id) ?? ''} --resource-group ${resourceGroupOf(id) ?? ''} --zone-name ${armName(armParent(id))} --name ${armName(id)}`} --yes`;
}
