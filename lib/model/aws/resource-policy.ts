import type { Unread } from '../unread.ts';
import type { PolicyDocument } from './iam-entities.ts';

/** Kinds of resources with policies of their own, which may let in other accounts without any of this account's. */
export const policyKinds = [
  'backup-vault',
  'ecr-registry',
  'ecr-repository',
  'efs-file-system',
  'kms-key',
  'lambda-function',
  's3-bucket',
  'secret',
  'sns-topic',
  'sqs-queue',
] as const;

/** One of {@link policyKinds}. */
export type PolicyKind = (typeof policyKinds)[number];

/** A resource, and the policy that says who may use it. */
export interface ResourcePolicy {
  readonly kind: PolicyKind;
  /** As commands take it: a name, an id, a queue's URL, an ARN. */
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  /** The operation that says the policy. */
  readonly operation: string;
  /** Absent where there is none, and where it was not read. */
  readonly document?: PolicyDocument;
  /** What was not read about it. */
  readonly unread: readonly Unread[];
}

/** The resources of an account's region, or of the account itself, with their policies: each kind as far as it was read. */
export interface ResourcePolicies {
  readonly policies: readonly ResourcePolicy[];
  readonly unread: readonly { readonly kind: PolicyKind; readonly unread: Unread }[];
}
