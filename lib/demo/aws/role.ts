import type { InstanceProfile, Role, RoleDetail } from '@aws-sdk/client-iam';
import { uniqueId } from '../identifier.ts';
import type { DaysBefore } from './days-before.ts';
import type { DemoUse } from './demo-use.ts';
import { attachment, encodePolicy } from './policy.ts';

/** A role, whom it trusts, and what it may do. */
export interface DemoRole {
  readonly name: string;
  /** The trust policy's principal. A role that EC2 may assume has an instance profile of its name. */
  readonly trusts: Readonly<Record<string, string>>;
  /** The trust policy's conditions. */
  readonly when?: object;
  /** ARNs of managed policies attached to the role. */
  readonly attached?: readonly string[];
  /** Statements of an inline policy. */
  readonly inline?: readonly object[];
  /** Days before now; absent when it was not used in the last 400 days. */
  readonly lastUsed?: number;
  /** Absent when it uses all that it may. */
  readonly use?: DemoUse;
  readonly path?: string;
  readonly tags?: Readonly<Record<string, string>>;
}

/** The role as GetAccountAuthorizationDetails tells of it. */
export function roleDetail(account: string, role: DemoRole, days: DaysBefore): RoleDetail {
  const named = nameOf(account, role, days);
  return {
    ...named,
    InstanceProfileList: role.trusts['Service'] === 'ec2.amazonaws.com' ? [instanceProfile(account, named)] : [],
    RolePolicyList: role.inline ? [{ PolicyName: 'inline', PolicyDocument: encodePolicy(role.inline) }] : [],
    AttachedManagedPolicies: (role.attached ?? []).map(attachment),
    Tags: Object.entries(role.tags ?? {}).map(([Key, Value]) => ({ Key, Value })),
    RoleLastUsed: role.lastUsed === undefined ? {} : { LastUsedDate: days(role.lastUsed), Region: 'ap-northeast-1' },
  };
}

function nameOf(account: string, { name, trusts, when, path = '/' }: DemoRole, days: DaysBefore): Role {
  return {
    Path: path,
    RoleName: name,
    RoleId: uniqueId('AROA', `${account} ${name}`),
    Arn: `arn:aws:iam::${account}:role${path}${name}`,
    CreateDate: days(600),
    AssumeRolePolicyDocument: encodePolicy([
      { Effect: 'Allow', Principal: trusts, Action: actionOf(trusts), ...(when && { Condition: when }) },
    ]),
  };
}

function actionOf({ Federated: provider = '' }: DemoRole['trusts']): string {
  if (provider.includes(':saml-provider/')) return 'sts:AssumeRoleWithSAML';
  return provider ? 'sts:AssumeRoleWithWebIdentity' : 'sts:AssumeRole';
}

/** The id and ARN of the instance profile that has a role's name, as an instance names it. */
export function profileOf(account: string, name: string): { Id: string; Arn: string } {
  return {
    Id: uniqueId('AIPA', `${account} ${name}`),
    Arn: `arn:aws:iam::${account}:instance-profile/${name}`,
  };
}

function instanceProfile(account: string, role: Role): InstanceProfile {
  const { Id, Arn } = profileOf(account, role.RoleName ?? '');
  return {
    Path: '/',
    InstanceProfileName: role.RoleName,
    InstanceProfileId: Id,
    Arn,
    CreateDate: role.CreateDate,
    Roles: [role],
  };
}
