import type { PasswordPolicy } from '@aws-sdk/client-iam';
import type { DemoBucket } from './buckets.ts';
import type { DemoZone } from './names.ts';
import type { DemoRegion } from './region.ts';
import type { DemoRole } from './role.ts';
import type { DemoKey, DemoUser } from './user.ts';

/** The root user. All figures are days before now. */
export interface DemoRoot {
  readonly age: number;
  readonly mfa: boolean;
  readonly lastUsed?: number;
  readonly key?: DemoKey;
}

/** A group and the ARNs of the managed policies attached to it. */
export interface DemoGroup {
  readonly name: string;
  readonly attached: readonly string[];
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
  /** Policies of the account that are permissions boundaries and nothing else: name and statements. */
  readonly boundaries?: Readonly<Record<string, readonly object[]>>;
  readonly buckets?: readonly DemoBucket[];
  /** Names of repositories in Amazon ECR Public. */
  readonly publicRepositories?: readonly string[];
  readonly zones?: readonly DemoZone[];
  readonly regions: readonly DemoRegion[];
  /** Operations that the organization's guardrails deny to the audit role, in every region. */
  readonly denied?: readonly string[];
}
