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
