import { EC2Client } from '@aws-sdk/client-ec2';
import { ElasticLoadBalancingClient } from '@aws-sdk/client-elastic-load-balancing';
import { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { IAMClient } from '@aws-sdk/client-iam';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { RDSClient } from '@aws-sdk/client-rds';
import { STSClient } from '@aws-sdk/client-sts';
import { clientSettings } from './client-settings.ts';
import type { Credentials } from './credentials.ts';

/** The SDK clients of one account in one region. Each is made when it is first used. */
export interface AwsClients {
  readonly ec2: EC2Client;
  readonly elb: ElasticLoadBalancingClient;
  readonly elbv2: ElasticLoadBalancingV2Client;
  readonly iam: IAMClient;
  readonly organizations: OrganizationsClient;
  readonly rds: RDSClient;
  readonly sts: STSClient;
}

/** The clients of a session in a region; they honour AWS_ENDPOINT_URL as the SDK does. */
export function awsClients(session: { readonly credentials: () => Promise<Credentials> }, region: string): AwsClients {
  const settings = () => ({ ...clientSettings(), region, credentials: session.credentials });
  const made: { -readonly [Name in keyof AwsClients]?: AwsClients[Name] } = {};
  return {
    get ec2() {
      return (made.ec2 ??= unlogged(new EC2Client(settings())));
    },
    get elb() {
      return (made.elb ??= unlogged(new ElasticLoadBalancingClient(settings())));
    },
    get elbv2() {
      return (made.elbv2 ??= unlogged(new ElasticLoadBalancingV2Client(settings())));
    },
    get iam() {
      return (made.iam ??= unlogged(new IAMClient(settings())));
    },
    get organizations() {
      return (made.organizations ??= unlogged(new OrganizationsClient(settings())));
    },
    get rds() {
      return (made.rds ??= unlogged(new RDSClient(settings())));
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
