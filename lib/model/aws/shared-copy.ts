import type { Unread } from '../unread.ts';

/** Kinds of copies of data that an account may let other accounts use. */
export const sharedKinds = ['ebs-snapshot', 'machine-image', 'rds-snapshot', 'rds-cluster-snapshot'] as const;

/** One of {@link sharedKinds}. */
export type SharedKind = (typeof sharedKinds)[number];

/** A copy of data, and who may use it. */
export interface SharedCopy {
  readonly kind: SharedKind;
  /** As the service names it. */
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  readonly tags: Readonly<Record<string, string>>;
  /** The operation that says who may use it. */
  readonly operation: string;
  /** Whether every AWS account may; absent where nobody could tell. */
  readonly isPublic?: boolean;
  /** Sharing with everybody is blocked in the region, so that it counts for nothing; absent where it was not read. */
  readonly isBlocked?: boolean;
  /** Who else may: account ids, and ARNs of organizations and their units; absent where nobody could tell. */
  readonly sharedWith?: readonly string[];
  /** What was not read about it. */
  readonly unread: readonly Unread[];
}

/** The copies in a region, each kind as far as it was read. */
export interface SharedCopies {
  readonly copies: readonly SharedCopy[];
  readonly unread: readonly { readonly kind: SharedKind; readonly unread: Unread }[];
}
