import {
  ec2Codes,
  jsonCodes,
  jsonServiceCodes,
  queryCodes,
  restJsonCodes,
  s3Codes,
  type ErrorCodes,
} from './error-codes.ts';
import { ec2PageSize, lambdaPageSize, type PageSize } from './page-size.ts';

/** How a service speaks, and its schemas. */
export interface Service extends Omit<ServiceEntry, 'load'> {
  /** The SDK client's module, which exports the schema of `DescribeVpcs` as `DescribeVpcs$`. */
  readonly schemas: Readonly<Record<string, unknown>>;
}

/** How a service speaks, and where its schemas stand. Adding a service is one entry in {@link entries}. */
interface ServiceEntry {
  /** The prefix of its operations in a snapshot, which is that of its IAM actions but for the load balancers. */
  readonly id: string;
  readonly signingName: string;
  readonly protocol: 'ec2' | 'query' | 'json-1.0' | 'json-1.1' | 'rest-json' | 'rest-xml';
  /** The API's version: what tells the two load balancer services apart, which share a signing name. */
  readonly version: string;
  /** The XML namespace of its answers. */
  readonly namespace: string;
  /** Loads the SDK client's module: when it is first asked for, because all of them together take half a second. */
  readonly load: () => Promise<Service['schemas']>;
  /** Answered from the account's global unit, or the organization's, whatever the region. */
  readonly global: boolean;
  readonly codes: ErrorCodes;
  readonly pageSize: (operation: string) => PageSize;
}

const fixed = (min: number, max: number, standard: number) => (): PageSize => ({ min, max, standard });
const unpaged = fixed(1, 1000, 1000);

/** Page sizes: the services' API references, at each operation's MaxResults, MaxItems, MaxRecords or PageSize. */
const entries: readonly ServiceEntry[] = [
  {
    id: 'sts',
    signingName: 'sts',
    protocol: 'query',
    version: '2011-06-15',
    namespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
    load: () => import('@aws-sdk/client-sts'),
    global: false,
    codes: queryCodes,
    pageSize: unpaged,
  },
  {
    id: 'iam',
    signingName: 'iam',
    protocol: 'query',
    version: '2010-05-08',
    namespace: 'https://iam.amazonaws.com/doc/2010-05-08/',
    load: () => import('@aws-sdk/client-iam'),
    global: true,
    codes: queryCodes,
    pageSize: fixed(1, 1000, 100),
  },
  {
    id: 'organizations',
    signingName: 'organizations',
    protocol: 'json-1.1',
    version: '2016-11-28',
    namespace: '',
    load: () => import('@aws-sdk/client-organizations'),
    global: true,
    codes: jsonCodes,
    pageSize: fixed(1, 20, 20),
  },
  {
    id: 'sso-admin',
    signingName: 'sso',
    protocol: 'json-1.1',
    version: '2020-07-20',
    namespace: '',
    load: () => import('@aws-sdk/client-sso-admin'),
    global: true,
    codes: jsonServiceCodes,
    pageSize: fixed(1, 100, 100),
  },
  {
    id: 'identitystore',
    signingName: 'identitystore',
    protocol: 'json-1.1',
    version: '2020-06-15',
    namespace: '',
    load: () => import('@aws-sdk/client-identitystore'),
    global: true,
    codes: jsonServiceCodes,
    pageSize: fixed(1, 100, 100),
  },
  {
    id: 'ec2',
    signingName: 'ec2',
    protocol: 'ec2',
    version: '2016-11-15',
    namespace: 'http://ec2.amazonaws.com/doc/2016-11-15/',
    load: () => import('@aws-sdk/client-ec2'),
    global: false,
    codes: ec2Codes,
    pageSize: ec2PageSize,
  },
  {
    id: 'elb',
    signingName: 'elasticloadbalancing',
    protocol: 'query',
    version: '2012-06-01',
    namespace: 'http://elasticloadbalancing.amazonaws.com/doc/2012-06-01/',
    load: () => import('@aws-sdk/client-elastic-load-balancing'),
    global: false,
    codes: queryCodes,
    pageSize: fixed(1, 400, 400),
  },
  {
    id: 'elbv2',
    signingName: 'elasticloadbalancing',
    protocol: 'query',
    version: '2015-12-01',
    namespace: 'http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/',
    load: () => import('@aws-sdk/client-elastic-load-balancing-v2'),
    global: false,
    codes: queryCodes,
    pageSize: fixed(1, 400, 400),
  },
  {
    id: 'rds',
    signingName: 'rds',
    protocol: 'query',
    version: '2014-10-31',
    namespace: 'http://rds.amazonaws.com/doc/2014-10-31/',
    load: () => import('@aws-sdk/client-rds'),
    global: false,
    codes: { ...queryCodes, invalid: 'InvalidParameterValue' },
    pageSize: fixed(20, 100, 100),
  },
  {
    id: 'sns',
    signingName: 'sns',
    protocol: 'query',
    version: '2010-03-31',
    namespace: 'http://sns.amazonaws.com/doc/2010-03-31/',
    load: () => import('@aws-sdk/client-sns'),
    global: false,
    codes: { ...queryCodes, denied: ['AuthorizationError', 403], invalid: 'InvalidParameter' },
    pageSize: fixed(1, 100, 100),
  },
  {
    id: 'lambda',
    signingName: 'lambda',
    protocol: 'rest-json',
    version: '2015-03-31',
    namespace: '',
    load: () => import('@aws-sdk/client-lambda'),
    global: false,
    codes: restJsonCodes,
    pageSize: lambdaPageSize,
  },
  {
    id: 'ssm',
    signingName: 'ssm',
    protocol: 'json-1.1',
    version: '2014-11-06',
    namespace: '',
    load: () => import('@aws-sdk/client-ssm'),
    global: false,
    codes: jsonServiceCodes,
    pageSize: fixed(5, 50, 50),
  },
  {
    id: 'cloudformation',
    signingName: 'cloudformation',
    protocol: 'query',
    version: '2010-05-15',
    namespace: 'http://cloudformation.amazonaws.com/doc/2010-05-15/',
    load: () => import('@aws-sdk/client-cloudformation'),
    global: false,
    codes: queryCodes,
    pageSize: fixed(1, 100, 100),
  },
  {
    id: 'codebuild',
    signingName: 'codebuild',
    protocol: 'json-1.1',
    version: '2016-10-06',
    namespace: '',
    load: () => import('@aws-sdk/client-codebuild'),
    global: false,
    codes: { ...jsonServiceCodes, invalid: 'InvalidInputException' },
    pageSize: fixed(1, 100, 100),
  },
  {
    id: 'ecs',
    signingName: 'ecs',
    protocol: 'json-1.1',
    version: '2014-11-13',
    namespace: '',
    load: () => import('@aws-sdk/client-ecs'),
    global: false,
    codes: { ...jsonServiceCodes, invalid: 'InvalidParameterException' },
    pageSize: fixed(1, 100, 100),
  },
  {
    id: 'glue',
    signingName: 'glue',
    protocol: 'json-1.1',
    version: '2017-03-31',
    namespace: '',
    load: () => import('@aws-sdk/client-glue'),
    global: false,
    codes: { ...jsonServiceCodes, invalid: 'InvalidInputException' },
    pageSize: fixed(1, 1000, 1000),
  },
  {
    id: 'sagemaker',
    signingName: 'sagemaker',
    protocol: 'json-1.1',
    version: '2017-07-24',
    namespace: '',
    load: () => import('@aws-sdk/client-sagemaker'),
    global: false,
    codes: jsonServiceCodes,
    pageSize: fixed(1, 100, 10),
  },
  {
    id: 'states',
    signingName: 'states',
    protocol: 'json-1.0',
    version: '2016-11-23',
    namespace: '',
    load: () => import('@aws-sdk/client-sfn'),
    global: false,
    codes: jsonServiceCodes,
    pageSize: fixed(0, 1000, 100),
  },
  {
    id: 'apprunner',
    signingName: 'apprunner',
    protocol: 'json-1.0',
    version: '2020-05-15',
    namespace: '',
    load: () => import('@aws-sdk/client-apprunner'),
    global: false,
    codes: { ...jsonServiceCodes, invalid: 'InvalidRequestException' },
    pageSize: fixed(1, 20, 20),
  },
  {
    id: 'redshift',
    signingName: 'redshift',
    protocol: 'query',
    version: '2012-12-01',
    namespace: 'http://redshift.amazonaws.com/doc/2012-12-01/',
    load: () => import('@aws-sdk/client-redshift'),
    global: false,
    codes: { ...queryCodes, invalid: 'InvalidParameterValue' },
    pageSize: fixed(20, 100, 100),
  },
  {
    id: 'kafka',
    signingName: 'kafka',
    protocol: 'rest-json',
    version: '2018-11-14',
    namespace: '',
    load: () => import('@aws-sdk/client-kafka'),
    global: false,
    codes: restJsonCodes,
    pageSize: fixed(1, 100, 100),
  },
  {
    id: 'globalaccelerator',
    signingName: 'globalaccelerator',
    protocol: 'json-1.1',
    version: '2018-08-08',
    namespace: '',
    load: () => import('@aws-sdk/client-global-accelerator'),
    global: true,
    codes: jsonServiceCodes,
    pageSize: fixed(1, 100, 10),
  },
  {
    id: 'cloudfront',
    signingName: 'cloudfront',
    protocol: 'rest-xml',
    version: '2020-05-31',
    namespace: 'http://cloudfront.amazonaws.com/doc/2020-05-31/',
    load: () => import('@aws-sdk/client-cloudfront'),
    global: true,
    codes: { ...queryCodes, invalid: 'InvalidArgument' },
    pageSize: fixed(1, 100, 100),
  },
  {
    id: 'directconnect',
    signingName: 'directconnect',
    protocol: 'json-1.1',
    version: '2012-10-25',
    namespace: '',
    load: () => import('@aws-sdk/client-direct-connect'),
    global: false,
    codes: jsonServiceCodes,
    pageSize: fixed(1, 100, 100),
  },
  {
    id: 'network-firewall',
    signingName: 'network-firewall',
    protocol: 'json-1.0',
    version: '2020-11-12',
    namespace: '',
    load: () => import('@aws-sdk/client-network-firewall'),
    global: false,
    codes: jsonServiceCodes,
    pageSize: fixed(1, 100, 100),
  },
  {
    id: 'apigateway',
    signingName: 'apigateway',
    protocol: 'rest-json',
    version: '2015-07-09',
    namespace: '',
    load: () => import('@aws-sdk/client-api-gateway'),
    global: false,
    codes: restJsonCodes,
    pageSize: fixed(1, 500, 25),
  },
  {
    id: 'apigatewayv2',
    signingName: 'apigateway',
    protocol: 'rest-json',
    version: '2018-11-29',
    namespace: '',
    load: () => import('@aws-sdk/client-apigatewayv2'),
    global: false,
    codes: restJsonCodes,
    pageSize: fixed(1, 100, 25),
  },
  {
    id: 'eks',
    signingName: 'eks',
    protocol: 'rest-json',
    version: '2017-11-01',
    namespace: '',
    load: () => import('@aws-sdk/client-eks'),
    global: false,
    codes: restJsonCodes,
    pageSize: fixed(1, 100, 100),
  },
  {
    id: 'es',
    signingName: 'es',
    protocol: 'rest-json',
    version: '2021-01-01',
    namespace: '',
    load: () => import('@aws-sdk/client-opensearch'),
    global: false,
    codes: restJsonCodes,
    pageSize: unpaged,
  },
  {
    id: 's3',
    signingName: 's3',
    protocol: 'rest-xml',
    version: '2006-03-01',
    namespace: 'http://s3.amazonaws.com/doc/2006-03-01/',
    load: () => import('@aws-sdk/client-s3'),
    global: true,
    codes: s3Codes,
    pageSize: fixed(1, 10_000, 10_000),
  },
  {
    id: 's3control',
    signingName: 's3',
    protocol: 'rest-xml',
    version: '2018-08-20',
    namespace: 'http://s3.amazonaws.com/doc/2006-03-01/',
    load: () => import('@aws-sdk/client-s3-control'),
    global: true,
    codes: s3Codes,
    pageSize: unpaged,
  },
];

/** The service that a request is signed for; `version` matters only where services share a signing name. */
export async function findService(signingName: string, version: string | undefined): Promise<Service | undefined> {
  const candidates = entries.filter((service) => service.signingName === signingName);
  const entry = candidates.find((service) => service.version === version) ?? candidates[0];
  return entry && loaded(entry);
}

/** Every service. */
export function allServices(): Promise<readonly Service[]> {
  return Promise.all(entries.map(loaded));
}

const known = new Map<ServiceEntry, Promise<Service>>();

function loaded(entry: ServiceEntry): Promise<Service> {
  const service = known.get(entry) ?? entry.load().then((schemas) => ({ ...entry, schemas }));
  known.set(entry, service);
  return service;
}
