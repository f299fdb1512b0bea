import type { StoredData, StoredKind, StoredThing } from '../../model/aws/stored-data.ts';
import type { Unread } from '../../model/unread.ts';
import { readWhole, type Answers, type PartDefinition } from '../part.ts';
import { cacheSnapshots, caches, serverlessCaches, serverlessCacheSnapshots } from './stored/caches.ts';
import { automatedBackups, clusterBackups, clusterSnapshots, databaseSnapshots } from './stored/databases.ts';
import { fileCaches, fileSystems, fsxBackups, fsxFileSystems } from './stored/file-systems.ts';
import {
  lightsailDatabaseSnapshots,
  lightsailDisks,
  lightsailDiskSnapshots,
  lightsailInstanceSnapshots,
} from './stored/lightsail.ts';
import { logGroups } from './stored/log-groups.ts';
import { images, snapshots, volumes } from './stored/machines.ts';
import { memorydbClusters, memorydbSnapshots } from './stored/memorydb.ts';
import { keys, recoveryPoints, repositories } from './stored/others.ts';
import { recycledImages, recycledSnapshots, recycledVolumes } from './stored/recycle-bin.ts';
import { secrets } from './stored/secrets.ts';
import type { StoredPlace, StoredSource } from './stored/stored-source.ts';
import { tableBackups, tables } from './stored/tables.ts';
import { vaults } from './stored/vaults.ts';
import { warehouseSnapshots } from './stored/warehouses.ts';

/** Recovery points are last: some are snapshots and images that are listed as such. */
const sources: readonly StoredSource[] = [
  volumes,
  snapshots,
  images,
  databaseSnapshots,
  clusterSnapshots,
  automatedBackups,
  clusterBackups,
  logGroups,
  keys,
  repositories,
  tables,
  tableBackups,
  recycledSnapshots,
  recycledImages,
  recycledVolumes,
  fileSystems,
  fsxFileSystems,
  fsxBackups,
  fileCaches,
  caches,
  serverlessCaches,
  cacheSnapshots,
  serverlessCacheSnapshots,
  memorydbClusters,
  memorydbSnapshots,
  warehouseSnapshots,
  lightsailInstanceSnapshots,
  lightsailDiskSnapshots,
  lightsailDatabaseSnapshots,
  lightsailDisks,
  secrets,
  vaults,
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
  const { kind, operation, each, onceEnded } = source;
  const missing = [operation, ...(each ? [each] : [])].find((one) => !Object.hasOwn(answers, one));
  if (missing !== undefined) {
    // Even where nobody asked: that nothing is left must not be read off a question that was not put.
    const why = place.how.whyUnread(missing);
    return { things: [], unread: [{ kind, unread: onceEnded && why.code === 'NotCollected' ? early(missing) : why }] };
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

/** What became of a question that nobody had a reason to put. */
function early(operation: string): Unread {
  const message = `${operation} is read once the register says that the use has ended, and was not read; scan again with the register`;
  return { operation, code: 'NotSelected', message };
}

function lost(kind: StoredKind, operation: string, code: string, message: string): StoredData['unread'][number] {
  return { kind, unread: { operation, code, message } };
}
