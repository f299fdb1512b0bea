import type { OrganizationMembers } from '../../model/aws/organization-members.ts';
import type { AnalysisDefinition, AnalysisSources } from '../analysis.ts';

/** `aws.organizationMembers`: the accounts that belong together with this one. */
export const organizationMembers: AnalysisDefinition<'aws.organizationMembers'> = {
  // Of a region, so that it is there even where nothing of the account itself was read.
  per: 'aws-region',
  requires: [],
  uses: [],
  answers: ['organizations:DescribeOrganization'],
  analyse: ({ organization }) => membersOf(organization),
};

/** The accounts of an organization, as far as they were listed. */
export function membersOf(organization: AnalysisSources['organization']): OrganizationMembers {
  if (organization === 'none') return { accounts: [], complete: true };
  if (!organization) return { accounts: [], complete: false };
  const { accounts, managementAccount } = organization;
  return { accounts: [...new Set([managementAccount, ...accounts])], complete: accounts.length > 0 };
}
