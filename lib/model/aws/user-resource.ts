import type { Resource } from '../resource.ts';
import type { Unit } from '../unit.ts';
import { awsResource } from './aws-resource.ts';
import type { CredentialRow } from './credential-report.ts';

/** The IAM user that a row of the credential report describes. */
export function userResource(unit: Unit, { arn, user }: CredentialRow): Resource {
  return awsResource(unit, { type: 'iam-user', id: arn, name: user });
}
