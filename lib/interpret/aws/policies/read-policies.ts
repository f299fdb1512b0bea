import type { ResourcePolicies } from '../../../model/aws/resource-policy.ts';
import type { AwsUnit } from '../../../model/unit.ts';
import type { Answers, HowRead } from '../../part.ts';
import type { PolicySource } from './policy-source.ts';

/** What the sources make of the answers; each kind is read or not by itself. */
export function readPolicies(
  sources: readonly PolicySource[],
  answers: Answers,
  unit: AwsUnit,
  how: HowRead,
): ResourcePolicies {
  const read = sources.map((source) => readKind(source, answers, unit, how));
  return { policies: read.flatMap(({ policies }) => policies), unread: read.flatMap(({ unread }) => unread) };
}

function readKind(source: PolicySource, answers: Answers, unit: AwsUnit, how: HowRead): ResourcePolicies {
  const { kind, operation } = source;
  if (!Object.hasOwn(answers, operation)) {
    const unread = how.isSkipped(operation) ? [] : [{ kind, unread: how.whyUnread(operation) }];
    return { policies: [], unread };
  }
  try {
    return { policies: source.policies(answers, unit), unread: [] };
  } catch (error) {
    // An answer that has not the documented shape leaves its own kind unread, and no other.
    if (!(error instanceof TypeError)) throw error;
    return {
      policies: [],
      unread: [{ kind, unread: { operation, code: 'UnexpectedAnswer', message: error.message } }],
    };
  }
}
