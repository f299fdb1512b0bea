import type { GroupDetail, ManagedPolicyDetail, User, VirtualMFADevice } from '@aws-sdk/client-iam';
import { uniqueId } from '../identifier.ts';
import type { DemoAccount, DemoGroup } from './account.ts';
import { awsManagedPolicies } from './aws-managed-policies.ts';
import { credentialReport } from './credential-report.ts';
import type { DaysBefore } from './days-before.ts';
import { lastAccessed } from './last-accessed.ts';
import { attachment, policyDetail } from './policy.ts';
import { roleDetail } from './role.ts';
import { userArn, userDetail } from './user.ts';

/** Every answer that the collector asks IAM for. */
export function iamResponses(account: DemoAccount, days: DaysBefore): Record<string, unknown> {
  const { id, users, groups = [], roles = [], passwordPolicy } = account;
  const devices = virtualDevices(account, days);
  return {
    'iam:ListAccountAliases': { AccountAliases: [account.alias] },
    'iam:GetAccountAuthorizationDetails': {
      UserDetailList: users.map((user) => userDetail(id, user, days)),
      GroupDetailList: groups.map((group) => groupDetail(id, group, days)),
      RoleDetailList: roles.map((role) => roleDetail(id, role, days)),
      Policies: managedPolicies(account, days),
    },
    'iam:GetCredentialReport': {
      Content: Buffer.from(credentialReport(account, days)).toString('base64'),
      ReportFormat: 'text/csv',
      GeneratedTime: days(0).toISOString(),
    },
    'iam:GetAccountSummary': { SummaryMap: summary(account, devices.length) },
    'iam:GetAccountPasswordPolicy': passwordPolicy ? { PasswordPolicy: passwordPolicy } : {},
    'iam:GetServiceLastAccessedDetails': lastAccessed(account, days),
    'iam:ListVirtualMFADevices': { VirtualMFADevices: devices },
    ...boundaryResponses(account, days),
  };
}

/** The customer's own policies, and those of AWS's that somebody holds: the rest of AWS's are not in the answer. */
function managedPolicies(account: DemoAccount, days: DaysBefore): ManagedPolicyDetail[] {
  const { id, users, groups = [], roles = [], policies = {} } = account;
  const held = [...users, ...groups, ...roles].flatMap(({ attached = [] }) => attached);
  const own = Object.entries(policies).map(([name, statements]) => [policyArn(id, name), statements] as const);
  const ofAws = Object.entries(awsManagedPolicies).filter(([arn]) => held.includes(arn));
  return [...own, ...ofAws].map(([arn, statements]) =>
    policyDetail(arn, statements, held.filter((each) => each === arn).length, days),
  );
}

/** Boundaries: policies that are used as nothing else are answered one by one. */
function boundaryResponses({ id, boundaries = {} }: DemoAccount, days: DaysBefore): Record<string, unknown> {
  const all = Object.entries(boundaries).map(([name, statements]) => ({ PolicyArn: policyArn(id, name), statements }));
  return {
    'iam:GetPolicy': all.map(({ PolicyArn, statements }) => {
      const { PolicyVersionList: _, ...Policy } = policyDetail(PolicyArn, statements, 0, days);
      return { input: { PolicyArn }, output: { Policy: { ...Policy, PermissionsBoundaryUsageCount: 1 } } };
    }),
    'iam:GetPolicyVersion': all.map(({ PolicyArn, statements }) => {
      const [PolicyVersion] = policyDetail(PolicyArn, statements, 0, days).PolicyVersionList ?? [];
      return { input: { PolicyArn, VersionId: PolicyVersion?.VersionId }, output: { PolicyVersion } };
    }),
  };
}

/** The ARN of a customer managed policy. */
function policyArn(account: string, name: string): string {
  return `arn:aws:iam::${account}:policy/${name}`;
}

/** Devices in use: the root user's, and those of users. */
function virtualDevices({ id, root, users }: DemoAccount, days: DaysBefore): VirtualMFADevice[] {
  const ofRoot: VirtualMFADevice = {
    SerialNumber: `arn:aws:iam::${id}:mfa/root-account-mfa-device`,
    // The service names the root user by its account, and no user name.
    User: { UserId: id, Arn: `arn:aws:iam::${id}:root`, CreateDate: days(root.age) } as User,
    EnableDate: days(root.age),
  };
  const ofUsers = users
    .filter((user) => user.mfa)
    .map(({ name, age }) => ({
      SerialNumber: `arn:aws:iam::${id}:mfa/${name}`,
      User: {
        Path: '/',
        UserName: name,
        UserId: uniqueId('AIDA', `${id} ${name}`),
        Arn: userArn(id, name),
        CreateDate: days(age),
      },
      EnableDate: days(age),
    }));
  return root.mfa ? [ofRoot, ...ofUsers] : ofUsers;
}

function summary({ users, groups = [], roles = [], policies = {}, root }: DemoAccount, devices: number): object {
  return {
    Users: users.length,
    Groups: groups.length,
    Roles: roles.length,
    Policies: Object.keys(policies).length,
    AccountMFAEnabled: Number(root.mfa),
    AccountAccessKeysPresent: Number(root.key !== undefined),
    AccountPasswordPresent: 1,
    MFADevices: devices,
    MFADevicesInUse: devices,
  };
}

function groupDetail(account: string, group: DemoGroup, days: DaysBefore): GroupDetail {
  return {
    Path: '/',
    GroupName: group.name,
    GroupId: uniqueId('AGPA', `${account} ${group.name}`),
    Arn: `arn:aws:iam::${account}:group/${group.name}`,
    CreateDate: days(700),
    GroupPolicyList: [],
    AttachedManagedPolicies: group.attached.map(attachment),
  };
}
