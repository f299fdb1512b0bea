import type { InterpretedPart, Parts, SubjectKind } from '../model/parts.ts';
import type { AwsUnit } from '../model/unit.ts';

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
  /**
   * Pure. `isSkipped` tells an operation that was deliberately not called from one that was not read. May throw when an answer has not the documented shape: the part is then unread
   * (`UnexpectedAnswer`).
   */
  interpret(answers: Answers, unit: AwsUnit, isSkipped?: (operation: string) => boolean): Parts[N];
}
