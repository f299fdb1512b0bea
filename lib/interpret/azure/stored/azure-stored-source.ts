import type { AzureStoredThing } from '../../../model/azure/stored-data.ts';
import type { Answers } from '../../part.ts';

/** How the things of one kind that keep data are made from the answer of one operation. */
export interface AzureStoredSource {
  /** Its name in lower case is the kind. */
  readonly operation: string;
  /** Types of resource whose data they may hold, in lower case. */
  readonly types: readonly string[];
  /** Pure. Throws a TypeError when an answer has not the documented shape. */
  things(answers: Answers): readonly AzureStoredThing[];
}
