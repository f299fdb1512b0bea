import { armType } from '../../../model/azure/arm-id.ts';
import type { AzureStoredThing } from '../../../model/azure/stored-data.ts';
import { flagIn, given, itemsOf, momentIn, numberIn, wordIn, type JsonObject } from '../../json-object.ts';
import { namedIn, propertiesIn } from '../arm-resource.ts';
import type { AzureStoredSource } from './azure-stored-source.ts';

const operation = 'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems';
const vaults = 'microsoft.recoveryservices/vaults';

/**
 * Backups in Recovery Services vaults: of what is still protected, of what is not any more and was kept ("stop protection and
 * retain data"), and deleted ones that can be recovered.
 */
export const backups: AzureStoredSource = {
  operation,
  types: [vaults, 'microsoft.compute/virtualmachines', 'microsoft.storage/storageaccounts'],
  things: (answers) => itemsOf(answers, operation).map(backup),
};

function backup(row: JsonObject): AzureStoredThing {
  const properties = propertiesIn(row);
  const { id, name, location, tags } = namedIn(row);
  const source = wordIn(properties, 'sourceResourceId');
  const type = source === undefined ? undefined : armType(source);
  const isDeleted = flagIn(properties, 'isScheduledForDeferredDelete') === true;
  return {
    kind: operation.toLowerCase(),
    types: type === undefined ? [vaults] : [vaults, type],
    id,
    name: wordIn(properties, 'friendlyName') ?? name,
    location: location || 'global',
    tags,
    operation,
    ...given('source', source),
    ...given('deletedOn', isDeleted ? endOfRetention(properties) : undefined),
    ...(isDeleted && { mustWait: true }),
  };
}

const day = 86_400_000;

/** When a backup was deleted is said, and for how many days it is kept then, by newer vaults. */
function endOfRetention(properties: JsonObject): string | undefined {
  const deleted = momentIn(properties, 'deferredDeleteTimeInUTC');
  const days = numberIn(properties, 'softDeleteRetentionPeriodInDays');
  return deleted && days ? new Date(deleted.getTime() + days * day).toISOString() : undefined;
}
