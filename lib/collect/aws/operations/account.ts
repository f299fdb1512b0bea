import { DescribeRegionsCommand } from '@aws-sdk/client-ec2';
import { DescribeOrganizationCommand, ListAccountsCommand } from '@aws-sdk/client-organizations';
import { defineOperation } from '../operation.ts';

/** Which regions an account can use: asked of its home region. */
export const describeRegions = defineOperation({
  id: 'ec2:DescribeRegions',
  per: 'account',
  budget: 'ec2',
  call: ({ ec2 }, options) => ec2.send(new DescribeRegionsCommand({}), options),
});

/** What the management account, or a delegated administrator, sees of the organization. */
export const organizationOperations = [
  defineOperation({
    id: 'organizations:DescribeOrganization',
    per: 'organization',
    budget: 'organizations',
    call: ({ organizations }, options) => organizations.send(new DescribeOrganizationCommand({}), options),
  }),
  defineOperation({
    id: 'organizations:ListAccounts',
    per: 'organization',
    budget: 'organizations',
    call: ({ organizations }, options, page) =>
      organizations.send(new ListAccountsCommand({ NextToken: page }), options),
    next: (output) => output.NextToken,
  }),
];
