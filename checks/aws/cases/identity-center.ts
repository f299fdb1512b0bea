import { account } from './units.ts';

const InstanceArn = 'arn:aws:sso:::instance/ssoins-1';
const PermissionSetArn = 'arn:aws:sso:::permissionSet/ssoins-1/ps-1';
const IdentityStoreId = 'd-1';

/** A person: the name is the id, too. */
export interface CasePerson {
  readonly name: string;
  readonly status?: 'ENABLED' | 'DISABLED';
}

/** One permission set, `Admin`, with its role in the account, and the people whom it is assigned to. */
export function permissionSetHeldBy(...people: readonly CasePerson[]): Readonly<Record<string, unknown>> {
  const name = 'AWSReservedSSO_Admin_0123456789abcdef';
  const path = '/aws-reserved/sso.amazonaws.com/';
  return {
    'iam:GetAccountAuthorizationDetails': {
      UserDetailList: [],
      GroupDetailList: [],
      Policies: [],
      RoleDetailList: [
        {
          Path: path,
          RoleName: name,
          RoleId: 'AROASSO',
          Arn: `arn:aws:iam::${account}:role${path}${name}`,
          CreateDate: '2024-01-01T00:00:00.000Z',
          AssumeRolePolicyDocument: encodeURIComponent('{"Version":"2012-10-17","Statement":[]}'),
          InstanceProfileList: [],
          RolePolicyList: [],
          AttachedManagedPolicies: [],
        },
      ],
    },
    'sso-admin:ListInstances': { Instances: [{ InstanceArn, IdentityStoreId }] },
    'sso-admin:ListPermissionSets': [keyed({ InstanceArn }, { PermissionSets: [PermissionSetArn] })],
    'sso-admin:DescribePermissionSet': [
      keyed({ InstanceArn, PermissionSetArn }, { PermissionSet: { Name: 'Admin', PermissionSetArn } }),
    ],
    'sso-admin:ListAccountsForProvisionedPermissionSet': [
      keyed({ InstanceArn, PermissionSetArn }, { AccountIds: [account] }),
    ],
    'sso-admin:ListAccountAssignments': [
      keyed(
        { InstanceArn, PermissionSetArn, AccountId: account },
        { AccountAssignments: people.map((each) => ({ PrincipalType: 'USER', PrincipalId: each.name })) },
      ),
    ],
    'identitystore:ListUsers': [
      keyed(
        { IdentityStoreId },
        { Users: people.map((each) => ({ UserId: each.name, UserName: each.name, UserStatus: each.status })) },
      ),
    ],
    'identitystore:ListGroups': [keyed({ IdentityStoreId }, { Groups: [] })],
    'identitystore:ListGroupMemberships': [],
  };
}

function keyed(input: object, output: object): object {
  return { input, output };
}
