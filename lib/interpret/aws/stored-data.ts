import type { StoredData, StoredKind, StoredThing } from '../../model/aws/stored-data.ts';
import { readWhole, type Answers, type PartDefinition } from '../part.ts';
import { automatedBackups, clusterSnapshots, databaseSnapshots } from './stored/databases.ts';
import { logGroups } from './stored/log-groups.ts';
import { images, snapshots, volumes } from './stored/machines.ts';
import { keys, recoveryPoints, repositories, tableBackups } from './stored/others.ts';
import type { StoredPlace, StoredSource } from './stored/stored-source.ts';

/** Recovery points are last: some are snapshots and images that are listed as such. */
const sources: readonly StoredSource[] = [
  volumes,
  snapshots,
  images,
  databaseSnapshots,
  clusterSnapshots,
  automatedBackups,
  logGroups,
  keys,
  repositories,
  tableBackups,
  recoveryPoints,
];

const asked = sources.flatMap(({ operation, each, standing = [] }) => [
  operation,
  ...(each ? [each] : []),
  ...standing,
]);

/** `aws.storedData`: what keeps data in a region when what made it is gone. Each kind is read or not by itself. */
export const storedData: PartDefinition<'aws.storedData'> = {
  per: 'aws-region',
  operations: [],
  optional: [...new Set(asked)],
  interpret: (answers, unit, how = readWhole) => {
    const read = sources.map((source) => readKind(source, answers, { unit, how }));
    const things = read.flatMap((each) => each.things);
    const first = new Map(things.map((thing) => [thing.arn, thing] as const).toReversed());
    return {
      things: things.filter((thing) => first.get(thing.arn) === thing),
      unread: read.flatMap(({ unread }) => unread),
    };
  },
};

function readKind(source: StoredSource, answers: Answers, place: StoredPlace): StoredData {
  const { kind, operation, each } = source;
  const missing = [operation, ...(each ? [each] : [])].find((one) => !Object.hasOwn(answers, one));
  if (missing !== undefined) {
    // Even where nobody asked: that nothing is left must not be read off a question that was not put.
    return { things: [], unread: [lost(kind, missing, 'NotCollected', `${missing} was not read`)] };
  }
  try {
    const things: readonly StoredThing[] = source.things(answers, place);
    const isPartial = each !== undefined && place.how.isPartial(each);
    const rest = each && isPartial ? [lost(kind, each, 'NotCollected', `${each} was not read of all of them`)] : [];
    return { things, unread: rest };
  } catch (error) {
    // An answer that has not the documented shape leaves its own kind unread, and no other.
    if (!(error instanceof TypeError)) throw error;
    return { things: [], unread: [lost(kind, operation, 'UnexpectedAnswer', error.message)] };
  }
}

function lost(kind: StoredKind, operation: string, code: string, message: string): StoredData['unread'][number] {
  return { kind, unread: { operation, code, message } };
}
