import type { Cloud, Handler } from './handlers/handler.ts';
import { generateCredentialReport, getAccountPasswordPolicy, getCredentialReport } from './handlers/iam.ts';
import { getBucketLocation } from './handlers/bucket-location.ts';
import { checkDnsAvailability } from './handlers/elastic-beanstalk.ts';
import {
  generateOrganizationsAccessReport,
  generateServiceLastAccessedDetails,
  getOrganizationsAccessReport,
  getServiceLastAccessedDetails,
} from './handlers/last-accessed.ts';
import { identityCenter } from './handlers/identity-center.ts';
import { organizations } from './handlers/organizations.ts';
import { publish } from './handlers/sns.ts';
import { assumeRole, getCallerIdentity } from './handlers/sts.ts';
import type { JsonObject } from './json-value.ts';
import { operationName, type AwsRequest } from './request.ts';
import { snapshotAnswer } from './snapshot-answer.ts';

/** Operations that do more than read a snapshot. */
const handlers: Readonly<Record<string, Handler>> = {
  'elasticbeanstalk:CheckDNSAvailability': checkDnsAvailability,
  's3:GetBucketLocation': getBucketLocation,
  'iam:GenerateCredentialReport': generateCredentialReport,
  'iam:GenerateOrganizationsAccessReport': generateOrganizationsAccessReport,
  'iam:GenerateServiceLastAccessedDetails': generateServiceLastAccessedDetails,
  'iam:GetAccountPasswordPolicy': getAccountPasswordPolicy,
  'iam:GetCredentialReport': getCredentialReport,
  'iam:GetOrganizationsAccessReport': getOrganizationsAccessReport,
  'iam:GetServiceLastAccessedDetails': getServiceLastAccessedDetails,
  'sns:Publish': publish,
  'sts:AssumeRole': assumeRole,
  'sts:GetCallerIdentity': getCallerIdentity,
};

/** Services whose operations have a condition in common. */
const ofService: Readonly<Record<string, Handler>> = {
  organizations,
  'sso-admin': identityCenter,
  identitystore: identityCenter,
};

/** The output of an operation, in the SDK's shape. Throws AwsError, or BrokenConnection. */
export function answer(request: AwsRequest, cloud: Cloud): JsonObject {
  const handler = handlers[operationName(request)] ?? ofService[request.service.id];
  return handler ? handler(request, cloud) : snapshotAnswer(cloud.units, request);
}
