import type { ManagedPolicyDetail, RoleDetail, UserDetail } from '@aws-sdk/client-iam';
import { account } from './units.ts';

/** The answer of `iam:GetAccountAuthorizationDetails`; dates are as a snapshot holds them. */
export function authorizationDetails(details: {
  readonly users?: readonly object[];
  readonly groups?: readonly object[];
  readonly roles?: readonly object[];
  readonly policies?: readonly object[];
}): Readonly<Record<string, unknown>> {
  return {
    'iam:GetAccountAuthorizationDetails': {
      UserDetailList: details.users ?? [],
      GroupDetailList: details.groups ?? [],
      RoleDetailList: details.roles ?? [],
      Policies: details.policies ?? [],
    },
  };
}

/** A user with the policies given. */
export function userDetail(
  name: string,
  policies: Pick<UserDetail, 'AttachedManagedPolicies' | 'UserPolicyList' | 'GroupList' | 'Tags'> = {},
): object {
  return {
    Path: '/',
    UserName: name,
    UserId: `AIDA${name.toUpperCase()}`,
    Arn: `arn:aws:iam::${account}:user/${name}`,
    CreateDate: '2020-04-01T00:00:00.000Z',
    ...policies,
  };
}

/** A group with the policies given. */
export function groupDetail(name: string, policies: object = {}): object {
  return {
    Path: '/',
    GroupName: name,
    GroupId: `AGPA${name.toUpperCase()}`,
    Arn: `arn:aws:iam::${account}:group/${name}`,
    CreateDate: '2020-04-01T00:00:00.000Z',
    ...policies,
  };
}

/** A role, whom it trusts (a principal of the account unless statements are given), and its policies. */
export function trustingRole(
  name: string,
  trust: readonly object[],
  policies: Pick<RoleDetail, 'AttachedManagedPolicies' | 'RolePolicyList'> = {},
): object {
  return {
    Path: '/',
    RoleName: name,
    RoleId: `AROA${name.toUpperCase()}`,
    Arn: `arn:aws:iam::${account}:role/${name}`,
    CreateDate: '2020-04-01T00:00:00.000Z',
    AssumeRolePolicyDocument: policyDocument(...trust),
    ...policies,
  };
}

/** A statement of a trust policy. */
export function trusts(principal: object | string, condition?: object): object {
  const federated = typeof principal === 'object' && 'Federated' in principal;
  return {
    Effect: 'Allow',
    Principal: principal,
    Action: federated ? 'sts:AssumeRoleWithWebIdentity' : 'sts:AssumeRole',
    ...(condition && { Condition: condition }),
  };
}

/** An inline policy as a user's or role's details hold it. */
export function inlinePolicy(
  name: string,
  ...statements: readonly object[]
): { PolicyName: string; PolicyDocument: string } {
  return { PolicyName: name, PolicyDocument: policyDocument(...statements) };
}

/** A managed policy as a user's or role's details name it. */
export function attachedPolicy(arn: string): { PolicyName: string; PolicyArn: string } {
  return { PolicyName: arn.split('/').at(-1) ?? '', PolicyArn: arn };
}

/** A role that EC2 may assume; dates are as a snapshot holds them. */
export function roleDetail(
  name: string,
  role: Pick<RoleDetail, 'Path' | 'AttachedManagedPolicies' | 'RolePolicyList'> & {
    readonly CreateDate?: string;
    readonly RoleLastUsed?: { readonly LastUsedDate?: string; readonly Region?: string };
  } = {},
): object {
  const trust = { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' };
  const path = role.Path ?? '/';
  return {
    Path: path,
    RoleName: name,
    RoleId: `AROA${name.toUpperCase()}`,
    Arn: `arn:aws:iam::${account}:role${path}${name}`,
    CreateDate: '2020-04-01T00:00:00.000Z',
    AssumeRolePolicyDocument: policyDocument(trust),
    ...role,
  };
}

/** A managed policy with one version, its document URL-encoded as IAM answers it. */
export function managedPolicy(arn: string, ...statements: readonly object[]): Omit<ManagedPolicyDetail, 'CreateDate'> {
  return {
    PolicyName: arn.split('/').at(-1),
    Arn: arn,
    DefaultVersionId: 'v1',
    PolicyVersionList: [{ VersionId: 'v1', IsDefaultVersion: true, Document: policyDocument(...statements) }],
  };
}

/** A policy document as IAM answers it: URL-encoded JSON. */
export function policyDocument(...statements: readonly object[]): string {
  return encodeURIComponent(JSON.stringify({ Version: '2012-10-17', Statement: statements }));
}
