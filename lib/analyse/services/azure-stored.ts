import { armKey, armType, subscriptionOf } from '../../model/azure/arm-id.ts';
import type { AzureResourceInUse } from '../../model/azure/service-in-use.ts';
import type { AzureDisk, AzureStoredThing } from '../../model/azure/stored-data.ts';
import { ownerOf } from '../../model/owner-of.ts';
import type { LeftThing } from '../../model/services/service-review.ts';
import type { Owners } from '../../model/standard.ts';
import type { AzureSources } from '../analysis.ts';
import { anyGlob } from './glob.ts';
import { meantToRead } from '../meant-to-read.ts';
import type { Stored, StoredIn } from './stored.ts';

/**
 * Types whose data outlives them where no list that is read tells of it: backups that their service keeps, and apps, accounts,
 * workspaces and vaults that can be recovered.
 */
const outlived = [
  'microsoft.sql/servers',
  'microsoft.sql/servers/databases',
  'microsoft.sql/managedinstances',
  'microsoft.sql/managedinstances/databases',
  'microsoft.dbforpostgresql/flexibleservers',
  'microsoft.dbformysql/flexibleservers',
  'microsoft.documentdb/databaseaccounts',
  'microsoft.machinelearningservices/workspaces',
  'microsoft.web/sites',
  'microsoft.automation/automationaccounts',
  'microsoft.synapse/workspaces',
  // What Azure Backup keeps of these may lie in a Backup vault.
  'microsoft.storage/storageaccounts',
  'microsoft.compute/disks',
  'microsoft.containerservice/managedclusters',
  'microsoft.recoveryservices/vaults',
  'microsoft.dataprotection/backupvaults',
] as const;

/** What a subscription stores: every resource may hold data, and so does what was deleted and can be recovered, and a backup. */
export function azureStored({ part, unread, standard, unit }: AzureSources): StoredIn {
  const resources = part('azure.resources');
  const data = part('azure.storedData');
  const standing = new Set(resources?.map(({ id }) => armKey(id)));
  const disks = new Map(data?.disks.map((disk) => [armKey(disk.id), disk]));
  const known: Known = {
    owners: standard.owners,
    isGone: (id) => (resources && isListed(id, unit.subscription) ? !standing.has(armKey(id)) : undefined),
  };
  // Where another resource bears the name, what was deleted cannot be recovered any more; and a name may be deleted twice.
  const recoverable = (data?.things ?? []).filter(({ id }) => !standing.has(armKey(id)));
  const things = [...new Map(recoverable.map((each) => [armKey(each.id), each])).values()];
  const whole = (['azure.resources', 'azure.storedData'] as const).flatMap((each) => meantToRead(unread(each)));
  return {
    provider: 'azure',
    knows: ({ keys }) => !outlived.some(anyGlob(keys.azure)),
    stored: [
      ...(resources ?? []).map((each) => ofResource(each, disks.get(armKey(each.id)), known)),
      ...things.map((each) => ofThing(each, known)),
    ],
    unread: [
      ...whole.map((gap) => ({ keys: 'any' as const, kind: 'azure-resource', unread: gap })),
      ...(data?.unread ?? []).map(({ types, kind, unread: gap }) => ({ keys: types, kind, unread: gap })),
    ],
  };
}

/** The list of resources names those of its subscription, and no children of them. */
function isListed(id: string, subscription: string): boolean {
  return subscriptionOf(id) === subscription && armType(id)?.split('/').length === 2;
}

interface Known {
  readonly owners: Owners;
  /** Undefined where nobody could tell. */
  isGone(id: string): boolean | undefined;
}

/** There is no telling which resource holds no data. */
function ofResource(resource: AzureResourceInUse, disk: AzureDisk | undefined, known: Known): Stored {
  const { id, name, type, location, tags } = resource;
  const created = disk?.created ?? resource.created;
  return {
    keys: [type],
    thing: {
      kind: type,
      id,
      name,
      region: location,
      operation: 'Microsoft.Resources/resources',
      ...(created !== undefined && { created }),
      ...(disk?.sizeGiB !== undefined && { sizeGiB: disk.sizeGiB }),
      ...(disk?.isUnattached && { isUnattached: true }),
      ...sourceOf(disk?.source, known),
      ...ownedBy(tags, known),
    },
  };
}

function ofThing(thing: AzureStoredThing, known: Known): Stored {
  const { kind, types, id, name, location, tags, operation, source, deletedOn, mustWait } = thing;
  return {
    keys: types,
    thing: {
      kind,
      id,
      name,
      region: location,
      operation,
      ...(deletedOn !== undefined && { deletedOn }),
      ...(mustWait && { mustWait }),
      ...sourceOf(source, known),
      ...ownedBy(tags, known),
    },
  };
}

function sourceOf(source: string | undefined, { isGone }: Known): Pick<LeftThing, 'source' | 'sourceIsGone'> {
  if (source === undefined) return {};
  const sourceIsGone = isGone(source);
  return { source, ...(sourceIsGone !== undefined && { sourceIsGone }) };
}

function ownedBy(tags: Readonly<Record<string, string>>, { owners }: Known): Pick<LeftThing, 'owner'> {
  const owner = ownerOf(tags, owners);
  return owner === undefined ? {} : { owner };
}
