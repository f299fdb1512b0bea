import type { ListGroupsResponse } from '@aws-sdk/client-identitystore';
import type {
  ListAccountAssignmentsResponse,
  ListAccountsForProvisionedPermissionSetResponse,
  ListInstancesResponse,
  ListPermissionSetsResponse,
} from '@aws-sdk/client-sso-admin';
import { defineOperation, type ResourceInput } from '../operation.ts';

type OfInstance = Readonly<{ InstanceArn: string }>;
type OfPermissionSet = OfInstance & Readonly<{ PermissionSetArn: string }>;
type OfAccount = OfPermissionSet & Readonly<{ AccountId: string }>;
type OfStore = Readonly<{ IdentityStoreId: string }>;
type OfGroup = OfStore & Readonly<{ GroupId: string }>;

const ofOrganization = { per: 'organization', budget: 'identity-center' } as const;

/** Pairs of account and permission set that one scan asks about: some two minutes' worth. */
const mostPairs = 2000;
const sets = 'sso-admin:ListPermissionSets';
const accounts = 'sso-admin:ListAccountsForProvisionedPermissionSet';
const groups = 'identitystore:ListGroups';

/** Which instance of IAM Identity Center there is in a region: it lives in one region of the organization. */
export const listInstances = defineOperation<ListInstancesResponse>({
  ...ofOrganization,
  id: 'sso-admin:ListInstances',
  async call({ ssoAdmin }, options, page) {
    const { ListInstancesCommand } = await import('../sdk/sso-admin.ts');
    return (await ssoAdmin).send(new ListInstancesCommand({ NextToken: page }), options);
  },
  next: (output) => output.NextToken,
});

/**
 * Who holds which permission set in which account. What the sets allow is not read: each stands in its accounts as a
 * role. Of people no more is kept than names them.
 */
export const identityCenterOperations = [
  defineOperation<ListPermissionSetsResponse, ListInstancesResponse, OfInstance>({
    ...ofOrganization,
    id: sets,
    async call({ ssoAdmin }, options, page, input) {
      const { ListPermissionSetsCommand } = await import('../sdk/sso-admin.ts');
      return (await ssoAdmin).send(new ListPermissionSetsCommand({ ...input, NextToken: page }), options);
    },
    next: (output) => output.NextToken,
    each: {
      of: [listInstances.id],
      inputs: ({ Instances = [] }) => Instances.flatMap(({ InstanceArn }) => (InstanceArn ? [{ InstanceArn }] : [])),
    },
  }),
  defineOperation<object, ListPermissionSetsResponse, OfPermissionSet>({
    ...ofOrganization,
    id: 'sso-admin:DescribePermissionSet',
    async call({ ssoAdmin }, options, _page, input) {
      const { DescribePermissionSetCommand } = await import('../sdk/sso-admin.ts');
      return (await ssoAdmin).send(new DescribePermissionSetCommand(input), options);
    },
    each: { of: [sets], inputs: ofEachSet, refusedAlike: true },
  }),
  defineOperation<ListAccountsForProvisionedPermissionSetResponse, ListPermissionSetsResponse, OfPermissionSet>({
    ...ofOrganization,
    id: accounts,
    async call({ ssoAdmin }, options, page, input) {
      const { ListAccountsForProvisionedPermissionSetCommand } = await import('../sdk/sso-admin.ts');
      const command = new ListAccountsForProvisionedPermissionSetCommand({ ...input, NextToken: page });
      return (await ssoAdmin).send(command, options);
    },
    next: (output) => output.NextToken,
    each: { of: [sets], inputs: ofEachSet, refusedAlike: true },
  }),
  defineOperation<ListAccountAssignmentsResponse, ListAccountsForProvisionedPermissionSetResponse, OfAccount>({
    ...ofOrganization,
    id: 'sso-admin:ListAccountAssignments',
    async call({ ssoAdmin }, options, page, input) {
      const { ListAccountAssignmentsCommand } = await import('../sdk/sso-admin.ts');
      return (await ssoAdmin).send(new ListAccountAssignmentsCommand({ ...input, NextToken: page }), options);
    },
    next: (output) => output.NextToken,
    each: {
      of: [accounts],
      atMost: mostPairs,
      refusedAlike: true,
      inputs: ({ AccountIds = [] }, asked) =>
        AccountIds.map((AccountId) => ({ ...textsOf(asked, 'InstanceArn', 'PermissionSetArn'), AccountId })),
    },
  }),
  defineOperation<object, ListInstancesResponse, OfStore>({
    ...ofOrganization,
    id: 'identitystore:ListUsers',
    // People's particulars are nobody's business here.
    secrets: [
      'Addresses',
      'Birthdate',
      'Emails',
      'Extensions',
      'ExternalIds',
      'Locale',
      'Name',
      'NickName',
      'PhoneNumbers',
      'Photos',
      'PreferredLanguage',
      'ProfileUrl',
      'Roles',
      'Timezone',
      'Title',
      'Website',
    ],
    async call({ identitystore }, options, page, input) {
      const { ListUsersCommand } = await import('../sdk/identitystore.ts');
      return (await identitystore).send(new ListUsersCommand({ ...input, NextToken: page }), options);
    },
    next: (output: { NextToken?: string }) => output.NextToken,
    each: { of: [listInstances.id], inputs: ofEachStore },
  }),
  defineOperation<ListGroupsResponse, ListInstancesResponse, OfStore>({
    ...ofOrganization,
    id: groups,
    secrets: ['ExternalIds'],
    async call({ identitystore }, options, page, input) {
      const { ListGroupsCommand } = await import('../sdk/identitystore.ts');
      return (await identitystore).send(new ListGroupsCommand({ ...input, NextToken: page }), options);
    },
    next: (output) => output.NextToken,
    each: { of: [listInstances.id], inputs: ofEachStore },
  }),
  defineOperation<object, ListGroupsResponse, OfGroup>({
    ...ofOrganization,
    id: 'identitystore:ListGroupMemberships',
    async call({ identitystore }, options, page, input) {
      const { ListGroupMembershipsCommand } = await import('../sdk/identitystore.ts');
      return (await identitystore).send(new ListGroupMembershipsCommand({ ...input, NextToken: page }), options);
    },
    next: (output: { NextToken?: string }) => output.NextToken,
    each: {
      of: [groups],
      refusedAlike: true,
      inputs: ({ Groups = [] }, asked) =>
        Groups.flatMap(({ GroupId }) => (GroupId ? [{ ...textsOf(asked, 'IdentityStoreId'), GroupId }] : [])),
    },
  }),
];

function ofEachSet(
  { PermissionSets = [] }: ListPermissionSetsResponse,
  asked: ResourceInput,
): readonly OfPermissionSet[] {
  return PermissionSets.map((PermissionSetArn) => ({ ...textsOf(asked, 'InstanceArn'), PermissionSetArn }));
}

function ofEachStore({ Instances = [] }: ListInstancesResponse): readonly OfStore[] {
  return Instances.flatMap(({ IdentityStoreId }) => (IdentityStoreId ? [{ IdentityStoreId }] : []));
}

/** Members of what another operation was asked with, which are texts. */
function textsOf<Name extends string>(asked: ResourceInput, ...names: readonly Name[]): Readonly<Record<Name, string>> {
  return Object.fromEntries(names.map((name) => [name, String(asked[name])])) as Record<Name, string>;
}
