import { azureResource, subscriptionKindResource } from '../../../lib/model/azure/azure-resource.ts';
import { closeAzureEndpoint } from '../../../lib/model/azure/close-azure-endpoint.ts';
import type { AzureEndpoint, AzureEndpointKind } from '../../../lib/model/azure/endpoint.ts';
import { endpointHttps } from '../../../lib/model/azure/endpoint-https.ts';
import { endpointOpenness, type EndpointOpenness } from '../../../lib/model/azure/endpoint-openness.ts';
import { endpointWords } from '../../../lib/model/azure/endpoint-words.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import type { Failed, Judgement } from '../../../lib/model/judgement.ts';
import { allowedAt, unallowed } from '../../../lib/model/network/allowed-ports.ts';
import type { Exposure, Reach } from '../../../lib/model/network/exposure.ts';
import { pathEvidence } from '../../../lib/model/network/path-evidence.ts';
import type { Resource } from '../../../lib/model/resource.ts';
import type { Severity } from '../../../lib/model/severity.ts';
import type { AllowedPort } from '../../../lib/model/standard.ts';
import type { Text } from '../../../lib/model/text.ts';

export default defineCheck({
  id: 'azure-endpoint-public',
  clauses: ['11.4', '12.3'],
  severity: 'medium',
  title: {
    ja: 'サービスのパブリックエンドポイントに接続元の制限がない',
    en: 'The public endpoint of a service lets everybody connect',
  },
  why: {
    ja: 'ストレージ、データベース、Webアプリ、AKSなどのエンドポイントは仮想ネットワークの外にあり、ネットワークセキュリティグループでは守れません。守るのはサービス自身のファイアウォール規則だけです。規則は1件ずつでなく和集合で評価し、2^24以上のパブリックアドレスを許すものは全世界とみなします。0.0.0.0だけの規則は、他社のサブスクリプションを含むすべてのAzureからの接続を許します。Webアプリとコンテナーアプリは、基準の allowedPorts が許すポートであれば合格ですが、SCMサイトは合格になりません。コンテナーアプリの環境が内部用かどうかは確認していません。',
    en: 'Endpoints of storage, databases, web apps, AKS and the like stand outside of virtual networks: no network security group protects them, only the rules of the service itself. Rules are judged by their union, not one by one; 2^24 public addresses or more are the whole internet. A rule of 0.0.0.0 alone lets in everything in Azure, the subscriptions of other customers among it. Web apps and container apps pass on ports that allowedPorts of the standard allows; the deployment site (SCM) never does. Whether the environment of a container app is an internal one is not looked at.',
  },
  fix: {
    ja: '接続元のアドレスを限定するか、プライベートエンドポイントを作成してパブリックアクセスを無効にします。公開が目的のものは、allowedPorts または例外に理由を添えて登録します。',
    en: 'Name the addresses that may connect, or make a private endpoint and disable public access. What is meant to be public belongs under allowedPorts or in the exceptions, with a reason.',
  },
  reads: ['azure.endpointExposures', 'azure.endpoints'],
  find: ({ 'azure.endpointExposures': { exposures, unread }, 'azure.endpoints': { endpoints } }, context) => {
    const { unit, standard, asOf } = context;
    const byArn = new Map(endpoints.map((each) => [each.arn, each]));
    const judged = exposures.flatMap((exposure): readonly Judgement[] => {
      const endpoint = byArn.get(exposure.arn);
      if (!endpoint) return [];
      const { kind, arn, id, location } = endpoint;
      const resource = azureResource(unit, { type: kind, id: arn, name: id, location });
      const place = { account: resource.account, tags: exposure.tags, organizationalUnits: undefined };
      return [judge({ exposure, endpoint, resource }, allowedAt(standard.allowedPorts, place, asOf))];
    });
    const lost = unread.map((each): Judgement => {
      return { status: 'unknown', resource: subscriptionKindResource(unit, each.kind), unread: each.unread };
    });
    return [...judged, ...lost];
  },
});

interface Judged {
  readonly exposure: Exposure;
  readonly endpoint: AzureEndpoint;
  readonly resource: Resource;
}

function judge({ exposure, endpoint, resource }: Judged, allowed: readonly AllowedPort[]): Judgement {
  const { kind } = endpoint;
  const [gap] = exposure.unread;
  if (exposure.verdict === 'unknown' && gap) return { status: 'unknown', resource, unread: gap };
  const reaches = isSite(kind)
    ? exposure.reaches.filter((reach) => unallowed(reach, allowed) !== 'nothing')
    : exposure.reaches;
  const openness = endpointOpenness(reaches);
  const severity = severityOf(openness, kind);
  if (!severity) return { status: 'pass', resource };
  const isLatent = exposure.verdict === 'latent';
  return failure({ exposure, endpoint, resource }, reaches, openness, isLatent ? 'low' : severity);
}

/** Public websites are what these are for. */
function isSite(kind: AzureEndpointKind): boolean {
  return kind === 'web-app' || kind === 'container-app';
}

const databases: ReadonlySet<AzureEndpointKind> = new Set([
  'sql-server',
  'sql-managed-instance',
  'postgresql-server',
  'mysql-server',
  'cosmos-account',
  'redis-cache',
]);

/** How bad it is; undefined where nobody gets in whom the owner did not name. */
function severityOf(openness: EndpointOpenness, kind: AzureEndpointKind): Severity | undefined {
  if (openness === 'internet') return databases.has(kind) ? 'high' : 'medium';
  if (openness === 'any-azure') return 'medium';
  return openness === 'conditional' ? 'low' : undefined;
}

function failure(
  { exposure, endpoint, resource }: Judged,
  reaches: readonly Reach[],
  openness: EndpointOpenness,
  severity: Severity,
): Failed {
  const { kind, name, operation, arn } = endpoint;
  const { ja, en } = endpointWords[kind];
  const [path = []] = reaches.map((reach) => reach.path);
  const ports = [...new Set(reaches.map(({ fromPort }) => fromPort))].join(', ');
  const stopped = exposure.verdict === 'latent';
  const who = openTo[openness];
  const seen = {
    what: { ja: `${ja} ${name}: TCP ${ports}`, en: `The ${en} ${name}: TCP ${ports}` },
    operation,
    ref: arn,
  };
  return {
    status: 'fail',
    resource,
    severity,
    detail: {
      ja: `${ja} ${name} には、${who.ja}接続できます（TCP ${ports}）。${stopped ? '現在は停止中です。' : ''}`,
      en: `${who.en} can connect to the ${en} ${name} (TCP ${ports}).${stopped ? ' It is stopped now.' : ''}`,
    },
    evidence: [seen, ...pathEvidence(path)],
    remediation: isPlain(reaches)
      ? [{ kind: 'azure-cli', text: endpointHttps(endpoint) }]
      : closeAzureEndpoint(endpoint),
    ...(path.length > 0 && { path }),
  };
}

/** Only the port without encryption is too much: the other one the standard allows. */
function isPlain(reaches: readonly Reach[]): boolean {
  return reaches.every(({ fromPort }) => fromPort === 80);
}

const openTo: Readonly<Record<EndpointOpenness, Text>> = {
  internet: { ja: 'インターネットのどこからでも', en: 'Anybody on the internet' },
  'any-azure': {
    ja: '他社を含むAzureのどのサブスクリプションからでも',
    en: 'Any subscription of Azure, of other customers too,',
  },
  conditional: {
    ja: '決まったヘッダーや証明書があればどこからでも',
    en: 'Whoever sends the right header or certificate',
  },
  restricted: { ja: '名指しされた接続元から', en: 'Whoever is named' },
  closed: { ja: '誰も', en: 'Nobody' },
};
