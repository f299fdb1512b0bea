/** Why something could not be judged: what was to be read, what the service said, and what would mend it. */
export interface Unread {
  readonly operation: string;
  readonly code: string;
  readonly message: string;
  /** The permission that lets the operation be read, e.g. `ec2:DescribeVpcs`; absent when permission is not the cause. */
  readonly permission?: string;
}
