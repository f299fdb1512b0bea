import {
  azureResource,
  subscriptionKindResource,
  subscriptionResource,
} from '../../../lib/model/azure/azure-resource.ts';
import type { AzureConnection } from '../../../lib/model/azure/connection.ts';
import { connectionEnding } from '../../../lib/model/azure/connection-ending.ts';
import { connectionKnown } from '../../../lib/model/azure/connection-known.ts';
import { azureConnectionWords } from '../../../lib/model/azure/connection-words.ts';
import { connectionRelation, type KnownAccounts } from '../../../lib/model/aws/connection-relation.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import { decisiveJudgements } from '../../../lib/model/decisive-judgements.ts';
import type { Evidence, Failed, Judgement } from '../../../lib/model/judgement.ts';
import type { Resource } from '../../../lib/model/resource.ts';
import type { Severity } from '../../../lib/model/severity.ts';
import type { Text } from '../../../lib/model/text.ts';

export default defineCheck({
  id: 'azure-external-connection-unknown',
  clauses: ['11.4'],
  severity: 'high',
  title: {
    ja: '相手の分からない外部接続がある',
    en: 'A connection leads to somebody whom nobody approved',
  },
  why: {
    ja: '仮想ネットワークピアリング、ゲートウェイの接続、プライベートリンクは、ファイアウォールの外側を通らずに内部のネットワークへ届く経路です。相手のサブスクリプションが、自身でも、スキャンから見える同じテナントのものでも、基準の trustedAccounts のサブスクリプションやテナントでもない接続（承認待ちを含む）と、誰にでも見えるプライベートリンクサービスを指摘します。',
    en: 'Peerings of virtual networks, connections of gateways and Private Link are ways into the networks that pass no firewall at their edge. Found are those whose other end is a subscription that is neither this one, nor one of the same tenant that the scan sees, nor named with its tenant or by itself under trustedAccounts of the standard, requests that wait for approval among them; and private link services that everybody sees.',
  },
  fix: {
    ja: '接続の目的と相手を確かめます。必要な相手は基準の trustedAccounts に登録し、不要な接続は削除します。プライベートリンクサービスは、見せる相手を限定します。',
    en: 'Find out what the connection is for and who is at its other end. Name a partner under trustedAccounts of the standard; delete the connection otherwise. Show private link services to those alone who need them.',
  },
  reads: ['azure.connections', 'azure.knownSubscriptions'],
  find: ({ 'azure.connections': read, 'azure.knownSubscriptions': subscriptions }, { unit, standard }) => {
    const known = connectionKnown(subscriptionResource(unit).account, subscriptions, standard.trustedAccounts);
    const resources = Map.groupBy(read.connections, ({ id }) => id);
    const lost = read.unread.map((each): Judgement => {
      return { status: 'unknown', resource: subscriptionKindResource(unit, each.kind), unread: each.unread };
    });
    const named = ({ kind, id, name, location }: AzureConnection): Resource =>
      azureResource(unit, { type: kind, id, name, location });
    // Several subscriptions may be connected to one resource.
    const judged = [...resources.values()].flatMap((each) =>
      decisiveJudgements(each.map((one) => judge(one, named(one), known))),
    );
    return [...judged, ...lost];
  },
});

function judge(connection: AzureConnection, resource: Resource, known: KnownAccounts): Judgement {
  switch (connectionRelation(connection.counterpart, known)) {
    case 'unknown-account':
    case 'anyone':
      return failure(connection, resource, known);
    case 'undetermined':
      return { status: 'unknown', resource, unread: unsaid(connection) };
    case 'on-premises':
    case 'users':
    case 'organization':
    case 'same-account':
    case 'trusted':
      return { status: 'pass', resource };
  }
}

/** Either nothing says whose the other end is, or the subscription itself is not among those that the scan sees. */
function unsaid({ counterpart, operation }: AzureConnection): Extract<Judgement, { status: 'unknown' }>['unread'] {
  if (counterpart.kind === 'unread') {
    return {
      operation,
      code: 'NotInAnswer',
      message: 'the answer does not say whose subscription is at the other end',
    };
  }
  const message = 'the subscription is not among those that the scan sees, so that its tenant is not known';
  return { operation: 'Microsoft.Resources/subscriptions', code: 'NotInAnswer', message };
}

function severityOf({ kind, counterpart, isPending, isApprovedByItself }: AzureConnection): Severity {
  if (kind === 'private-link-service' && !isApprovedByItself) return 'medium';
  if (counterpart.kind === 'anyone') return 'critical';
  return isPending ? 'medium' : 'high';
}

function failure(connection: AzureConnection, resource: Resource, known: KnownAccounts): Failed {
  const { kind, id, name, state, reach, counterpart, operation } = connection;
  const { ja, en } = sentence(connection);
  const words = azureConnectionWords[kind];
  const led = reach.join(', ');
  return {
    status: 'fail',
    resource,
    severity: severityOf(connection),
    discriminator: counterpart.kind === 'account' ? counterpart.id : counterpart.kind,
    detail: { ja: `${words.ja} ${name}: ${ja}`, en: `The ${words.en} ${name} ${en}` },
    evidence: [
      {
        what: {
          ja: `状態 ${state || '（記載なし）'}、到達先 ${led || '（記載なし）'}`,
          en: `State ${state || 'not said'}; it leads to ${led || 'nothing that is named'}`,
        },
        operation,
        ref: id,
      },
      ...outsider(connection, known.organization.accounts.length),
    ],
    remediation: [{ kind: 'azure-cli', text: connectionEnding(connection) }],
  };
}

function sentence({ kind, counterpart, isPending, isApprovedByItself }: AzureConnection): Text {
  const who = counterpart.kind === 'account' ? counterpart.id : '';
  if (counterpart.kind === 'anyone') {
    return isApprovedByItself
      ? {
          ja: 'どのサブスクリプションからでも、承認なしに接続できます。',
          en: 'lets any subscription of Azure connect without being approved.',
        }
      : {
          ja: 'どのサブスクリプションからも見え、接続を要求できます。',
          en: 'is shown to any subscription of Azure, which may ask to connect.',
        };
  }
  if (kind === 'private-link-service') {
    return isApprovedByItself
      ? {
          ja: `未承認のサブスクリプション ${who} が、承認なしに接続できます。`,
          en: `lets subscription ${who}, which nobody approved of, connect without being approved.`,
        }
      : {
          ja: `未承認のサブスクリプション ${who} に見えています。`,
          en: `is shown to subscription ${who}, which nobody approved of.`,
        };
  }
  return isPending
    ? {
        ja: `未承認のサブスクリプション ${who} との接続要求が、承認を待っています。`,
        en: `waits to be accepted; the other end is subscription ${who}, which nobody approved of.`,
      }
    : {
        ja: `相手は未承認のサブスクリプション ${who} です。`,
        en: `leads to subscription ${who}, which nobody approved of.`,
      };
}

function outsider({ counterpart }: AzureConnection, members: number): readonly Evidence[] {
  if (counterpart.kind !== 'account') return [];
  const { id } = counterpart;
  return [
    {
      what: {
        ja: `同じテナントの ${members} サブスクリプションにも、基準の trustedAccounts にも、${id} はない`,
        en: `${id} is neither among the ${members} subscriptions of the tenant nor under trustedAccounts`,
      },
      operation: 'Microsoft.Resources/subscriptions',
      ref: id,
    },
  ];
}
