import type { InterpretedPart, Parts, SubjectKind, UnitOf } from '../model/parts.ts';
import type { Unread } from '../model/unread.ts';
import type { SkipReason } from '../model/snapshot.ts';

/** The answers of the operations that a part named; every one of them was read. */
export type Answers = Readonly<Record<string, unknown>>;

/** How one part of the model is made from raw answers. */
export interface PartDefinition<N extends InterpretedPart> {
  readonly per: SubjectKind;
  /**
   * Operations of the subject's unit. If one was not read, the part is unread, and so is every check that reads it. None
   * where the part itself says what of it was read.
   */
  readonly operations: readonly string[];
  /** Operations that make the part better when they were read; their answers may be missing. */
  readonly optional?: readonly string[];
  /** Fields of these answers that a service refuses by themselves: if one was refused, the part is unread. */
  readonly fields?: readonly string[];
  /** Pure. May throw when an answer has not the documented shape: the part is then unread (`UnexpectedAnswer`). */
  interpret(answers: Answers, unit: UnitOf<N>, how?: HowRead): Parts[N];
}

/** What the answers themselves do not say: how they were come by. */
export interface HowRead {
  /** Whether an operation was deliberately not called, and not merely not read; for this reason, if one is given. */
  isSkipped(operation: string, reason?: SkipReason): boolean;
  /** Whether an operation that is called once per resource was read of some, and not of all. */
  isPartial(operation: string): boolean;
  /** Why an operation that was not read, and not skipped, was not. */
  whyUnread(operation: string): Unread;
}

/** All was called, and whatever is called once per resource was read of each. */
export const readWhole: HowRead = {
  isSkipped: () => false,
  isPartial: () => false,
  whyUnread: (operation) => ({ operation, code: 'NotCollected', message: `${operation} was not read` }),
};
