import type { Api, Route } from '@aws-sdk/client-apigatewayv2';
import type { ServiceEndpoint } from '../../../model/aws/service-endpoint.ts';
import type { AwsUnit } from '../../../model/unit.ts';
import type { Answers } from '../../part.ts';
import { listOf, required } from '../../shape.ts';
import type { Wire } from '../../wire.ts';
import { answerOf, answersBy } from '../answer.ts';
import { tagRecord } from '../tag-map.ts';
import { partitionOf } from '../partition-of.ts';
import { gapAt, type EndpointSource } from './endpoint-source.ts';

/** HTTP and WebSocket APIs of Amazon API Gateway: always on the internet, and without resource policies. */
export const httpApis: EndpointSource = {
  kind: 'http-api',
  operation: 'apigatewayv2:GetApis',
  more: ['apigatewayv2:GetStages', 'apigatewayv2:GetRoutes'],
  endpoints: (answers, unit) => {
    const told = readAbout(answers);
    return listOf(answerOf(answers, 'apigatewayv2:GetApis').Items, 'Items').map((each) => endpointOf(each, told, unit));
  },
};

/** The stages of each API by name, and its routes. */
interface Told {
  readonly stages: ReadonlyMap<string, readonly string[]>;
  readonly routes: ReadonlyMap<string, readonly Wire<Route>[]>;
}

function readAbout(answers: Answers): Told {
  return {
    stages: answersBy(answers, 'apigatewayv2:GetStages', 'ApiId', ({ Items }) =>
      listOf(Items, 'Items').map(({ StageName }) => required(StageName, 'StageName')),
    ),
    routes: answersBy(answers, 'apigatewayv2:GetRoutes', 'ApiId', ({ Items }) => listOf(Items, 'Items')),
  };
}

function endpointOf(api: Wire<Api>, told: Told, unit: AwsUnit): ServiceEndpoint {
  const id = required(api.ApiId, 'ApiId');
  const stages = told.stages.get(id);
  const routes = told.routes.get(id)?.filter((each) => isEntrance(api.ProtocolType, each.RouteKey));
  const open = (routes ?? [])
    .filter(({ AuthorizationType = 'NONE' }) => AuthorizationType === 'NONE')
    .map(({ RouteId = '', RouteKey = '' }) => ({ id: RouteId, ...partsOf(RouteKey) }));
  const hasNone = stages?.length === 0 || routes?.length === 0;
  return {
    kind: 'http-api',
    id,
    arn: `arn:${partitionOf(unit.region)}:apigateway:${unit.region}::/apis/${id}`,
    name: api.Name ?? id,
    tags: tagRecord(api.Tags),
    operation: 'apigatewayv2:GetApis',
    families: api.IpAddressType === 'dualstack' ? ['ipv4', 'ipv6'] : ['ipv4'],
    ...((hasNone || api.DisableExecuteApiEndpoint === true) && { stop: 'no-listener' }),
    strength: routes !== undefined && routes.length > 0 && open.length === 0 ? 'authenticated' : 'open',
    openRoutes: open,
    stages: stages ?? [],
    unread: [
      ...(stages ? [] : [gapAt('apigatewayv2:GetStages', id)]),
      ...(routes ? [] : [gapAt('apigatewayv2:GetRoutes', id)]),
    ],
  };
}

/** Whoever opens a WebSocket is asked once, by `$connect` ("Control access to WebSocket APIs with Lambda authorizers"). */
function isEntrance(protocol: string | undefined, routeKey: string | undefined): boolean {
  return protocol !== 'WEBSOCKET' || routeKey === '$connect';
}

/** `GET /orders` as method and path; `$default` and `$connect` have no path. */
function partsOf(routeKey: string): { readonly method: string; readonly path: string } {
  const [method = '', path = ''] = routeKey.split(' ');
  return { method, path };
}
