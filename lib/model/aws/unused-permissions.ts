import type { PolicyDocument } from './iam-entities.ts';
import type { HeldPolicy } from './principal-access.ts';

/** A service that is allowed and was not used. */
export interface UnusedService {
  /** Prefix of its actions. */
  readonly service: string;
  readonly name: string;
  /** The strongest thing that is allowed in it. */
  readonly level: 'permissions' | 'writes' | 'reads';
  readonly lastUsed?: Date;
}

/** What becomes of one policy so that its holder keeps only what is in use. It never allows more than before. */
export interface PolicyChange {
  readonly policy: HeldPolicy;
  /**
   * `rewrite` in place; `replace` for this holder alone by a policy of its own; `attach` what it had through a group that
   * it leaves; `remove`: nothing of it is in use.
   */
  readonly how: 'rewrite' | 'replace' | 'attach' | 'remove';
  /** What is left; absent for `attach` and `remove`. */
  readonly document?: PolicyDocument;
  /** Whether single actions were taken out, or services only. */
  readonly by: 'action' | 'service';
  /** Characters that IAM counts, where they are more than it takes. */
  readonly tooLong?: number;
  /** The version to delete first, where the policy has as many as it can. */
  readonly oldestVersion?: string;
}

/** What a user or role is allowed, and what of it was used. */
export interface PrincipalUse {
  readonly arn: string;
  readonly name: string;
  readonly kind: 'user' | 'role';
  /** The data's window: from the principal's creation or the tracking period's start, to the report. */
  readonly from: Date;
  readonly to: Date;
  readonly granularity: 'action' | 'service';
  readonly usedServices: readonly string[];
  readonly unusedServices: readonly UnusedService[];
  /** Services that are allowed, and of which IAM keeps no record. */
  readonly unrecorded: readonly string[];
  /** Tracked actions of used services that change something: all that are allowed, and those not used. */
  readonly changing: number;
  readonly unusedChanging: readonly string[];
  readonly changes: readonly PolicyChange[];
  /** Names of groups that the user has to leave, since others hold the same policies through them. */
  readonly leaves: readonly string[];
}

/** A principal of which nobody can say what it uses. */
export interface UnknownUse {
  readonly arn: string;
  readonly name: string;
  readonly kind: 'user' | 'role';
  /** ARN of a policy whose document was not returned; absent when the report was not read. */
  readonly policy?: string;
}

/** Who of an account is allowed more than it uses. */
export interface UnusedPermissions {
  readonly principals: readonly PrincipalUse[];
  readonly unknown: readonly UnknownUse[];
}
