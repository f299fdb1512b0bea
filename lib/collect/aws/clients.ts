import { AppRunnerClient } from '@aws-sdk/client-apprunner';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CodeBuildClient } from '@aws-sdk/client-codebuild';
import { EC2Client } from '@aws-sdk/client-ec2';
import { ECSClient } from '@aws-sdk/client-ecs';
import { ElasticLoadBalancingClient } from '@aws-sdk/client-elastic-load-balancing';
import { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { GlueClient } from '@aws-sdk/client-glue';
import { IAMClient } from '@aws-sdk/client-iam';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { RDSClient } from '@aws-sdk/client-rds';
import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SSMClient } from '@aws-sdk/client-ssm';
import { STSClient } from '@aws-sdk/client-sts';
import { clientSettings } from './client-settings.ts';
import type { Credentials } from './credentials.ts';

/** The SDK clients of one account in one region. Each is made when it is first used. */
export interface AwsClients {
  readonly apprunner: AppRunnerClient;
  readonly cloudformation: CloudFormationClient;
  readonly codebuild: CodeBuildClient;
  readonly ec2: EC2Client;
  readonly ecs: ECSClient;
  readonly elb: ElasticLoadBalancingClient;
  readonly elbv2: ElasticLoadBalancingV2Client;
  readonly glue: GlueClient;
  readonly iam: IAMClient;
  readonly lambda: LambdaClient;
  readonly organizations: OrganizationsClient;
  readonly rds: RDSClient;
  readonly sagemaker: SageMakerClient;
  readonly ssm: SSMClient;
  readonly states: SFNClient;
  readonly sts: STSClient;
}

/** The clients of a session in a region; they honour AWS_ENDPOINT_URL as the SDK does. */
export function awsClients(session: { readonly credentials: () => Promise<Credentials> }, region: string): AwsClients {
  const settings = () => ({ ...clientSettings(), region, credentials: session.credentials });
  const made: { -readonly [Name in keyof AwsClients]?: AwsClients[Name] } = {};
  return {
    get apprunner() {
      return (made.apprunner ??= unlogged(new AppRunnerClient(settings())));
    },
    get cloudformation() {
      return (made.cloudformation ??= unlogged(new CloudFormationClient(settings())));
    },
    get codebuild() {
      return (made.codebuild ??= unlogged(new CodeBuildClient(settings())));
    },
    get ec2() {
      return (made.ec2 ??= unlogged(new EC2Client(settings())));
    },
    get ecs() {
      return (made.ecs ??= unlogged(new ECSClient(settings())));
    },
    get elb() {
      return (made.elb ??= unlogged(new ElasticLoadBalancingClient(settings())));
    },
    get elbv2() {
      return (made.elbv2 ??= unlogged(new ElasticLoadBalancingV2Client(settings())));
    },
    get glue() {
      return (made.glue ??= unlogged(new GlueClient(settings())));
    },
    get iam() {
      return (made.iam ??= unlogged(new IAMClient(settings())));
    },
    get lambda() {
      return (made.lambda ??= unlogged(new LambdaClient(settings())));
    },
    get organizations() {
      return (made.organizations ??= unlogged(new OrganizationsClient(settings())));
    },
    get rds() {
      return (made.rds ??= unlogged(new RDSClient(settings())));
    },
    get sagemaker() {
      return (made.sagemaker ??= unlogged(new SageMakerClient(settings())));
    },
    get ssm() {
      return (made.ssm ??= unlogged(new SSMClient(settings())));
    },
    get states() {
      return (made.states ??= unlogged(new SFNClient(settings())));
    },
    get sts() {
      return (made.sts ??= unlogged(new STSClient(settings())));
    },
  };
}

/**
 * The SDK prepares every answer for its log, field by field, even where nothing is logged: a tenth of all the work of
 * reading a large account.
 */
function unlogged<Client extends { readonly middlewareStack: { remove(name: string): boolean } }>(
  client: Client,
): Client {
  client.middlewareStack.remove('loggerMiddleware');
  return client;
}
