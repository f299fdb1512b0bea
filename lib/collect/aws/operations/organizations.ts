import {
  DescribeOrganizationCommand,
  DescribePolicyCommand,
  ListAccountsCommand,
  ListAccountsForParentCommand,
  ListOrganizationalUnitsForParentCommand,
  ListPoliciesCommand,
  ListRootsCommand,
  ListTargetsForPolicyCommand,
  type ListOrganizationalUnitsForParentResponse,
  type ListPoliciesResponse,
  type ListRootsResponse,
  type PolicyType,
} from '@aws-sdk/client-organizations';
import { defineOperation } from '../operation.ts';

type Parent = Readonly<{ ParentId: string }>;

const roots = 'organizations:ListRoots';
const units = 'organizations:ListOrganizationalUnitsForParent';
const policies = 'organizations:ListPolicies';
const ofOrganization = { per: 'organization', budget: 'organizations' } as const;

/** What organization the account is in, if any: every member may ask. */
export const ownOrganization = defineOperation({
  id: 'organizations:DescribeOrganization',
  per: 'account',
  budget: 'organizations',
  call: ({ organizations }, options) => organizations.send(new DescribeOrganizationCommand({}), options),
  absent: ['AWSOrganizationsNotInUseException'],
});

/** The organization that the management account, or a delegated administrator, reads as a whole. */
export const describeOrganization = defineOperation({
  ...ofOrganization,
  id: 'organizations:DescribeOrganization',
  call: ({ organizations }, options) => organizations.send(new DescribeOrganizationCommand({}), options),
});

/** Its accounts. */
export const listAccounts = defineOperation({
  ...ofOrganization,
  id: 'organizations:ListAccounts',
  call: ({ organizations }, options, page) => organizations.send(new ListAccountsCommand({ NextToken: page }), options),
  next: (output) => output.NextToken,
});

/** Where its accounts stand, and the service and resource control policies above them. */
export const organizationTree = [
  defineOperation({
    ...ofOrganization,
    id: roots,
    call: ({ organizations }, options, page) => organizations.send(new ListRootsCommand({ NextToken: page }), options),
    next: (output) => output.NextToken,
  }),
  defineOperation<ListOrganizationalUnitsForParentResponse, ListRootsResponse, Parent>({
    ...ofOrganization,
    id: units,
    call: ({ organizations }, options, page, input) =>
      organizations.send(new ListOrganizationalUnitsForParentCommand({ ...input, NextToken: page }), options),
    next: (output) => output.NextToken,
    each: {
      of: [roots],
      inputs: ({ Roots }) => parents(Roots),
      further: ({ OrganizationalUnits: inner }) => parents(inner),
    },
  }),
  defineOperation<object, ListRootsResponse & ListOrganizationalUnitsForParentResponse, Parent>({
    ...ofOrganization,
    id: 'organizations:ListAccountsForParent',
    call: ({ organizations }, options, page, input) =>
      organizations.send(new ListAccountsForParentCommand({ ...input, NextToken: page }), options),
    next: (output: { NextToken?: string }) => output.NextToken,
    each: { of: [roots, units], inputs: ({ Roots, OrganizationalUnits }) => parents(Roots ?? OrganizationalUnits) },
  }),
  defineOperation<ListPoliciesResponse, ListRootsResponse, Readonly<{ Filter: PolicyType }>>({
    ...ofOrganization,
    id: policies,
    call: ({ organizations }, options, page, input) =>
      organizations.send(new ListPoliciesCommand({ ...input, NextToken: page }), options),
    next: (output) => output.NextToken,
    each: {
      of: [roots],
      inputs: () => [{ Filter: 'SERVICE_CONTROL_POLICY' }, { Filter: 'RESOURCE_CONTROL_POLICY' }],
    },
  }),
  defineOperation<object, ListPoliciesResponse, Readonly<{ PolicyId: string }>>({
    ...ofOrganization,
    id: 'organizations:DescribePolicy',
    call: ({ organizations }, options, _page, input) => organizations.send(new DescribePolicyCommand(input), options),
    each: { of: [policies], inputs: policyIds },
  }),
  defineOperation<object, ListPoliciesResponse, Readonly<{ PolicyId: string }>>({
    ...ofOrganization,
    id: 'organizations:ListTargetsForPolicy',
    call: ({ organizations }, options, page, input) =>
      organizations.send(new ListTargetsForPolicyCommand({ ...input, NextToken: page }), options),
    next: (output: { NextToken?: string }) => output.NextToken,
    each: { of: [policies], inputs: policyIds },
  }),
];

function parents(all: readonly { readonly Id?: string | undefined }[] = []): readonly Parent[] {
  return all.flatMap(({ Id }) => (Id ? [{ ParentId: Id }] : []));
}

function policyIds({ Policies = [] }: ListPoliciesResponse): readonly Readonly<{ PolicyId: string }>[] {
  return Policies.flatMap(({ Id }) => (Id ? [{ PolicyId: Id }] : []));
}
