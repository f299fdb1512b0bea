import type { Method, Resource, RestApi } from '@aws-sdk/client-api-gateway';
import type { PolicyDocument } from '../../../model/aws/iam-entities.ts';
import type { OpenRoute, ServiceEndpoint } from '../../../model/aws/service-endpoint.ts';
import type { AwsUnit } from '../../../model/unit.ts';
import type { Answers } from '../../part.ts';
import { listOf, required, textOf } from '../../shape.ts';
import type { Wire } from '../../wire.ts';
import { answerOf, answersBy } from '../answer.ts';
import { tagRecord } from '../tag-map.ts';
import { partitionOf } from '../partition-of.ts';
import { gapAt, type EndpointSource } from './endpoint-source.ts';
import { policyText } from './policy-text.ts';

/** REST APIs of Amazon API Gateway. */
export const restApis: EndpointSource = {
  kind: 'rest-api',
  operation: 'apigateway:GetRestApis',
  more: ['apigateway:GetStages', 'apigateway:GetResources'],
  endpoints: (answers, unit) => {
    const told = readAbout(answers);
    return listOf(answerOf(answers, 'apigateway:GetRestApis').items, 'items').map((each) =>
      endpointOf(each, told, unit),
    );
  },
};

interface Route {
  readonly route: OpenRoute;
  readonly asks: boolean;
}

/** The stages of each API by name, and its methods. */
interface Told {
  readonly stages: ReadonlyMap<string, readonly string[]>;
  readonly routes: ReadonlyMap<string, readonly Route[]>;
}

function readAbout(answers: Answers): Told {
  return {
    stages: answersBy(answers, 'apigateway:GetStages', 'restApiId', ({ item }) =>
      listOf(item, 'item').map(({ stageName }) => required(stageName, 'stageName')),
    ),
    routes: answersBy(answers, 'apigateway:GetResources', 'restApiId', ({ items }) => routesOf(listOf(items, 'items'))),
  };
}

function endpointOf(api: Wire<RestApi>, told: Told, unit: AwsUnit): ServiceEndpoint {
  const id = textOf(api.id, 'id');
  const partition = partitionOf(unit.region);
  const called = `arn:${partition}:execute-api:${unit.region}:${unit.account}:${id}`;
  const [stages, routes] = [told.stages.get(id), told.routes.get(id)];
  const open = (routes ?? []).filter(({ asks }) => !asks).map(({ route }) => route);
  const isPrivate = (api.endpointConfiguration?.types ?? []).includes('PRIVATE');
  const hasNone = stages?.length === 0 || routes?.length === 0;
  const document = documentOf(api.policy, called);
  const signs = routes !== undefined && routes.length > 0 && open.length === 0;
  return {
    kind: 'rest-api',
    id,
    arn: `arn:${partition}:apigateway:${unit.region}::/restapis/${id}`,
    name: api.name ?? id,
    tags: tagRecord(api.tags),
    operation: 'apigateway:GetRestApis',
    families: api.endpointConfiguration?.ipAddressType === 'dualstack' ? ['ipv4', 'ipv6'] : ['ipv4'],
    ...(isPrivate
      ? { stop: 'private-endpoint' }
      : (hasNone || api.disableExecuteApiEndpoint === true) && { stop: 'no-listener' }),
    strength: signs ? 'authenticated' : 'open',
    // Of an API whose methods are not known, nobody knows what its policy lets anybody do.
    ...(routes &&
      stages &&
      !signs && {
        policy: {
          operation: 'apigateway:GetRestApis',
          ...(document && { document }),
          without: 'admits',
          ways: waysOf(called, stages, open),
        },
      }),
    openRoutes: open,
    stages: stages ?? [],
    unread: [
      ...(stages ? [] : [gapAt('apigateway:GetStages', id)]),
      ...(routes ? [] : [gapAt('apigateway:GetResources', id)]),
    ],
  };
}

function routesOf(resources: readonly Wire<Resource>[]): readonly Route[] {
  return resources.flatMap(({ id = '', path = '/', resourceMethods = {} }) =>
    Object.entries(resourceMethods)
      .filter(([name, method]) => !isPreflight(name, method))
      .map(([name, method]) => ({
        route: { id, method: name, path },
        asks: required(method.authorizationType, 'authorizationType') !== 'NONE',
      })),
  );
}

/** What a browser asks before it calls: API Gateway answers it by itself, and no credentials can come with it. */
function isPreflight(name: string, { methodIntegration }: Wire<Method>): boolean {
  return name === 'OPTIONS' && methodIntegration?.type === 'MOCK';
}

function waysOf(called: string, stages: readonly string[], open: readonly OpenRoute[]) {
  return (stages.length > 0 ? stages : ['tenken']).flatMap((stage) =>
    (open.length > 0 ? open : [{ method: 'GET', path: '/' }]).map(({ method, path }) => [
      {
        action: 'execute-api:Invoke',
        resource: `${called}/${stage}/${method === 'ANY' ? 'GET' : method}${path.replaceAll(/\{[^}]*\}/g, 'tenken')}`,
      },
    ]),
  );
}

/** The policy comes with its quotes escaped; what it names may be written without the API's own ARN. */
function documentOf(policy: string | undefined, called: string): PolicyDocument | undefined {
  if (policy === undefined) return undefined;
  const plain = policy.trimStart().startsWith('{\\') ? policy.replaceAll('\\"', '"').replaceAll('\\/', '/') : policy;
  return policyText(plain.replaceAll('"execute-api:/', `"${called}/`), 'policy');
}
