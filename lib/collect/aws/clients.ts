import type { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import type { ApiGatewayV2Client } from '@aws-sdk/client-apigatewayv2';
import type { AppRunnerClient } from '@aws-sdk/client-apprunner';
import type { BackupClient } from '@aws-sdk/client-backup';
import type { CloudFrontClient } from '@aws-sdk/client-cloudfront';
import type { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import type { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import type { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import type { CodeBuildClient } from '@aws-sdk/client-codebuild';
import type { ConfigServiceClient } from '@aws-sdk/client-config-service';
import type { CostExplorerClient } from '@aws-sdk/client-cost-explorer';
import type { DirectConnectClient } from '@aws-sdk/client-direct-connect';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EC2Client } from '@aws-sdk/client-ec2';
import type { ECRClient } from '@aws-sdk/client-ecr';
import type { ECRPUBLICClient } from '@aws-sdk/client-ecr-public';
import type { ECSClient } from '@aws-sdk/client-ecs';
import type { EFSClient } from '@aws-sdk/client-efs';
import type { EKSClient } from '@aws-sdk/client-eks';
import type { ElasticBeanstalkClient } from '@aws-sdk/client-elastic-beanstalk';
import { ElasticLoadBalancingClient } from '@aws-sdk/client-elastic-load-balancing';
import { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { ElastiCacheClient } from '@aws-sdk/client-elasticache';
import type { FSxClient } from '@aws-sdk/client-fsx';
import type { GlacierClient } from '@aws-sdk/client-glacier';
import type { GlobalAcceleratorClient } from '@aws-sdk/client-global-accelerator';
import type { GlueClient } from '@aws-sdk/client-glue';
import { IAMClient } from '@aws-sdk/client-iam';
import type { IdentitystoreClient } from '@aws-sdk/client-identitystore';
import type { KafkaClient } from '@aws-sdk/client-kafka';
import type { KMSClient } from '@aws-sdk/client-kms';
import type { LambdaClient } from '@aws-sdk/client-lambda';
import type { LightsailClient } from '@aws-sdk/client-lightsail';
import type { MemoryDBClient } from '@aws-sdk/client-memorydb';
import type { NetworkFirewallClient } from '@aws-sdk/client-network-firewall';
import type { OpenSearchClient } from '@aws-sdk/client-opensearch';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { RDSClient } from '@aws-sdk/client-rds';
import type { RedshiftClient } from '@aws-sdk/client-redshift';
import type { ResourceExplorer2Client } from '@aws-sdk/client-resource-explorer-2';
import type { ResourceGroupsTaggingAPIClient } from '@aws-sdk/client-resource-groups-tagging-api';
import type { Route53Client } from '@aws-sdk/client-route-53';
import type { S3Client } from '@aws-sdk/client-s3';
import type { S3ControlClient } from '@aws-sdk/client-s3-control';
import type { SageMakerClient } from '@aws-sdk/client-sagemaker';
import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { SFNClient } from '@aws-sdk/client-sfn';
import type { SNSClient } from '@aws-sdk/client-sns';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { SSOAdminClient } from '@aws-sdk/client-sso-admin';
import type { SSMClient } from '@aws-sdk/client-ssm';
import { STSClient } from '@aws-sdk/client-sts';
import { clientSettings } from './client-settings.ts';
import type { Credentials } from './credentials.ts';

/**
 * The SDK clients of one account in one region. Each is made when it is first used. Those of services that few scans need
 * are promises, because their modules are loaded then, too: all of them at once would take a quarter of a second.
 */
export interface AwsClients {
  readonly apigateway: Promise<APIGatewayClient>;
  readonly apigatewayv2: Promise<ApiGatewayV2Client>;
  readonly apprunner: Promise<AppRunnerClient>;
  readonly backup: Promise<BackupClient>;
  readonly cloudfront: Promise<CloudFrontClient>;
  readonly cloudformation: Promise<CloudFormationClient>;
  readonly cloudtrail: Promise<CloudTrailClient>;
  readonly codebuild: Promise<CodeBuildClient>;
  readonly config: Promise<ConfigServiceClient>;
  readonly costExplorer: Promise<CostExplorerClient>;
  readonly directConnect: Promise<DirectConnectClient>;
  readonly dynamodb: Promise<DynamoDBClient>;
  readonly ec2: EC2Client;
  readonly ecr: Promise<ECRClient>;
  readonly ecrPublic: Promise<ECRPUBLICClient>;
  readonly ecs: Promise<ECSClient>;
  readonly efs: Promise<EFSClient>;
  readonly eks: Promise<EKSClient>;
  readonly elasticache: Promise<ElastiCacheClient>;
  /** Of a region that is not the clients' own: names are given away region by region. */
  elasticBeanstalk(region: string): Promise<ElasticBeanstalkClient>;
  readonly elb: ElasticLoadBalancingClient;
  readonly elbv2: ElasticLoadBalancingV2Client;
  readonly fsx: Promise<FSxClient>;
  readonly glacier: Promise<GlacierClient>;
  readonly globalAccelerator: Promise<GlobalAcceleratorClient>;
  readonly glue: Promise<GlueClient>;
  readonly iam: IAMClient;
  readonly identitystore: Promise<IdentitystoreClient>;
  readonly kafka: Promise<KafkaClient>;
  readonly kms: Promise<KMSClient>;
  readonly lambda: Promise<LambdaClient>;
  readonly lightsail: Promise<LightsailClient>;
  readonly logs: Promise<CloudWatchLogsClient>;
  readonly memorydb: Promise<MemoryDBClient>;
  readonly networkFirewall: Promise<NetworkFirewallClient>;
  readonly opensearch: Promise<OpenSearchClient>;
  readonly organizations: OrganizationsClient;
  readonly rds: RDSClient;
  readonly redshift: Promise<RedshiftClient>;
  readonly resourceExplorer: Promise<ResourceExplorer2Client>;
  readonly route53: Promise<Route53Client>;
  readonly s3: Promise<S3Client>;
  readonly s3control: Promise<S3ControlClient>;
  readonly sagemaker: Promise<SageMakerClient>;
  readonly secretsManager: Promise<SecretsManagerClient>;
  readonly sns: Promise<SNSClient>;
  readonly sqs: Promise<SQSClient>;
  readonly ssm: Promise<SSMClient>;
  readonly ssoAdmin: Promise<SSOAdminClient>;
  readonly states: Promise<SFNClient>;
  readonly tagging: Promise<ResourceGroupsTaggingAPIClient>;
  readonly sts: STSClient;
}

/** The clients of a session in a region; they honour AWS_ENDPOINT_URL as the SDK does. */
export function awsClients(session: { readonly credentials: () => Promise<Credentials> }, region: string): AwsClients {
  const settings = () => ({ ...clientSettings(), region, credentials: session.credentials });
  const beanstalks = new Map<string, Promise<ElasticBeanstalkClient>>();
  const made: { -readonly [Name in Exclude<keyof AwsClients, 'elasticBeanstalk'>]?: AwsClients[Name] } = {};
  return {
    get apigateway() {
      return (made.apigateway ??= import('./sdk/api-gateway.ts').then((sdk) =>
        unlogged(new sdk.APIGatewayClient(settings())),
      ));
    },
    get apigatewayv2() {
      return (made.apigatewayv2 ??= import('./sdk/apigatewayv2.ts').then((sdk) =>
        unlogged(new sdk.ApiGatewayV2Client(settings())),
      ));
    },
    get apprunner() {
      return (made.apprunner ??= import('./sdk/apprunner.ts').then((sdk) =>
        unlogged(new sdk.AppRunnerClient(settings())),
      ));
    },
    get backup() {
      return (made.backup ??= import('./sdk/backup.ts').then((sdk) => unlogged(new sdk.BackupClient(settings()))));
    },
    get cloudfront() {
      return (made.cloudfront ??= import('./sdk/cloudfront.ts').then((sdk) =>
        unlogged(new sdk.CloudFrontClient(settings())),
      ));
    },
    get cloudformation() {
      return (made.cloudformation ??= import('./sdk/cloudformation.ts').then((sdk) =>
        unlogged(new sdk.CloudFormationClient(settings())),
      ));
    },
    get cloudtrail() {
      return (made.cloudtrail ??= import('./sdk/cloudtrail.ts').then((sdk) =>
        unlogged(new sdk.CloudTrailClient(settings())),
      ));
    },
    get codebuild() {
      return (made.codebuild ??= import('./sdk/codebuild.ts').then((sdk) =>
        unlogged(new sdk.CodeBuildClient(settings())),
      ));
    },
    get config() {
      return (made.config ??= import('./sdk/config.ts').then((sdk) =>
        unlogged(new sdk.ConfigServiceClient(settings())),
      ));
    },
    get costExplorer() {
      return (made.costExplorer ??= import('./sdk/cost-explorer.ts').then((sdk) =>
        unlogged(new sdk.CostExplorerClient(settings())),
      ));
    },
    get directConnect() {
      return (made.directConnect ??= import('./sdk/direct-connect.ts').then((sdk) =>
        unlogged(new sdk.DirectConnectClient(settings())),
      ));
    },
    get dynamodb() {
      return (made.dynamodb ??= import('./sdk/dynamodb.ts').then((sdk) =>
        unlogged(new sdk.DynamoDBClient(settings())),
      ));
    },
    get ec2() {
      return (made.ec2 ??= unlogged(new EC2Client(settings())));
    },
    get ecr() {
      return (made.ecr ??= import('./sdk/ecr.ts').then((sdk) => unlogged(new sdk.ECRClient(settings()))));
    },
    get ecrPublic() {
      // One endpoint for all regions answers for the whole registry ("Amazon ECR Public endpoints and quotas").
      return (made.ecrPublic ??= import('./sdk/ecr-public.ts').then((sdk) =>
        unlogged(new sdk.ECRPUBLICClient({ ...settings(), region: 'us-east-1' })),
      ));
    },
    get ecs() {
      return (made.ecs ??= import('./sdk/ecs.ts').then((sdk) => unlogged(new sdk.ECSClient(settings()))));
    },
    get efs() {
      return (made.efs ??= import('./sdk/efs.ts').then((sdk) => unlogged(new sdk.EFSClient(settings()))));
    },
    get eks() {
      return (made.eks ??= import('./sdk/eks.ts').then((sdk) => unlogged(new sdk.EKSClient(settings()))));
    },
    get elasticache() {
      return (made.elasticache ??= import('./sdk/elasticache.ts').then((sdk) =>
        unlogged(new sdk.ElastiCacheClient(settings())),
      ));
    },
    elasticBeanstalk(at) {
      const client =
        beanstalks.get(at) ??
        import('./sdk/elastic-beanstalk.ts').then((sdk) =>
          unlogged(new sdk.ElasticBeanstalkClient({ ...settings(), region: at })),
        );
      beanstalks.set(at, client);
      return client;
    },
    get elb() {
      return (made.elb ??= unlogged(new ElasticLoadBalancingClient(settings())));
    },
    get elbv2() {
      return (made.elbv2 ??= unlogged(new ElasticLoadBalancingV2Client(settings())));
    },
    get fsx() {
      return (made.fsx ??= import('./sdk/fsx.ts').then((sdk) => unlogged(new sdk.FSxClient(settings()))));
    },
    get glacier() {
      return (made.glacier ??= import('./sdk/glacier.ts').then((sdk) => unlogged(new sdk.GlacierClient(settings()))));
    },
    get globalAccelerator() {
      // One endpoint for all regions ("AWS Global Accelerator endpoints and quotas").
      return (made.globalAccelerator ??= import('./sdk/global-accelerator.ts').then((sdk) =>
        unlogged(new sdk.GlobalAcceleratorClient({ ...settings(), region: 'us-west-2' })),
      ));
    },
    get glue() {
      return (made.glue ??= import('./sdk/glue.ts').then((sdk) => unlogged(new sdk.GlueClient(settings()))));
    },
    get iam() {
      return (made.iam ??= unlogged(new IAMClient(settings())));
    },
    get identitystore() {
      return (made.identitystore ??= import('./sdk/identitystore.ts').then((sdk) =>
        unlogged(new sdk.IdentitystoreClient(settings())),
      ));
    },
    get kafka() {
      return (made.kafka ??= import('./sdk/kafka.ts').then((sdk) => unlogged(new sdk.KafkaClient(settings()))));
    },
    get kms() {
      return (made.kms ??= import('./sdk/kms.ts').then((sdk) => unlogged(new sdk.KMSClient(settings()))));
    },
    get lambda() {
      return (made.lambda ??= import('./sdk/lambda.ts').then((sdk) => unlogged(new sdk.LambdaClient(settings()))));
    },
    get lightsail() {
      return (made.lightsail ??= import('./sdk/lightsail.ts').then((sdk) =>
        unlogged(new sdk.LightsailClient(settings())),
      ));
    },
    get logs() {
      return (made.logs ??= import('./sdk/cloudwatch-logs.ts').then((sdk) =>
        unlogged(new sdk.CloudWatchLogsClient(settings())),
      ));
    },
    get memorydb() {
      return (made.memorydb ??= import('./sdk/memorydb.ts').then((sdk) =>
        unlogged(new sdk.MemoryDBClient(settings())),
      ));
    },
    get networkFirewall() {
      return (made.networkFirewall ??= import('./sdk/network-firewall.ts').then((sdk) =>
        unlogged(new sdk.NetworkFirewallClient(settings())),
      ));
    },
    get opensearch() {
      return (made.opensearch ??= import('./sdk/opensearch.ts').then((sdk) =>
        unlogged(new sdk.OpenSearchClient(settings())),
      ));
    },
    get organizations() {
      return (made.organizations ??= unlogged(new OrganizationsClient(settings())));
    },
    get rds() {
      return (made.rds ??= unlogged(new RDSClient(settings())));
    },
    get redshift() {
      return (made.redshift ??= import('./sdk/redshift.ts').then((sdk) =>
        unlogged(new sdk.RedshiftClient(settings())),
      ));
    },
    get resourceExplorer() {
      return (made.resourceExplorer ??= import('./sdk/resource-explorer.ts').then((sdk) =>
        unlogged(new sdk.ResourceExplorer2Client(settings())),
      ));
    },
    get route53() {
      return (made.route53 ??= import('./sdk/route53.ts').then((sdk) => unlogged(new sdk.Route53Client(settings()))));
    },
    get s3() {
      // A bucket is asked in its own region, which S3 names in its answer to any other.
      return (made.s3 ??= import('./sdk/s3.ts').then((sdk) =>
        unlogged(pathsAtEndpoint(new sdk.S3Client({ ...settings(), followRegionRedirects: true }))),
      ));
    },
    get s3control() {
      return (made.s3control ??= import('./sdk/s3-control.ts').then((sdk) =>
        unlogged(atEndpoint(new sdk.S3ControlClient(settings()))),
      ));
    },
    get sagemaker() {
      return (made.sagemaker ??= import('./sdk/sagemaker.ts').then((sdk) =>
        unlogged(new sdk.SageMakerClient(settings())),
      ));
    },
    get secretsManager() {
      return (made.secretsManager ??= import('./sdk/secrets-manager.ts').then((sdk) =>
        unlogged(new sdk.SecretsManagerClient(settings())),
      ));
    },
    get sns() {
      return (made.sns ??= import('./sdk/sns.ts').then((sdk) => unlogged(new sdk.SNSClient(settings()))));
    },
    get sqs() {
      // A queue's URL names a host, and credentials go to no host but that of the clients' own endpoint.
      return (made.sqs ??= import('./sdk/sqs.ts').then((sdk) =>
        unlogged(new sdk.SQSClient({ ...settings(), useQueueUrlAsEndpoint: false })),
      ));
    },
    get ssm() {
      return (made.ssm ??= import('./sdk/ssm.ts').then((sdk) => unlogged(new sdk.SSMClient(settings()))));
    },
    get ssoAdmin() {
      return (made.ssoAdmin ??= import('./sdk/sso-admin.ts').then((sdk) =>
        unlogged(new sdk.SSOAdminClient(settings())),
      ));
    },
    get states() {
      return (made.states ??= import('./sdk/states.ts').then((sdk) => unlogged(new sdk.SFNClient(settings()))));
    },
    get tagging() {
      return (made.tagging ??= import('./sdk/tagging.ts').then((sdk) =>
        unlogged(new sdk.ResourceGroupsTaggingAPIClient(settings())),
      ));
    },
    get sts() {
      return (made.sts ??= unlogged(new STSClient(settings())));
    },
  };
}

/** S3 Control puts the account before the host, which an endpoint of the caller's own has no name for. */
function atEndpoint(client: S3ControlClient): S3ControlClient {
  const { endpointProvider } = client.config;
  client.config.endpointProvider = (parameters, context) =>
    typeof parameters.Endpoint === 'string'
      ? { url: new URL(parameters.Endpoint) }
      : endpointProvider(parameters, context);
  return client;
}

/** S3 puts a bucket with dots in its name before a host that is an address, where the endpoint is the caller's own. */
function pathsAtEndpoint(client: S3Client): S3Client {
  const { endpointProvider } = client.config;
  client.config.endpointProvider = (parameters, context) =>
    endpointProvider(
      typeof parameters.Endpoint === 'string' ? { ...parameters, ForcePathStyle: true } : parameters,
      context,
    );
  return client;
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
