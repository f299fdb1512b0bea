import type { Resource } from '../resource.ts';
import type { Unit } from '../unit.ts';
import { awsResource } from './aws-resource.ts';
import type { PrincipalAccess } from './principal-access.ts';

/** A user or role as the resource that a finding is about. */
export function principalResource(
  unit: Unit,
  { kind, arn, name }: Pick<PrincipalAccess, 'kind' | 'arn' | 'name'>,
): Resource {
  return awsResource(unit, { type: `iam-${kind}`, id: arn, name });
}
