import type { ExternalConnection } from '../../../model/aws/external-connection.ts';
import type { AwsUnit } from '../../../model/unit.ts';
import type { Answers } from '../../part.ts';

/** How the connections of one kind are made from raw answers. */
export interface ConnectionSource {
  /** The kind was read when all of these were. */
  readonly operations: readonly [string, ...string[]];
  /** Operations that tell more of the kind when they were read. */
  readonly optional?: readonly string[];
  /** Pure. Throws a TypeError when an answer has not the documented shape. */
  connections(answers: Answers, unit: AwsUnit): readonly ExternalConnection[];
}
