import type { Resource } from '../resource.ts';
import { isAwsUnit, type Unit } from '../unit.ts';

/** A resource of the account and region that is judged. Throws for a unit that is no AWS account: a bug in the caller. */
export function awsResource(unit: Unit, resource: Pick<Resource, 'type' | 'id' | 'name'>): Resource {
  if (!isAwsUnit(unit)) throw new TypeError('an AWS resource was named in a unit that is no AWS account');
  return { provider: 'aws', account: unit.account, region: unit.region, ...resource };
}

/** The region that is judged, for what can only be said of it as a whole. */
export function regionResource(unit: Unit): Resource {
  const { account, region, ...rest } = awsResource(unit, { type: 'aws-region', id: '', name: '' });
  return { ...rest, account, region, id: `aws:${account}:${region}`, name: region };
}
