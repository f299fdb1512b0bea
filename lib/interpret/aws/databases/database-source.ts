import type { Database } from '../../../model/aws/database.ts';
import type { AwsUnit } from '../../../model/unit.ts';
import type { Answers } from '../../part.ts';

/** How the databases of one kind are made from raw answers. */
export interface DatabaseSource {
  readonly operation: string;
  /** Pure. Throws a TypeError when the answer has not the documented shape. */
  databases(answers: Answers, unit: AwsUnit): readonly Database[];
}
