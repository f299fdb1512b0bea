import type { RoleCarrier } from '../../../model/aws/role-carrier.ts';
import type { AwsUnit } from '../../../model/unit.ts';
import type { Answers } from '../../part.ts';

/** How the role carriers of one kind are made from raw answers. */
export interface CarrierSource {
  /** The kind was read when all of these were. */
  readonly operations: readonly string[];
  /** Operations that tell more of the kind when they were read. */
  readonly optional?: readonly string[];
  /** Pure. Throws a TypeError when an answer has not the documented shape. */
  carriers(answers: Answers, unit: AwsUnit): readonly RoleCarrier[];
}
