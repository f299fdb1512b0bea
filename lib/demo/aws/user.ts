import type { UserDetail } from '@aws-sdk/client-iam';
import { uniqueId } from '../identifier.ts';
import type { DaysBefore } from './days-before.ts';
import type { DemoUse } from './demo-use.ts';
import { attachment, encodePolicy } from './policy.ts';

/** An access key of a demo user. All figures are days before now. */
export interface DemoKey {
  readonly age: number;
  /** Absent when it was never used. */
  readonly lastUsed?: number;
  readonly active?: boolean;
}

/** An IAM user, as a person describes one. All figures are days before now. */
export interface DemoUser {
  readonly name: string;
  readonly age: number;
  /** Present when the user has a password; `lastUsed` is absent when it was never used. */
  readonly password?: { readonly age: number; readonly lastUsed?: number };
  readonly mfa?: boolean;
  readonly keys?: readonly DemoKey[];
  readonly groups?: readonly string[];
  /** ARNs of managed policies attached to the user. */
  readonly attached?: readonly string[];
  /** Statements of an inline policy. */
  readonly inline?: readonly object[];
  readonly tags?: Readonly<Record<string, string>>;
  /** Name of the policy of the account that bounds the user. */
  readonly boundary?: string;
  /** Absent when it uses all that it may. */
  readonly use?: DemoUse;
  /** Age of an active signing certificate. */
  readonly certificate?: number;
}

/** The user as GetAccountAuthorizationDetails tells of it; policy documents are URL-encoded JSON there. */
export function userDetail(account: string, user: DemoUser, days: DaysBefore): UserDetail {
  return {
    Path: '/',
    UserName: user.name,
    UserId: uniqueId('AIDA', `${account} ${user.name}`),
    Arn: userArn(account, user.name),
    CreateDate: days(user.age),
    GroupList: [...(user.groups ?? [])],
    ...(user.boundary && {
      PermissionsBoundary: {
        PermissionsBoundaryType: 'PermissionsBoundaryPolicy',
        PermissionsBoundaryArn: `arn:aws:iam::${account}:policy/${user.boundary}`,
      },
    }),
    AttachedManagedPolicies: (user.attached ?? []).map(attachment),
    UserPolicyList: user.inline ? [{ PolicyName: 'inline', PolicyDocument: encodePolicy(user.inline) }] : [],
    Tags: Object.entries(user.tags ?? {}).map(([Key, Value]) => ({ Key, Value })),
  };
}

/** The ARN of a user. */
export function userArn(account: string, name: string): string {
  return `arn:aws:iam::${account}:user/${name}`;
}
