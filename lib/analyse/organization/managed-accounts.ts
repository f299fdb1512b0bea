import type { ManagedAccounts } from '../../model/aws/organization.ts';
import type { AnalysisDefinition } from '../analysis.ts';

/** `aws.managedAccounts`: the accounts of the organization that the account manages; none for all others. */
export const managedAccounts: AnalysisDefinition<'aws.managedAccounts'> = {
  per: 'aws-account',
  requires: [],
  uses: [],
  answers: ['organizations:DescribeOrganization'],
  analyse: ({ organization, account }): ManagedAccounts => {
    if (organization === 'none') return { accounts: [] };
    if (!organization)
      return unread('organizations:DescribeOrganization', 'whether the account manages an organization is not known');
    if (organization.managementAccount !== account) return { accounts: [] };
    const { listed } = organization;
    if (listed) return { accounts: listed };
    return unread(
      'organizations:ListAccounts',
      'the accounts of the organization were not listed: scan the organization',
    );
  },
};

function unread(operation: string, message: string): ManagedAccounts {
  return { accounts: [], unread: { operation, code: 'NotCollected', message } };
}
