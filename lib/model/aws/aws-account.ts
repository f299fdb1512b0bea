import type { Resource } from '../resource.ts';
import type { Unit } from '../unit.ts';
import { awsResource } from './aws-resource.ts';

/** The account that is judged, as a resource of its own. */
export function awsAccount(unit: Unit): Resource {
  const resource = awsResource(unit, { type: 'aws-account', id: '', name: '' });
  return { ...resource, id: `aws:${resource.account}`, name: resource.account };
}
