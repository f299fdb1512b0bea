import type { SharedCopy, SharedKind } from '../../../model/aws/shared-copy.ts';
import type { AwsUnit } from '../../../model/unit.ts';
import type { Answers } from '../../part.ts';

/** How the copies of one kind are made from raw answers. */
export interface SharedSource {
  readonly kind: SharedKind;
  /** The operation that lists all of the account's own. */
  readonly operation: string;
  /** Operations that say more of them, or of some. */
  readonly more: readonly string[];
  /** Pure. Throws a TypeError when an answer has not the documented shape. */
  copies(answers: Answers, unit: AwsUnit): readonly SharedCopy[];
}

/** Who may use something, as answers say it: the account itself may anyway. */
export function usersOf(named: readonly (string | undefined)[], { account }: AwsUnit): readonly string[] {
  return [...new Set(named.flatMap((each) => (each && each !== account ? [each] : [])))];
}
