import * as apprunner from '@aws-sdk/client-apprunner';
import * as cloudformation from '@aws-sdk/client-cloudformation';
import * as codebuild from '@aws-sdk/client-codebuild';
import * as ec2 from '@aws-sdk/client-ec2';
import * as ecs from '@aws-sdk/client-ecs';
import * as elb from '@aws-sdk/client-elastic-load-balancing';
import * as elbv2 from '@aws-sdk/client-elastic-load-balancing-v2';
import * as glue from '@aws-sdk/client-glue';
import * as iam from '@aws-sdk/client-iam';
import * as lambda from '@aws-sdk/client-lambda';
import * as organizations from '@aws-sdk/client-organizations';
import * as rds from '@aws-sdk/client-rds';
import * as sagemaker from '@aws-sdk/client-sagemaker';
import * as sfn from '@aws-sdk/client-sfn';
import * as sns from '@aws-sdk/client-sns';
import * as ssm from '@aws-sdk/client-ssm';
import * as sts from '@aws-sdk/client-sts';
import { ec2Codes, jsonCodes, jsonServiceCodes, queryCodes, restJsonCodes, type ErrorCodes } from './error-codes.ts';
import { ec2PageSize, lambdaPageSize, type PageSize } from './page-size.ts';

/** How a service speaks, and where its schemas stand. Adding a service is one entry in {@link services}. */
export interface Service {
  /** The prefix of its operations in a snapshot, which is that of its IAM actions but for the load balancers. */
  readonly id: string;
  readonly signingName: string;
  readonly protocol: 'ec2' | 'query' | 'json-1.0' | 'json-1.1' | 'rest-json';
  /** The API's version: what tells the two load balancer services apart, which share a signing name. */
  readonly version: string;
  /** The XML namespace of its answers. */
  readonly namespace: string;
  /** The SDK client's module, which exports the schema of `DescribeVpcs` as `DescribeVpcs$`. */
  readonly schemas: Readonly<Record<string, unknown>>;
  /** Answered from the account's global unit, or the organization's, whatever the region. */
  readonly global: boolean;
  readonly codes: ErrorCodes;
  readonly pageSize: (operation: string) => PageSize;
}

const fixed = (min: number, max: number, standard: number) => (): PageSize => ({ min, max, standard });
const unpaged = fixed(1, 1000, 1000);

/** Page sizes: the services' API references, at each operation's MaxResults, MaxItems, MaxRecords or PageSize. */
export const services: readonly Service[] = [
  {
    id: 'sts',
    signingName: 'sts',
    protocol: 'query',
    version: '2011-06-15',
    namespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
    schemas: sts,
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
    schemas: iam,
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
    schemas: organizations,
    global: true,
    codes: jsonCodes,
    pageSize: fixed(1, 20, 20),
  },
  {
    id: 'ec2',
    signingName: 'ec2',
    protocol: 'ec2',
    version: '2016-11-15',
    namespace: 'http://ec2.amazonaws.com/doc/2016-11-15/',
    schemas: ec2,
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
    schemas: elb,
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
    schemas: elbv2,
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
    schemas: rds,
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
    schemas: sns,
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
    schemas: lambda,
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
    schemas: ssm,
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
    schemas: cloudformation,
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
    schemas: codebuild,
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
    schemas: ecs,
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
    schemas: glue,
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
    schemas: sagemaker,
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
    schemas: sfn,
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
    schemas: apprunner,
    global: false,
    codes: { ...jsonServiceCodes, invalid: 'InvalidRequestException' },
    pageSize: fixed(1, 20, 20),
  },
];

/** The service that a request is signed for; `version` matters only where services share a signing name. */
export function findService(signingName: string, version: string | undefined): Service | undefined {
  const candidates = services.filter((service) => service.signingName === signingName);
  return candidates.find((service) => service.version === version) ?? candidates[0];
}
