import type { FunctionUrlConfig, GetPolicyResponse } from '@aws-sdk/client-lambda';
import type { DemoWorkload } from './demo-workload.ts';

/** What is asked of the services that offer something outside of networks. Nobody in the demo uses most of them. */
export function endpointResponses(
  place: { readonly account: string; readonly region: string },
  functions: readonly DemoWorkload[],
): Record<string, unknown> {
  return {
    'lambda:GetPolicy': functions.map((each) => ({ input: { FunctionName: each.name }, output: policy(place, each) })),
    'lambda:GetFunctionUrlConfig': functions
      .filter(({ url }) => url !== undefined)
      .map((each) => ({ input: { FunctionName: each.name }, output: urlConfig(place, each) })),
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
    'ec2:DescribeSnapshots': { Snapshots: [] },
    'ec2:DescribeImages': { Images: [] },
  };
}

function arnOf({ account, region }: { readonly account: string; readonly region: string }, name: string): string {
  return `arn:aws:lambda:${region}:${account}:function:${name}`;
}

/** The two statements that the console writes for a URL that asks nobody. */
function policy(
  place: { readonly account: string; readonly region: string },
  { name, url }: DemoWorkload,
): Partial<GetPolicyResponse> {
  if (url === undefined) return {};
  const Resource = arnOf(place, name);
  const shared = { Effect: 'Allow', Principal: '*', Resource };
  const Statement = [
    {
      ...shared,
      Sid: 'FunctionURLAllowPublicAccess',
      Action: 'lambda:InvokeFunctionUrl',
      Condition: { StringEquals: { 'lambda:FunctionUrlAuthType': 'NONE' } },
    },
    {
      ...shared,
      Sid: 'FunctionURLInvokeAllowPublicAccess',
      Action: 'lambda:InvokeFunction',
      Condition: { Bool: { 'lambda:InvokedViaFunctionUrl': 'true' } },
    },
  ];
  return { Policy: JSON.stringify({ Version: '2012-10-17', Id: 'default', Statement }), RevisionId: 'demo' };
}

function urlConfig(
  place: { readonly account: string; readonly region: string },
  { name, url }: DemoWorkload,
): Partial<FunctionUrlConfig> {
  return {
    FunctionUrl: `https://${name}.lambda-url.${place.region}.on.aws/`,
    FunctionArn: arnOf(place, name),
    AuthType: url === 'open' ? 'NONE' : 'AWS_IAM',
    InvokeMode: 'BUFFERED',
  };
}
