import type { Resource } from '../resource.ts';
import type { Unit } from '../unit.ts';
import { awsResource } from './aws-resource.ts';

/** The root user of the account that is judged. */
export function rootUser(unit: Unit): Resource {
  const account = awsResource(unit, { type: 'iam-root-user', id: '', name: 'root' });
  return { ...account, id: `arn:aws:iam::${account.account}:root` };
}
