import type { PermissionSetHolders } from './identity-center.ts';
import type { Text } from '../text.ts';
import type { TrustExposure } from './trust-exposure.ts';

/** A statement that decides something: where it stands. */
export interface StatementPlace {
  /** The managed policy's ARN, or `arn-of-principal#name` of an inline one. */
  readonly policy: string;
  readonly policyName: string;
  /** From 0. */
  readonly statement: number;
  readonly sid?: string;
}

/** One call of a step, and the statements that allow it. */
export interface AccessCall {
  /** `iam:PassRole`. */
  readonly action: string;
  readonly resource: string;
  readonly allowedBy: readonly StatementPlace[];
}

/** One step on the way to full access. */
export interface AccessStep {
  /** pathfinding.cloud's id where it has one, else `x-…`. */
  readonly technique: string;
  /** ARN of who acts. */
  readonly actor: string;
  /** ARN of what it is done to. */
  readonly target: string;
  readonly what: Text;
  readonly calls: readonly AccessCall[];
  /** What must hold beside. */
  readonly needs: readonly AccessNeed[];
}

/** Something that must hold for a chain, and that the snapshot does not show. */
export interface AccessNeed {
  /** `mfa`, `network`, `boundary arn:…`, `exists glue-job` … */
  readonly id: string;
  readonly what: Text;
  /** The operation whose answer would tell, where one would. */
  readonly operation?: string;
}

/**
 * How much a principal may do: everything; everything after some steps; that under a condition; change permissions;
 * change something; read; nothing.
 */
export const privilegeClasses = [
  'administrator',
  'can-become-administrator',
  'may-become-administrator',
  'manages-permissions',
  'writes',
  'reads',
  'none',
] as const;

/** One of {@link privilegeClasses}. */
export type PrivilegeClass = (typeof privilegeClasses)[number];

/** A policy of a principal, and the group it comes through. */
export interface HeldPolicy {
  readonly id: string;
  readonly name: string;
  readonly kind: 'inline' | 'managed';
  /** ARN. */
  readonly group?: string;
}

/**
 * Actions that a user can call without having passed MFA, beyond managing the own device: a few examples, none where
 * MFA is enforced. Each member is present only when the user can get in that way at all.
 */
export interface WithoutMfa {
  /** In the console with a password alone: users without a device. */
  readonly console?: readonly string[];
  /** With an access key. */
  readonly keys?: readonly string[];
}

/** A user or role, and what it can get to. */
export interface PrincipalAccess {
  readonly arn: string;
  readonly name: string;
  readonly kind: 'user' | 'role';
  readonly created: Date;
  readonly lastUsed?: Date;
  readonly tags: Readonly<Record<string, string>>;
  /** ARNs. */
  readonly groups: readonly string[];
  readonly boundary?: string;
  /** Only its service changes it. */
  readonly isServiceLinked: boolean;
  /** A role of an IAM Identity Center permission set. */
  readonly isIdentityCenter: boolean;
  /** Its name, of such a role. */
  readonly permissionSet?: string;
  /** Who holds it, where that could be read. */
  readonly heldBy?: PermissionSetHolders;
  readonly verdict: 'direct' | 'proven' | 'conditional' | 'unreachable';
  readonly privileges: PrivilegeClass;
  /** Statements that give full access, for who has it without a step. */
  readonly grantedBy: readonly StatementPlace[];
  /** The chain that needs the least; empty for who needs none and for who has none. */
  readonly steps: readonly AccessStep[];
  /** Everything that must hold for it. */
  readonly needs: readonly AccessNeed[];
  readonly policies: readonly HeldPolicy[];
  /** ARNs of managed policies whose documents were not returned. */
  readonly unreadPolicies: readonly string[];
  /** Prefixes of services of which some action is allowed; `*` for all. */
  readonly services: readonly string[];
  /** What a user can do without MFA; absent for roles, and where the credential report was not read. */
  readonly withoutMfa?: WithoutMfa;
  /** Ways into a role by its trust policy. */
  readonly exposures: readonly TrustExposure[];
}

/** Who can do what in one account. */
export interface AccountAccess {
  readonly principals: readonly PrincipalAccess[];
  /** What was not read that might narrow what was found: verdicts are then an upper bound. */
  readonly upperBound: readonly AccessNeed[];
}
