import type { AnalysisDefinition } from '../analysis.ts';
import { sharesOf } from './shares/shares-of.ts';

/** `aws.resourceShares`: whom the resources of a region let in from outside of the account by their own policies. */
export const resourceShares: AnalysisDefinition<'aws.resourceShares'> = {
  per: 'aws-region',
  requires: ['aws.resourcePolicies'],
  uses: [],
  answers: ['organizations:DescribeOrganization'],
  analyse: (sources) => sharesOf(sources.part('aws.resourcePolicies') ?? { policies: [], unread: [] }, sources),
};
