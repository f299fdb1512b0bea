import { plainRegion } from '../../../model/plain-region.ts';
import type { AzureStoredThing } from '../../../model/azure/stored-data.ts';
import { flagIn, given, itemsOf, momentIn, textIn, wordIn, type JsonObject } from '../../json-object.ts';
import { namedIn, propertiesIn, tagsIn } from '../arm-resource.ts';
import type { AzureStoredSource } from './azure-stored-source.ts';

/** How a provider tells of what was deleted. */
interface Deleted {
  readonly operation: string;
  /** The type that it had, in lower case. */
  readonly type: string;
  /** The property that holds the id that it had; without one the row has that id itself, or one that tells it. */
  readonly idIn?: string;
  /** The provider has no operation that deletes it for good. */
  readonly mustWait?: boolean;
}

const kinds: readonly Deleted[] = [
  { operation: 'Microsoft.KeyVault/deletedVaults', type: 'microsoft.keyvault/vaults', idIn: 'vaultId' },
  { operation: 'Microsoft.KeyVault/deletedManagedHSMs', type: 'microsoft.keyvault/managedhsms', idIn: 'mhsmId' },
  {
    operation: 'Microsoft.Storage/deletedAccounts',
    type: 'microsoft.storage/storageaccounts',
    idIn: 'storageAccountResourceId',
    mustWait: true,
  },
  { operation: 'Microsoft.CognitiveServices/deletedAccounts', type: 'microsoft.cognitiveservices/accounts' },
  {
    operation: 'Microsoft.AppConfiguration/deletedConfigurationStores',
    type: 'microsoft.appconfiguration/configurationstores',
    idIn: 'configurationStoreId',
  },
  { operation: 'Microsoft.ApiManagement/deletedservices', type: 'microsoft.apimanagement/service', idIn: 'serviceId' },
  { operation: 'Microsoft.OperationalInsights/deletedWorkspaces', type: 'microsoft.operationalinsights/workspaces' },
];

/** What was deleted, and can be recovered until its provider deletes it for good. */
export const deletedResources: readonly AzureStoredSource[] = kinds.map((kind) => ({
  operation: kind.operation,
  types: [kind.type],
  things: (answers) => itemsOf(answers, kind.operation).map((row) => deletedThing(row, kind)),
}));

function deletedThing(row: JsonObject, { operation, type, idIn, mustWait = false }: Deleted): AzureStoredThing {
  const properties = propertiesIn(row);
  const { name, location, tags } = namedIn(row);
  const isProtected = flagIn(properties, 'purgeProtectionEnabled') === true;
  return {
    kind: operation.toLowerCase(),
    types: [type],
    id: (idIn === undefined ? undefined : wordIn(properties, idIn)) ?? formerId(textIn(row, 'id')),
    name,
    location: plainRegion(wordIn(properties, 'location') ?? location) || 'global',
    tags: { ...tags, ...tagsIn(properties) },
    operation,
    ...given('deletedOn', momentIn(properties, 'scheduledPurgeDate')?.toISOString()),
    ...((mustWait || isProtected) && { mustWait: true }),
  };
}

/** Cognitive Services tells place and group of what it deleted in the id alone, before the name. */
function formerId(id: string): string {
  return id.replace(
    /\/providers\/([^/]+)\/locations\/[^/]+\/resourceGroups\/([^/]+)\/deletedAccounts\/([^/]+)$/i,
    '/resourceGroups/$2/providers/$1/accounts/$3',
  );
}
