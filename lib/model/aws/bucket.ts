import type { Unread } from '../unread.ts';

/** What of S3 Block Public Access matters to what is public already; absent where it was not read. */
export interface PublicAccessBlock {
  /** ACLs that let the public in count for nothing. */
  readonly ignorePublicAcls: boolean;
  /** A policy that lets the public in lets in the account and AWS services only. */
  readonly restrictPublicBuckets: boolean;
}

/** A bucket, and what lets the public into it. */
export interface Bucket {
  readonly name: string;
  readonly arn: string;
  /** ISO 8601; absent where the answer does not say. */
  readonly created?: string;
  /** Whether S3 itself calls the policy public; absent where it was not read. */
  readonly policyIsPublic?: boolean;
  /** What ACLs grant to everybody or to every AWS account: `READ`, `WRITE` …; absent where they were not read. */
  readonly publicGrants?: readonly string[];
  readonly block?: PublicAccessBlock;
  readonly unread: readonly Unread[];
}

/** The buckets of an account. */
export interface Buckets {
  readonly buckets: readonly Bucket[];
  /** Of the whole account; absent where it was not read. */
  readonly accountBlock?: PublicAccessBlock;
}
