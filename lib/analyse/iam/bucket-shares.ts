import type { AnalysisDefinition } from '../analysis.ts';
import { sharesOf } from './shares/shares-of.ts';

/** `aws.bucketShares`: whom the buckets of an account let in from outside of it by their policies. */
export const bucketShares: AnalysisDefinition<'aws.bucketShares'> = {
  per: 'aws-account',
  requires: ['aws.bucketPolicies'],
  uses: [],
  answers: ['organizations:DescribeOrganization'],
  analyse: (sources) => sharesOf(sources.part('aws.bucketPolicies') ?? { policies: [], unread: [] }, sources),
};
