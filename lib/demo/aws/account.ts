import type { GroupDetail, ManagedPolicyDetail, PasswordPolicy, RoleDetail } from '@aws-sdk/client-iam';
import { snapshotSchema, type CollectError, type Snapshot } from '../../model/snapshot.ts';
import { uniqueId } from '../identifier.ts';
import { credentialReport, type DemoRoot } from './credential-report.ts';
import type { DaysBefore } from './days-before.ts';
import { regionResponses, type DemoRegion } from './region.ts';
import { attachment, encodePolicy, userArn, userDetail, type DemoUser } from './user.ts';

/** A group and the managed policies attached to it. */
export interface DemoGroup {
  readonly name: string;
  readonly attached: readonly string[];
}

/** A role, whom it trusts, and what is attached to it. */
export interface DemoRole {
  readonly name: string;
  readonly trusts: object;
  readonly attached: readonly string[];
  /** Days before now; absent when it was not used in the last 400 days. */
  readonly lastUsed?: number;
}

/** An AWS account, as a person describes one. */
export interface DemoAccount {
  readonly id: string;
  readonly alias: string;
  readonly root: DemoRoot;
  /** Absent when the account has none. */
  readonly passwordPolicy?: PasswordPolicy;
  readonly users: readonly DemoUser[];
  readonly groups?: readonly DemoGroup[];
  readonly roles?: readonly DemoRole[];
  /** Customer managed policies: name and statements. */
  readonly policies?: Readonly<Record<string, readonly object[]>>;
  readonly regions: readonly DemoRegion[];
  /** Operations that the account's guardrails deny to the audit role, in every region. */
  readonly denied?: readonly string[];
}

/** The account's units: its global services, and each region. */
export function accountSnapshots(account: DemoAccount, days: DaysBefore): Snapshot[] {
  const { regions } = account;
  const enabled = {
    Regions: regions.map(({ region }) => ({ RegionName: region, OptInStatus: 'opt-in-not-required' })),
  };
  const global = { ...iamResponses(account, days), 'ec2:DescribeRegions': enabled };
  return [
    unit(account, 'global', global, days),
    ...regions.map((region) => unit(account, region.region, regionResponses(account.id, region, days), days)),
  ];
}

function unit(
  account: DemoAccount,
  region: string,
  answers: Readonly<Record<string, unknown>>,
  days: DaysBefore,
): Snapshot {
  const denied = Object.keys(answers).filter((operation) => account.denied?.includes(operation));
  const responses = Object.fromEntries(Object.entries(answers).filter(([operation]) => !denied.includes(operation)));
  return {
    schema: snapshotSchema,
    unit: { provider: 'aws', account: account.id, region },
    collectedAt: days(0).toISOString(),
    // Dates become strings and absent members vanish, as in every snapshot.
    responses: JSON.parse(JSON.stringify(responses)) as Record<string, unknown>,
    errors: denied.map((operation) => denial(account, operation)),
  };
}

function denial(account: DemoAccount, operation: string): CollectError {
  const who = `arn:aws:sts::${account.id}:assumed-role/tenken-audit/tenken`;
  return {
    operation,
    code: 'UnauthorizedOperation',
    message: `You are not authorized to perform this operation. User: ${who} is not authorized to perform: ${operation} with an explicit deny in a service control policy`,
  };
}

function iamResponses(account: DemoAccount, days: DaysBefore): Record<string, unknown> {
  const { id, users, root } = account;
  const report = credentialReport(id, root, users, days);
  return {
    'iam:ListAccountAliases': { AccountAliases: [account.alias] },
    'iam:GetAccountAuthorizationDetails': {
      UserDetailList: users.map((user) => userDetail(id, user, days)),
      GroupDetailList: (account.groups ?? []).map((group) => groupDetail(id, group, days)),
      RoleDetailList: (account.roles ?? []).map((role) => roleDetail(id, role, days)),
      Policies: Object.entries(account.policies ?? {}).map(([name, statements]) =>
        policyDetail(id, name, statements, days),
      ),
    },
    'iam:GetCredentialReport': {
      Content: Buffer.from(report).toString('base64'),
      ReportFormat: 'text/csv',
      GeneratedTime: days(0).toISOString(),
    },
    'iam:GetAccountSummary': { SummaryMap: summary(account) },
    'iam:GetAccountPasswordPolicy': account.passwordPolicy ? { PasswordPolicy: account.passwordPolicy } : {},
    'iam:ListVirtualMFADevices': {
      VirtualMFADevices: users
        .filter((user) => user.mfa)
        .map((user) => ({
          SerialNumber: `arn:aws:iam::${id}:mfa/${user.name}`,
          User: {
            Path: '/',
            UserName: user.name,
            UserId: uniqueId('AIDA', `${id} ${user.name}`),
            Arn: userArn(id, user.name),
            CreateDate: days(user.age),
          },
          EnableDate: days(user.age),
        })),
    },
  };
}

function summary({ users, groups = [], roles = [], policies = {}, root }: DemoAccount): Record<string, number> {
  return {
    Users: users.length,
    Groups: groups.length,
    Roles: roles.length,
    Policies: Object.keys(policies).length,
    AccountMFAEnabled: Number(root.mfa),
    AccountAccessKeysPresent: Number(root.key !== undefined),
    AccountPasswordPresent: 1,
    MFADevicesInUse: users.filter((user) => user.mfa).length,
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

function roleDetail(account: string, role: DemoRole, days: DaysBefore): RoleDetail {
  return {
    Path: '/',
    RoleName: role.name,
    RoleId: uniqueId('AROA', `${account} ${role.name}`),
    Arn: `arn:aws:iam::${account}:role/${role.name}`,
    CreateDate: days(600),
    AssumeRolePolicyDocument: encodePolicy([{ Effect: 'Allow', Principal: role.trusts, Action: 'sts:AssumeRole' }]),
    InstanceProfileList: [],
    RolePolicyList: [],
    AttachedManagedPolicies: role.attached.map(attachment),
    Tags: [],
    RoleLastUsed: role.lastUsed === undefined ? {} : { LastUsedDate: days(role.lastUsed), Region: 'ap-northeast-1' },
  };
}

function policyDetail(
  account: string,
  name: string,
  statements: readonly object[],
  days: DaysBefore,
): ManagedPolicyDetail {
  return {
    PolicyName: name,
    PolicyId: uniqueId('ANPA', `${account} ${name}`),
    Arn: `arn:aws:iam::${account}:policy/${name}`,
    Path: '/',
    DefaultVersionId: 'v1',
    AttachmentCount: 1,
    PermissionsBoundaryUsageCount: 0,
    IsAttachable: true,
    CreateDate: days(500),
    UpdateDate: days(500),
    PolicyVersionList: [
      { VersionId: 'v1', IsDefaultVersion: true, Document: encodePolicy(statements), CreateDate: days(500) },
    ],
  };
}
