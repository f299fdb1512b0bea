import { awsResource } from '../../../lib/model/aws/aws-resource.ts';
import { closeEndpoint } from '../../../lib/model/aws/close-endpoint.ts';
import { labelled } from '../../../lib/model/aws/labelled.ts';
import { isCalled, isCalledKind, type CalledEndpoint } from '../../../lib/model/aws/service-endpoint.ts';
import { unreadKinds } from '../../../lib/model/aws/unread-kinds.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import type { Evidence, Failed, Judgement } from '../../../lib/model/judgement.ts';
import type { Exposure, Reach } from '../../../lib/model/network/exposure.ts';
import { pathEvidence } from '../../../lib/model/network/path-evidence.ts';
import type { Resource } from '../../../lib/model/resource.ts';
import type { Severity } from '../../../lib/model/severity.ts';
import type { Text } from '../../../lib/model/text.ts';

export default defineCheck({
  id: 'aws-endpoint-public',
  clauses: ['11.4'],
  severity: 'high',
  title: {
    ja: 'サービスのエンドポイントを誰でも使える',
    en: 'Anybody can use an endpoint of a service',
  },
  why: {
    ja: 'Lambda関数URL、API Gateway、OpenSearch、App Runnerは、VPCの外にあり、セキュリティグループでは守れません。認証を求めないエンドポイントは、誰でも呼び出し、読み出せます。リソースポリシーは条件と拒否まで評価し、IAMなどの認証を必ず求めるものは合格です。EKSのAPIサーバーは必ず認証しますが、管理の入口が全世界に開いているため、重大度を下げて指摘します。接続元を絞ったEKSは合格です。接続元が限られる場合と、停止中の場合も重大度を下げています。',
    en: 'Lambda function URLs, API Gateway, OpenSearch and App Runner stand outside of VPCs: no security group protects them. Whoever finds an endpoint that asks for no credentials can call and read it. Resource policies are evaluated with their conditions and denials; what always asks for credentials passes. The API server of EKS always asks, but it is a door of administration open to the world, so it is found with a lower severity; it passes where its sources are limited. The severity is lower, too, where only some sources get in and where the endpoint is stopped.',
  },
  fix: {
    ja: '認証を必須にするか、接続元を絞るか、公開をやめます。公開が目的のエンドポイントは、理由と責任者を添えて例外に登録します。',
    en: 'Ask for credentials, limit the sources, or take it off the internet. An endpoint that is meant to be public belongs in the exceptions, with a reason and an owner.',
  },
  reads: ['aws.endpointExposures', 'aws.serviceEndpoints'],
  find: ({ 'aws.endpointExposures': { exposures, unread }, 'aws.serviceEndpoints': { endpoints } }, { unit }) => {
    const byArn = new Map(endpoints.filter(isCalled).map((each) => [each.arn, each]));
    const judged = exposures.flatMap((exposure): readonly Judgement[] => {
      const { kind, arn, id, name } = exposure;
      const endpoint = byArn.get(arn);
      if (!endpoint) return [];
      return [judge(exposure, endpoint, awsResource(unit, { type: kind, id: arn, name: labelled(id, name) }))];
    });
    return [
      ...judged,
      ...unreadKinds(
        unit,
        unread.filter(({ kind }) => isCalledKind(kind)),
      ),
    ];
  },
});

function judge(exposure: Exposure, endpoint: CalledEndpoint, resource: Resource): Judgement {
  const [gap] = exposure.unread;
  if (exposure.verdict === 'unknown' && gap) return { status: 'unknown', resource, unread: gap };
  const severity = severityOf(exposure);
  return severity ? failure(exposure, endpoint, resource, severity) : { status: 'pass', resource };
}

/** How bad it is; undefined where nobody gets in whom the owner did not name. */
function severityOf({ verdict, kind, reaches }: Exposure): Severity | undefined {
  if (verdict === 'latent') return 'low';
  const isPartial = limitedTo(reaches).length > 0;
  // It asks who calls, and is the door of the whole administration plane.
  if (kind === 'eks-cluster') return verdict === 'authenticated' && !isPartial ? 'medium' : undefined;
  if (verdict !== 'exposed') return undefined;
  return isPartial ? 'low' : 'high';
}

/** The blocks that alone get in; none where anybody does. */
function limitedTo(reaches: readonly Reach[]): readonly string[] {
  const sources = reaches.map((reach) => reach.sources);
  return sources.includes('any') ? [] : [...new Set(sources.flat())];
}

function failure(exposure: Exposure, endpoint: CalledEndpoint, resource: Resource, severity: Severity): Failed {
  const [path = []] = exposure.reaches.map((reach) => reach.path);
  const shown: Evidence = {
    what: { ja: `${words[endpoint.kind].ja}: ${endpoint.name}`, en: `${words[endpoint.kind].en}: ${endpoint.name}` },
    operation: endpoint.operation,
    ref: endpoint.arn,
  };
  return {
    status: 'fail',
    resource,
    severity,
    detail: detailOf(exposure, endpoint),
    evidence: [shown, ...pathEvidence(path)],
    remediation: closeEndpoint(endpoint, resource.region, resource.account),
    ...(path.length > 0 && { path }),
  };
}

/** What the world can do with an endpoint of each kind. */
const words: Readonly<Record<CalledEndpoint['kind'], Text>> = {
  'lambda-function': { ja: '認証なしで呼び出せる関数URL', en: 'A function URL that asks for no credentials' },
  'rest-api': { ja: '認証のないメソッドを持つREST API', en: 'A REST API with methods that ask for no credentials' },
  'http-api': { ja: '認証のないルートを持つAPI', en: 'An API with routes that ask for no credentials' },
  'eks-cluster': { ja: '全世界から接続できるKubernetes APIサーバー', en: 'A Kubernetes API server open to the world' },
  'opensearch-domain': { ja: '認証なしで使えるドメイン', en: 'A domain that is used without credentials' },
  'apprunner-service': { ja: '公開されたサービス', en: 'A public service' },
};

function detailOf({ reaches, verdict }: Exposure, { kind, name, openRoutes = [] }: CalledEndpoint): Text {
  const from = limitedTo(reaches).slice(0, 5).join(', ');
  const routes = openRoutes.slice(0, 5).map(({ method, path }) => `${method} ${path}`.trim());
  return {
    ja: [
      `${words[kind].ja}です: ${name}`,
      ...(routes.length > 0 ? [`（${routes.join('、')}）`] : []),
      ...(from ? [`。接続元: ${from}`] : []),
      ...(verdict === 'latent' ? ['。現在は停止中です'] : []),
      '。',
    ].join(''),
    en: [
      `${words[kind].en}: ${name}`,
      ...(routes.length > 0 ? [` (${routes.join(', ')})`] : []),
      ...(from ? [`, from ${from}`] : []),
      ...(verdict === 'latent' ? ['; it is stopped now'] : []),
      '.',
    ].join(''),
  };
}
