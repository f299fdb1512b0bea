import type { AzureStoredData } from '../../model/azure/stored-data.ts';
import { readWhole, type Answers, type HowRead, type PartDefinition } from '../part.ts';
import { backups } from './stored/backups.ts';
import type { AzureStoredSource } from './stored/azure-stored-source.ts';
import { deletedResources } from './stored/deleted-resources.ts';
import { diskOperations, disksIn } from './stored/disks.ts';

const sources: readonly AzureStoredSource[] = [...deletedResources, backups];

/** `azure.storedData`: what keeps data and is in no list of resources, and how large and old disks are. Each kind is read or not by itself. */
export const azureStoredData: PartDefinition<'azure.storedData'> = {
  per: 'azure-subscription',
  operations: [],
  optional: [...sources.map(({ operation }) => operation), ...diskOperations],
  interpret: (answers, _unit, how = readWhole) => {
    const read = sources.map((source) => readKind(source, answers, how));
    return {
      things: read.flatMap(({ things }) => things),
      disks: disksIn(answers),
      unread: read.flatMap(({ unread }) => unread),
    };
  },
};

function readKind(
  source: AzureStoredSource,
  answers: Answers,
  { whyUnread }: HowRead,
): Pick<AzureStoredData, 'things' | 'unread'> {
  const { operation, types } = source;
  const kind = operation.toLowerCase();
  // Even where nobody asked: that nothing is left must not be read off a question that was not put.
  if (!Object.hasOwn(answers, operation))
    return { things: [], unread: [{ kind, types, unread: whyUnread(operation) }] };
  try {
    return { things: source.things(answers), unread: [] };
  } catch (error) {
    // An answer that has not the documented shape leaves its own kind unread, and no other.
    if (!(error instanceof TypeError)) throw error;
    return {
      things: [],
      unread: [{ kind, types, unread: { operation, code: 'UnexpectedAnswer', message: error.message } }],
    };
  }
}
