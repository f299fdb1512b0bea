import type { Resource } from '../resource.ts';
import { isAwsUnit, type Unit } from '../unit.ts';

/** A resource of the account and region that is judged. Throws for a unit that is no AWS account: a bug in the caller. */
export function awsResource(unit: Unit, resource: Pick<Resource, 'type' | 'id' | 'name'>): Resource {
  if (!isAwsUnit(unit)) throw new TypeError('an AWS resource was named in a unit that is no AWS account');
  return { provider: 'aws', account: unit.account, region: unit.region, ...resource };
}

/** The region that is judged, for what can only be said of it as a whole. */
export function regionResource(unit: Unit): Resource {
  if (!isAwsUnit(unit)) throw new TypeError('an AWS region was named in a unit that is no AWS account');
  const { account, region } = unit;
  return awsResource(unit, { type: 'aws-region', id: `aws:${account}:${region}`, name: region });
}

/** What a region has of one kind, for what can only be said of it as a whole. */
export function regionKindResource(unit: Unit, kind: string): Resource {
  const region = regionResource(unit);
  return { ...region, id: `${region.id}:${kind}`, name: `${region.name} ${kind}` };
}
