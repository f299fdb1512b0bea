import type { RestApis } from '@aws-sdk/client-api-gateway';
import type { GetApisResponse } from '@aws-sdk/client-apigatewayv2';
import { defineOperation } from '../operation.ts';

const region = { per: 'region', budget: 'workload', absent: ['ENOTFOUND'] } as const;

const eachRestApi = {
  of: ['apigateway:GetRestApis'],
  inputs: ({ items = [] }: RestApis) => items.flatMap(({ id }) => (id ? [{ restApiId: id }] : [])),
};

const eachApi = {
  of: ['apigatewayv2:GetApis'],
  inputs: ({ Items = [] }: GetApisResponse) => Items.flatMap(({ ApiId }) => (ApiId ? [{ ApiId }] : [])),
};

/** The APIs of both generations with their stages, and whom their methods and routes ask. Variables may hold secrets. */
export const apiGatewayOperations = [
  defineOperation({
    ...region,
    id: 'apigateway:GetRestApis',
    outsideNetworks: true,
    async call({ apigateway }, options, page) {
      const { GetRestApisCommand } = await import('../sdk/api-gateway.ts');
      return (await apigateway).send(new GetRestApisCommand({ limit: 500, position: page }), options);
    },
    next: (output) => output.position,
  }),
  defineOperation({
    ...region,
    id: 'apigateway:GetStages',
    each: eachRestApi,
    async call({ apigateway }, options, _page, { restApiId }) {
      const { GetStagesCommand } = await import('../sdk/api-gateway.ts');
      return (await apigateway).send(new GetStagesCommand({ restApiId }), options);
    },
    secrets: ['variables'],
  }),
  defineOperation({
    ...region,
    id: 'apigateway:GetResources',
    each: eachRestApi,
    async call({ apigateway }, options, page, { restApiId }) {
      const { GetResourcesCommand } = await import('../sdk/api-gateway.ts');
      const input = { restApiId, embed: ['methods'], limit: 500, position: page };
      return (await apigateway).send(new GetResourcesCommand(input), options);
    },
    next: (output) => output.position,
    secrets: ['requestParameters', 'requestTemplates'],
  }),
  defineOperation({
    ...region,
    id: 'apigatewayv2:GetApis',
    outsideNetworks: true,
    async call({ apigatewayv2 }, options, page) {
      const { GetApisCommand } = await import('../sdk/apigatewayv2.ts');
      return (await apigatewayv2).send(new GetApisCommand({ MaxResults: '100', NextToken: page }), options);
    },
    next: (output) => output.NextToken,
  }),
  defineOperation({
    ...region,
    id: 'apigatewayv2:GetStages',
    each: eachApi,
    async call({ apigatewayv2 }, options, page, { ApiId }) {
      const { GetStagesCommand } = await import('../sdk/apigatewayv2.ts');
      return (await apigatewayv2).send(new GetStagesCommand({ ApiId, MaxResults: '100', NextToken: page }), options);
    },
    next: (output) => output.NextToken,
    secrets: ['StageVariables'],
  }),
  defineOperation({
    ...region,
    id: 'apigatewayv2:GetRoutes',
    each: eachApi,
    async call({ apigatewayv2 }, options, page, { ApiId }) {
      const { GetRoutesCommand } = await import('../sdk/apigatewayv2.ts');
      return (await apigatewayv2).send(new GetRoutesCommand({ ApiId, MaxResults: '100', NextToken: page }), options);
    },
    next: (output) => output.NextToken,
  }),
];
