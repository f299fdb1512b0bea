import type { AzureDisk } from '../../../model/azure/stored-data.ts';
import { given, itemsOf, momentIn, numberIn, objectIn, textIn, wordIn, type JsonObject } from '../../json-object.ts';
import type { Answers } from '../../part.ts';
import { propertiesIn } from '../arm-resource.ts';

/** Operations that tell of disks and snapshots. */
export const diskOperations = ['Microsoft.Compute/disks', 'Microsoft.Compute/snapshots'] as const;

/** Disks and snapshots, as far as they were read: that they are there is in the list of resources. */
export function disksIn(answers: Answers): readonly AzureDisk[] {
  const read = diskOperations.filter((operation) => Object.hasOwn(answers, operation));
  return read.flatMap((operation) => {
    try {
      return itemsOf(answers, operation).map(disk);
    } catch (error) {
      // What they are like is a detail: an answer that has not the documented shape takes nothing else with it.
      if (error instanceof TypeError) return [];
      throw error;
    }
  });
}

function disk(row: JsonObject): AzureDisk {
  const properties = propertiesIn(row);
  const creation = objectIn(properties, 'creationData') ?? {};
  return {
    id: textIn(row, 'id'),
    ...given('created', momentIn(properties, 'timeCreated')?.toISOString()),
    ...given('sizeGiB', numberIn(properties, 'diskSizeGB')),
    ...given('source', wordIn(creation, 'sourceResourceId')),
    isUnattached: wordIn(properties, 'diskState')?.toLowerCase() === 'unattached',
  };
}
