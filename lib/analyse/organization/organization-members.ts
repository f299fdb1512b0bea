import type { AnalysisDefinition } from '../analysis.ts';

/** `aws.organizationMembers`: the accounts that belong together with this one. */
export const organizationMembers: AnalysisDefinition<'aws.organizationMembers'> = {
  // Of a region, so that it is there even where nothing of the account itself was read.
  per: 'aws-region',
  requires: [],
  uses: [],
  answers: ['organizations:DescribeOrganization'],
  analyse: ({ organization }) => {
    if (organization === 'none') return { accounts: [], complete: true };
    if (!organization) return { accounts: [], complete: false };
    const { accounts, managementAccount } = organization;
    return { accounts: [...new Set([managementAccount, ...accounts])], complete: accounts.length > 0 };
  },
};
