import { awsResource, regionResource } from '../../../lib/model/aws/aws-resource.ts';
import { connectionRelation, type KnownAccounts } from '../../../lib/model/aws/connection-relation.ts';
import { connectionWords } from '../../../lib/model/aws/connection-words.ts';
import { cutConnection } from '../../../lib/model/aws/cut-connection.ts';
import type { ExternalConnection } from '../../../lib/model/aws/external-connection.ts';
import { labelled } from '../../../lib/model/aws/labelled.ts';
import { unreadConnections } from '../../../lib/model/aws/unread-connections.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import { decisiveJudgements } from '../../../lib/model/decisive-judgements.ts';
import type { Evidence, Failed, Judgement, Undecided } from '../../../lib/model/judgement.ts';
import type { Resource } from '../../../lib/model/resource.ts';
import type { Severity } from '../../../lib/model/severity.ts';
import type { Text } from '../../../lib/model/text.ts';

export default defineCheck({
  id: 'aws-external-connection-unknown',
  clauses: ['11.4'],
  severity: 'high',
  title: {
    ja: '相手の分からない外部接続がある',
    en: 'A connection leads to somebody whom nobody approved',
  },
  why: {
    ja: '組織外のアカウントとのVPCピアリング、Transit Gateway、PrivateLink、共有サブネット、Direct Connectは、ファイアウォールの外側を通らずに内部のネットワークへ届く経路です。相手が自アカウント、組織のアカウント、基準の trustedAccounts のいずれでもない接続（承認待ちの要求を含む）、承認なしに誰でも接続できるエンドポイントサービス、サインインした全員に開かれたクライアントVPNを指摘します。組織のアカウントの一覧が読めないときは、不明とします。',
    en: 'VPC peerings, transit gateways, PrivateLink, shared subnets and Direct Connect that lead to accounts outside the organization are ways into the networks that pass no firewall at their edge. Found are those whose other end is neither this account, nor one of the organization, nor one that the standard names under trustedAccounts, requests that wait to be accepted among them; endpoint services to which anybody connects without being accepted; and Client VPN endpoints that let through everybody who signs in. It is unknown where the accounts of the organization could not be listed.',
  },
  fix: {
    ja: '接続の目的と相手を確かめます。必要な相手は基準の trustedAccounts に登録し、不要な接続は削除します。エンドポイントサービスは承認を必須とし、クライアントVPNの認可ルールはグループ単位にします。',
    en: 'Find out what the connection is for and who is at its other end. Name a partner under trustedAccounts of the standard; delete the connection otherwise. Let endpoint services require acceptance, and authorize groups in Client VPN, not everybody.',
  },
  reads: ['aws.externalConnections', 'aws.organizationMembers'],
  find: ({ 'aws.externalConnections': read, 'aws.organizationMembers': organization }, { unit, standard }) => {
    const { account } = regionResource(unit);
    const trusted = new Set(standard.trustedAccounts.map(({ id }) => id));
    const known: KnownAccounts = { own: account, organization, trusted };
    const resources = Map.groupBy(read.connections.filter(isHere), ({ arn }) => arn);
    return [
      // Several accounts may be connected to one resource.
      ...[...resources.values()].flatMap((each) =>
        decisiveJudgements(each.map((one) => judge(one, resourceOf(unit, one), known))),
      ),
      ...unreadConnections(unit, read),
    ];
  },
});

/** A VPN leads to premises, which no list of accounts names: other checks judge it. */
function isHere({ kind }: ExternalConnection): boolean {
  return kind !== 'vpn-connection';
}

function resourceOf(unit: Parameters<typeof awsResource>[0], { kind, arn, id, name }: ExternalConnection): Resource {
  return awsResource(unit, { type: kind, id: arn, name: labelled(id, name) });
}

function judge(connection: ExternalConnection, resource: Resource, known: KnownAccounts): Judgement {
  // Whoever asks is looked at one by one: those who were accepted are connections of their own.
  if (connection.acceptanceRequired) return { status: 'pass', resource };
  switch (connectionRelation(connection.counterpart, known)) {
    case 'unknown-account':
      return failure(connection, resource, known);
    case 'undetermined':
      return undecided(connection, resource);
    case 'anyone':
      return failure(connection, resource, known, 'critical');
    case 'users':
      return connection.openTo?.length ? failure(connection, resource, known, 'medium') : { status: 'pass', resource };
    case 'on-premises':
    case 'organization':
    case 'same-account':
    case 'trusted':
      return { status: 'pass', resource };
  }
}

function undecided({ counterpart }: ExternalConnection, resource: Resource): Undecided {
  if (counterpart.kind === 'unread') {
    const { operation } = counterpart;
    const message = 'who is at the other end was not read';
    return { status: 'unknown', resource, unread: { operation, code: 'NotCollected', message } };
  }
  const operation = 'organizations:ListAccounts';
  const who = counterpart.kind === 'account' ? counterpart.id : '';
  const message = `whether ${who} belongs to the organization is not known: its accounts were not listed`;
  return { status: 'unknown', resource, unread: { operation, code: 'NotCollected', message, permission: operation } };
}

function failure(
  connection: ExternalConnection,
  resource: Resource,
  { organization }: KnownAccounts,
  severity?: Severity,
): Failed {
  const { ja, en } = sentence(connection);
  const who = whoOf(connection);
  return {
    status: 'fail',
    ...(severity ? { severity } : connection.isPending && { severity: 'medium' as const }),
    resource,
    discriminator: who,
    detail: {
      ja: `${connectionWords[connection.kind].ja} ${connection.id}: ${ja}`,
      en: `The ${connectionWords[connection.kind].en} ${connection.id} ${en}`,
    },
    evidence: [
      {
        what: {
          ja: `状態 ${connection.state}、到達先 ${connection.reach.join(', ') || '（記載なし）'}`,
          en: `State ${connection.state}; it leads to ${connection.reach.join(', ') || 'nothing that is named'}`,
        },
        operation: connection.operation,
        ref: connection.id,
      },
      ...outsider(connection, organization.accounts.length),
    ],
    remediation: cutConnection(connection, resource.region),
  };
}

function whoOf({ counterpart }: ExternalConnection): string {
  return counterpart.kind === 'account' ? counterpart.id : counterpart.kind;
}

function sentence(connection: ExternalConnection): Text {
  const { counterpart, isPending, openTo = [], kind } = connection;
  const who = whoOf(connection);
  if (counterpart.kind === 'anyone') {
    return {
      ja: 'どのAWSアカウントからでも、承認なしに接続できます。',
      en: 'accepts connections from any AWS account without anybody approving them.',
    };
  }
  if (counterpart.kind === 'users') {
    return {
      ja: `サインインした全員が、グループを問わず ${openTo.join(', ')} に到達できます。`,
      en: `lets everybody who signs in reach ${openTo.join(', ')}, whatever group they are in.`,
    };
  }
  if (isPending) {
    return {
      ja: `組織外の未承認のアカウント ${who} との接続要求が、承認を待っています。`,
      en: `waits to be accepted; the other end is account ${who}, outside the organization and not approved.`,
    };
  }
  if (kind === 'endpoint-service') {
    return {
      ja: `組織外の未承認のアカウント ${who} が、承認なしに接続できます。`,
      en: `lets account ${who}, outside the organization and not approved, connect without being accepted.`,
    };
  }
  return {
    ja: `相手は組織外の未承認のアカウント ${who} です。`,
    en: `leads to account ${who}, which is outside the organization and not approved.`,
  };
}

function outsider({ counterpart }: ExternalConnection, members: number): readonly Evidence[] {
  if (counterpart.kind !== 'account') return [];
  const { id } = counterpart;
  if (members === 0) {
    return [
      {
        what: { ja: 'このアカウントはどの組織にも属していない', en: 'This account is in no organization' },
        operation: 'organizations:DescribeOrganization',
        ref: id,
      },
    ];
  }
  return [
    {
      what: {
        ja: `組織の ${members} アカウントにも、基準の trustedAccounts にも、${id} はない`,
        en: `${id} is neither among the ${members} accounts of the organization nor under trustedAccounts`,
      },
      operation: 'organizations:ListAccounts',
      ref: id,
    },
  ];
}
