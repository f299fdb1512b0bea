import type { CompiledPolicy } from '../policy/compiled-policy.ts';
import type { Layer } from '../policy/decide.ts';
import type { Need } from '../policy/truth.ts';

/** A policy of an identity, and how it came to it. */
export interface Attachment {
  readonly policy: CompiledPolicy;
  readonly kind: 'inline' | 'managed';
  /** Present when the policy comes through a group. */
  readonly group?: string;
}

/**
 * A user or role with the policies that it has, or would have after somebody changed it: the same principal may appear
 * in several forms.
 */
export interface Identity {
  /** The principal and, of a changed one, what it has now: equal for what was changed to the same in another order. */
  readonly key: string;
  /** How many changes made it what it is. */
  readonly changes: number;
  readonly arn: string;
  readonly kind: 'user' | 'role';
  readonly name: string;
  /** `AIDA…`, `AROA…` */
  readonly id: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Names of tags that somebody in control of it could give any value, in lower case; or that it could of every tag. */
  readonly freeTags: 'all' | readonly string[];
  /** Service-linked roles, and those of Identity Center: only their service changes them. */
  readonly isProtected: boolean;
  readonly isServiceLinked: boolean;
  readonly groups: readonly string[];
  readonly attachments: readonly Attachment[];
  readonly unreadPolicies: readonly string[];
  readonly boundary?: Boundary;
  /** Identity policies, boundary, service control policies: all must allow. */
  readonly layers: readonly Layer[];
  /** One bit for each technique action that some policy allows, whatever the resource. */
  readonly mask: bigint;
}

/** A permissions boundary; one whose document was not returned is a need. */
export type Boundary =
  { readonly arn: string; readonly policy: CompiledPolicy } | { readonly arn: string; readonly unread: Need };
