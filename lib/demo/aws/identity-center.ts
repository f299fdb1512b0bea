import { identifier } from '../identifier.ts';

/** A permission set, and to whom it is assigned in which account. */
export interface DemoPermissionSet {
  readonly name: string;
  readonly assigned: readonly {
    readonly account: string;
    readonly groups?: readonly string[];
    readonly users?: readonly string[];
  }[];
}

/** IAM Identity Center, as a person describes it. */
export interface DemoIdentityCenter {
  /** The one region that it lives in. */
  readonly region: string;
  readonly users: readonly { readonly name: string; readonly disabled?: true }[];
  /** Names of the members, by name of the group. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly permissionSets: readonly DemoPermissionSet[];
}

const InstanceArn = 'arn:aws:sso:::instance/ssoins-0123456789abcdef';
const IdentityStoreId = 'd-0123456789';

/** What IAM Identity Center and its identity store answer. */
export function identityCenterResponses(
  { region, users, groups, permissionSets }: DemoIdentityCenter,
  owner: string,
): Record<string, unknown> {
  const setArn = (name: string): string =>
    `arn:aws:sso:::permissionSet/ssoins-0123456789abcdef/${identifier('ps', name)}`;
  const assignments = permissionSets.flatMap(({ name, assigned }) =>
    assigned.map((each) => ({ ...each, PermissionSetArn: setArn(name) })),
  );
  return {
    'sso-admin:ListInstances': {
      Instances: [{ InstanceArn, IdentityStoreId, OwnerAccountId: owner, PrimaryRegion: region, Status: 'ACTIVE' }],
    },
    'sso-admin:ListPermissionSets': [
      keyed({ InstanceArn }, { PermissionSets: permissionSets.map(({ name }) => setArn(name)) }),
    ],
    'sso-admin:DescribePermissionSet': permissionSets.map(({ name }) =>
      keyed(
        { InstanceArn, PermissionSetArn: setArn(name) },
        { PermissionSet: { Name: name, PermissionSetArn: setArn(name), SessionDuration: 'PT8H' } },
      ),
    ),
    'sso-admin:ListAccountsForProvisionedPermissionSet': permissionSets.map(({ name, assigned }) =>
      keyed({ InstanceArn, PermissionSetArn: setArn(name) }, { AccountIds: assigned.map(({ account }) => account) }),
    ),
    'sso-admin:ListAccountAssignments': assignments.map(
      ({ account, groups: through = [], users: direct = [], PermissionSetArn }) =>
        keyed(
          { InstanceArn, PermissionSetArn, AccountId: account },
          {
            AccountAssignments: [
              ...through.map((name) => ({
                ...ofPrincipal(account, PermissionSetArn),
                PrincipalType: 'GROUP',
                PrincipalId: idOf(name),
              })),
              ...direct.map((name) => ({
                ...ofPrincipal(account, PermissionSetArn),
                PrincipalType: 'USER',
                PrincipalId: idOf(name),
              })),
            ],
          },
        ),
    ),
    'identitystore:ListUsers': [
      keyed(
        { IdentityStoreId },
        {
          Users: users.map(({ name, disabled }) => ({
            UserId: idOf(name),
            UserName: name,
            UserStatus: disabled ? 'DISABLED' : 'ENABLED',
            // What the scan does not keep.
            Emails: [{ Value: `${name}@example.com`, Primary: true }],
            PhoneNumbers: [{ Value: '+81 3-0000-0000' }],
            IdentityStoreId,
          })),
        },
      ),
    ],
    'identitystore:ListGroups': [
      keyed(
        { IdentityStoreId },
        { Groups: Object.keys(groups).map((name) => ({ GroupId: idOf(name), DisplayName: name, IdentityStoreId })) },
      ),
    ],
    'identitystore:ListGroupMemberships': Object.entries(groups).map(([name, members]) =>
      keyed(
        { IdentityStoreId, GroupId: idOf(name) },
        {
          GroupMemberships: members.map((member) => ({
            IdentityStoreId,
            MembershipId: idOf(`${name} ${member}`),
            GroupId: idOf(name),
            MemberId: { UserId: idOf(member) },
          })),
        },
      ),
    ),
  };
}

function ofPrincipal(AccountId: string, PermissionSetArn: string): object {
  return { AccountId, PermissionSetArn };
}

function idOf(name: string): string {
  return identifier('sak', name);
}

function keyed(input: object, output: object): object {
  return { input, output };
}
