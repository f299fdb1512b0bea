import type { GraphLicence } from './entra/graph-operations.ts';

/** Codes of what nobody can read, whoever asks: the answer about one thing, which hides no other. */
export const answeredToNobody: ReadonlySet<string> = new Set(['HeldByAnother']);

/** Why something could not be judged: what was to be read, what the service said, and what would mend it. */
export interface Unread {
  readonly operation: string;
  readonly code: string;
  readonly message: string;
  /** The permission that lets the operation be read, e.g. `ec2:DescribeVpcs`; absent when permission is not the cause. */
  readonly permission?: string;
  /** The licence of the tenant that lets it be read; absent when that is not the cause. */
  readonly licence?: GraphLicence;
}
