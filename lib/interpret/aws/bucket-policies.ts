import { readWhole, type PartDefinition } from '../part.ts';
import { buckets } from './policies/buckets.ts';
import { readPolicies } from './policies/read-policies.ts';

/** `aws.bucketPolicies`: the buckets of an account with their policies. */
export const bucketPolicies: PartDefinition<'aws.bucketPolicies'> = {
  per: 'aws-account',
  operations: [buckets.operation],
  optional: buckets.more,
  interpret: (answers, unit, how = readWhole) => readPolicies([buckets], answers, unit, how),
};
