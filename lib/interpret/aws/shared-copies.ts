import type { SharedCopies } from '../../model/aws/shared-copy.ts';
import type { AwsUnit } from '../../model/unit.ts';
import { readWhole, type Answers, type HowRead, type PartDefinition } from '../part.ts';
import { clusterSnapshots, databaseSnapshots } from './shared/databases.ts';
import { images, snapshots } from './shared/machines.ts';
import type { SharedSource } from './shared/shared-source.ts';

const sources: readonly SharedSource[] = [snapshots, images, databaseSnapshots, clusterSnapshots];

/** `aws.sharedCopies`: copies of data in a region, and who may use them. Each kind is read or not by itself. */
export const sharedCopies: PartDefinition<'aws.sharedCopies'> = {
  per: 'aws-region',
  operations: [],
  optional: sources.flatMap(({ operation, more }) => [operation, ...more]),
  interpret: (answers, unit, how = readWhole) => {
    const read = sources.map((source) => readKind(source, answers, unit, how));
    return { copies: read.flatMap(({ copies }) => copies), unread: read.flatMap(({ unread }) => unread) };
  },
};

function readKind(source: SharedSource, answers: Answers, unit: AwsUnit, how: HowRead): SharedCopies {
  const { kind, operation, more } = source;
  const lost = (code: string, message: string) => [{ kind, unread: { operation, code, message } }];
  const isListed = Object.hasOwn(answers, operation);
  if (!isListed && how.isSkipped(operation)) return { copies: [], unread: [] };
  const missing = isListed ? [] : lost('NotCollected', `${operation} was not read`);
  // Where the account's own were not listed, those that everybody may use may still have been.
  if (!isListed && !more.some((each) => Object.hasOwn(answers, each))) return { copies: [], unread: missing };
  try {
    return { copies: source.copies(answers, unit), unread: missing };
  } catch (error) {
    // An answer that has not the documented shape leaves its own kind unread, and no other.
    if (!(error instanceof TypeError)) throw error;
    return { copies: [], unread: isListed ? lost('UnexpectedAnswer', error.message) : missing };
  }
}
