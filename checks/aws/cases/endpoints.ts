import type { CaseSnapshot } from '../../../lib/model/check-case.ts';
import { inRegion } from './units.ts';

const none = {
  'lambda:ListFunctions': { Functions: [] },
  'lambda:GetPolicy': [],
  'lambda:GetFunctionUrlConfig': [],
  'apigateway:GetRestApis': { items: [] },
  'apigateway:GetStages': [],
  'apigateway:GetResources': [],
  'apigatewayv2:GetApis': { Items: [] },
  'apigatewayv2:GetStages': [],
  'apigatewayv2:GetRoutes': [],
  'eks:ListClusters': { clusters: [] },
  'eks:DescribeCluster': [],
  'es:ListDomainNames': { DomainNames: [] },
  'es:DescribeDomains': [],
  'apprunner:ListServices': { ServiceSummaryList: [] },
  'apprunner:DescribeService': [],
  'ec2:DescribeSnapshots': { Snapshots: [] },
  'ec2:DescribeImages': { Images: [] },
};

/** A region whose services offer this outside of networks, and nothing else. */
export function endpoints(...some: readonly Readonly<Record<string, unknown>>[]): CaseSnapshot {
  return inRegion(Object.assign({}, none, ...some) as Record<string, unknown>);
}

const region = 'ap-northeast-1:111122223333';

/** Functions with what their policies allow everybody, and how their URLs ask. */
export function functions(
  described: Readonly<
    Record<string, { readonly actions?: readonly string[]; readonly url?: string; readonly condition?: object }>
  >,
) {
  const names = Object.keys(described);
  const statement = (name: string) => ({
    Effect: 'Allow',
    Principal: '*',
    Action: described[name]?.actions,
    Resource: `arn:aws:lambda:${region}:function:${name}`,
    ...(described[name]?.condition && { Condition: described[name].condition }),
  });
  return {
    'lambda:ListFunctions': {
      Functions: names.map((FunctionName) => ({
        FunctionName,
        FunctionArn: `arn:aws:lambda:${region}:function:${FunctionName}`,
      })),
    },
    'lambda:GetPolicy': names.map((FunctionName) => ({
      input: { FunctionName },
      output: described[FunctionName]?.actions
        ? { Policy: JSON.stringify({ Version: '2012-10-17', Statement: [statement(FunctionName)] }) }
        : {},
    })),
    'lambda:GetFunctionUrlConfig': names.flatMap((FunctionName) => {
      const AuthType = described[FunctionName]?.url;
      return AuthType === undefined
        ? []
        : [{ input: { FunctionName }, output: AuthType === 'none' ? {} : { AuthType } }];
    }),
  };
}

/** One REST API, its stages and the authorization of its one method. */
export function restApi(
  id: string,
  authorizationType: string,
  more: object = {},
  stages: readonly string[] = ['prod'],
) {
  const input = { restApiId: id };
  const method = { httpMethod: 'GET', authorizationType };
  return {
    'apigateway:GetRestApis': { items: [{ id, name: id, endpointConfiguration: { types: ['REGIONAL'] }, ...more }] },
    'apigateway:GetStages': [{ input, output: { item: stages.map((stageName) => ({ stageName })) } }],
    'apigateway:GetResources': [
      { input, output: { items: [{ id: 'r1', path: '/orders', resourceMethods: { GET: method } }] } },
    ],
  };
}

/** One HTTP API with a route. */
export function httpApi(id: string, AuthorizationType: string) {
  const input = { ApiId: id };
  return {
    'apigatewayv2:GetApis': { Items: [{ ApiId: id, Name: id, ProtocolType: 'HTTP' }] },
    'apigatewayv2:GetStages': [{ input, output: { Items: [{ StageName: '$default' }] } }],
    'apigatewayv2:GetRoutes': [
      { input, output: { Items: [{ RouteId: 'route1', RouteKey: 'GET /orders', AuthorizationType }] } },
    ],
  };
}

/** EKS clusters by name: from where their public endpoints are reached, if they have one. */
export function clusters(described: Readonly<Record<string, readonly string[] | 'private'>>) {
  const names = Object.keys(described);
  return {
    'eks:ListClusters': { clusters: names },
    'eks:DescribeCluster': names.map((name) => {
      const cidrs = described[name];
      const publicAccessCidrs = cidrs === 'private' ? ['0.0.0.0/0'] : cidrs;
      const resourcesVpcConfig = { endpointPublicAccess: cidrs !== 'private', publicAccessCidrs };
      const arn = `arn:aws:eks:${region}:cluster/${name}`;
      return { input: { name }, output: { cluster: { name, arn, resourcesVpcConfig } } };
    }),
  };
}

/** OpenSearch domains by name, with the statements of their policies and whatever else is said of them. */
export function domains(
  described: Readonly<Record<string, { readonly statements: readonly object[]; readonly more?: object }>>,
) {
  const names = Object.keys(described);
  return {
    'es:ListDomainNames': { DomainNames: names.map((DomainName) => ({ DomainName })) },
    'es:DescribeDomains': [
      {
        input: { DomainNames: names },
        output: {
          DomainStatusList: names.map((DomainName) => ({
            DomainName,
            ARN: `arn:aws:es:${region}:domain/${DomainName}`,
            AccessPolicies: JSON.stringify({ Version: '2012-10-17', Statement: described[DomainName]?.statements }),
            ...described[DomainName]?.more,
          })),
        },
      },
    ],
  };
}

/** App Runner services by name: whether they are public, and their states. */
export function services(
  described: Readonly<Record<string, { readonly isPublic: boolean; readonly Status?: string }>>,
) {
  const names = Object.keys(described);
  const arnOf = (name: string): string => `arn:aws:apprunner:${region}:service/${name}`;
  return {
    'apprunner:ListServices': {
      ServiceSummaryList: names.map((name) => ({ ServiceName: name, ServiceArn: arnOf(name) })),
    },
    'apprunner:DescribeService': names.map((name) => ({
      input: { ServiceArn: arnOf(name) },
      output: {
        Service: {
          ServiceName: name,
          ServiceArn: arnOf(name),
          Status: described[name]?.Status ?? 'RUNNING',
          NetworkConfiguration: { IngressConfiguration: { IsPubliclyAccessible: described[name]?.isPublic } },
        },
      },
    })),
  };
}
