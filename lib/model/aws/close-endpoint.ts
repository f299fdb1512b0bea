import { command } from '../command.ts';
import type { Remediation } from '../judgement.ts';
import type { CalledEndpoint, OpenRoute } from './service-endpoint.ts';

type Commands = (endpoint: CalledEndpoint, region: string, account: string) => readonly [string, ...string[]];

/** The commands that make an endpoint ask who calls, or that take it off the internet. */
export function closeEndpoint(
  endpoint: CalledEndpoint,
  region: string,
  account: string,
): readonly [Remediation, ...Remediation[]] {
  const [first, ...rest] = commands[endpoint.kind](endpoint, region, account);
  return [asRemediation(first), ...rest.map(asRemediation)];
}

function asRemediation(text: string): Remediation {
  return { kind: 'aws-cli', text };
}

const commands: Readonly<Record<CalledEndpoint['kind'], Commands>> = {
  'lambda-function': ({ id }, region) => [
    command`aws lambda update-function-url-config --region ${region} --function-name ${id} --auth-type AWS_IAM`,
  ],
  'rest-api': ({ id, openRoutes = [], stages = [] }, region) =>
    routed(
      openRoutes.map((route) => restMethod(id, region, route)),
      stages.map(
        (stage) =>
          command`aws apigateway create-deployment --region ${region} --rest-api-id ${id} --stage-name ${stage}`,
      ),
      command`aws apigateway update-rest-api --region ${region} --rest-api-id ${id} --patch-operations op=replace,path=/disableExecuteApiEndpoint,value=true`,
    ),
  'http-api': ({ id, openRoutes = [] }, region) =>
    routed(
      openRoutes.map(
        (route) =>
          command`aws apigatewayv2 update-route --region ${region} --api-id ${id} --route-id ${route.id} --authorization-type AWS_IAM`,
      ),
      [],
      command`aws apigatewayv2 update-api --region ${region} --api-id ${id} --disable-execute-api-endpoint`,
    ),
  // Whose addresses may administer is the reader's to say: the command takes them from the environment.
  'eks-cluster': ({ id }, region) => [
    command`aws eks update-cluster-config --region ${region} --name ${id} --resources-vpc-config "endpointPublicAccess=true,endpointPrivateAccess=true,publicAccessCidrs=$ADMIN_CIDR"`,
  ],
  'opensearch-domain': ({ id, arn }, region, account) => [
    command`aws opensearch update-domain-config --region ${region} --domain-name ${id} --access-policies ${accountOnly(arn, account)}`,
  ],
  'apprunner-service': ({ arn }, region) => [
    command`aws apprunner update-service --region ${region} --service-arn ${arn} --network-configuration ${JSON.stringify({ IngressConfiguration: { IsPubliclyAccessible: false } })}`,
  ],
};

/** Commands for routes and what puts them into force; `otherwise` where no route is known. */
function routed(
  [first, ...rest]: readonly string[],
  after: readonly string[],
  otherwise: string,
): readonly [string, ...string[]] {
  return first === undefined ? [otherwise] : [first, ...rest, ...after];
}

function restMethod(api: string, region: string, { id, method }: OpenRoute): string {
  return command`aws apigateway update-method --region ${region} --rest-api-id ${api} --resource-id ${id} --http-method ${method} --patch-operations op=replace,path=/authorizationType,value=AWS_IAM`;
}

/** A policy that leaves it to the account's own policies who uses a domain. */
function accountOnly(arn: string, account: string): string {
  const partition = arn.split(':')[1] ?? 'aws';
  const Principal = { AWS: `arn:${partition}:iam::${account}:root` };
  const statement = { Effect: 'Allow', Principal, Action: 'es:*', Resource: `${arn}/*` };
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
}
