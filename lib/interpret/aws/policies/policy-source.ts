import type { PolicyKind, ResourcePolicy } from '../../../model/aws/resource-policy.ts';
import type { AwsUnit } from '../../../model/unit.ts';
import type { Answers } from '../../part.ts';
import { gapAt } from '../endpoints/endpoint-source.ts';
import { policyText } from '../endpoints/policy-text.ts';

/** How the resources of one kind, with their policies, are made from raw answers. */
export interface PolicySource {
  readonly kind: PolicyKind;
  /** The operation that lists them: without it, nothing of the kind is known. */
  readonly operation: string;
  /** Operations that say more of each. */
  readonly more: readonly string[];
  /** Pure. Throws a TypeError when an answer has not the documented shape. */
  policies(answers: Answers, unit: AwsUnit): readonly ResourcePolicy[];
}

/**
 * A resource with its policy, from the JSON that was answered about each by `key`: nothing where there is no policy. One
 * that was not answered for, or with what is no policy, says so and leaves the others as they are.
 */
export function withPolicy(
  named: Omit<ResourcePolicy, 'document' | 'unread'>,
  told: ReadonlyMap<string, string | undefined>,
  key: string,
): ResourcePolicy {
  const { operation } = named;
  if (!told.has(key)) return { ...named, unread: [gapAt(operation, key)] };
  try {
    const document = policyText(told.get(key), 'the policy');
    return { ...named, ...(document && { document }), unread: [] };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { ...named, unread: [{ operation, code: 'UnexpectedAnswer', message: `${key}: ${error.message}` }] };
  }
}
