import { describe, expect, it } from 'vitest';
import { interpretPart } from '../../interpret/interpret-part.ts';
import { deleteAzureThing } from '../../model/azure/delete-azure-thing.ts';
import type { InterpretedPart } from '../../model/parts.ts';
import { snapshotSchema, type Snapshot } from '../../model/snapshot.ts';
import type { LeftThing } from '../../model/services/service-review.ts';
import { defaultStandard } from '../../standard/schema.ts';
import { azureStored } from './azure-stored.ts';
import type { StoredIn } from './stored.ts';

const unit = { provider: 'azure', subscription: '5ab5c71b-0000-4000-8000-000000000001' } as const;
const scope = `/subscriptions/${unit.subscription}`;
const idOf = (type: string, name: string): string => `${scope}/resourceGroups/app/providers/${type}/${name}`;
const disks = 'Microsoft.Compute/disks';
const snapshots = 'Microsoft.Compute/snapshots';
const resources = 'Microsoft.Resources/resources';

function storedIn(responses: Readonly<Record<string, readonly object[]>>): StoredIn {
  const snapshot: Snapshot = {
    schema: snapshotSchema,
    unit,
    collectedAt: '2026-06-01T00:00:00.000Z',
    responses: Object.fromEntries(Object.entries(responses).map(([operation, value]) => [operation, { value }])),
    errors: [],
  };
  return azureStored({
    unit,
    asOf: new Date(snapshot.collectedAt),
    standard: defaultStandard,
    part: <N extends InterpretedPart>(name: N) => {
      const reading = interpretPart(name, snapshot);
      return reading.read ? reading.value : undefined;
    },
    unread: () => undefined,
  });
}

const thingsOf = (found: StoredIn): readonly LeftThing[] => found.stored.map(({ thing }) => thing);
const listed = (type: string, name: string, rest: object = {}): object => {
  return { id: idOf(type, name), name, type, location: 'japaneast', ...rest };
};

/** What every provider answers of something that was deleted, and the command that deletes it for good. */
const deleted: readonly (readonly [string, object, string, string])[] = [
  [
    'Microsoft.KeyVault/deletedVaults',
    { properties: { vaultId: idOf('Microsoft.KeyVault/vaults', 'x'), location: 'Japan East' } },
    'Microsoft.KeyVault/vaults',
    `az keyvault purge --subscription ${unit.subscription} --location japaneast --name x`,
  ],
  [
    'Microsoft.KeyVault/deletedManagedHSMs',
    { properties: { mhsmId: idOf('Microsoft.KeyVault/managedHSMs', 'x'), location: 'japaneast' } },
    'Microsoft.KeyVault/managedHSMs',
    `az keyvault purge --subscription ${unit.subscription} --location japaneast --hsm-name x`,
  ],
  [
    'Microsoft.CognitiveServices/deletedAccounts',
    {
      id: `${scope}/providers/Microsoft.CognitiveServices/locations/japaneast/resourceGroups/app/deletedAccounts/x`,
      location: 'japaneast',
    },
    'Microsoft.CognitiveServices/accounts',
    `az cognitiveservices account purge --subscription ${unit.subscription} --location japaneast --resource-group app --name x`,
  ],
  [
    'Microsoft.AppConfiguration/deletedConfigurationStores',
    {
      properties: {
        configurationStoreId: idOf('Microsoft.AppConfiguration/configurationStores', 'x'),
        location: 'japaneast',
      },
    },
    'Microsoft.AppConfiguration/configurationStores',
    `az appconfig purge --subscription ${unit.subscription} --location japaneast --name x --yes`,
  ],
  [
    'Microsoft.ApiManagement/deletedservices',
    { location: 'Japan East', properties: { serviceId: idOf('Microsoft.ApiManagement/service', 'x') } },
    'Microsoft.ApiManagement/service',
    `az apim deletedservice purge --subscription ${unit.subscription} --location japaneast --service-name x`,
  ],
  [
    'Microsoft.OperationalInsights/deletedWorkspaces',
    { id: idOf('Microsoft.OperationalInsights/workspaces', 'x'), location: 'japaneast' },
    'Microsoft.OperationalInsights/workspaces',
    `az monitor log-analytics workspace recover --subscription ${unit.subscription} --resource-group app --workspace-name x && az monitor log-analytics workspace delete --subscription ${unit.subscription} --resource-group app --workspace-name x --force true --yes`,
  ],
];

describe('what was deleted and can be recovered', () => {
  it.each(deleted)('of %s has the id that it had, and a command', (operation, row, type, text) => {
    const found = storedIn({ [resources]: [], [operation]: [{ id: `${scope}/deleted/x`, name: 'x', ...row }] });
    const [{ keys, thing } = { keys: [], thing: undefined }] = found.stored;
    expect(keys).toEqual([type.toLowerCase()]);
    expect(thing).toMatchObject({ kind: operation.toLowerCase(), id: idOf(type, 'x'), region: 'japaneast' });
    expect(thing && deleteAzureThing(thing)).toEqual({ kind: 'azure-cli', text });
  });

  it('is nobody’s to delete where it is protected, or where there is no way', () => {
    const accounts = 'Microsoft.Storage/deletedAccounts';
    const vaults = 'Microsoft.KeyVault/deletedVaults';
    const dates = { scheduledPurgeDate: '2026-08-01T10:00:00Z', purgeProtectionEnabled: true };
    const found = thingsOf(
      storedIn({
        [vaults]: [{ id: `${scope}/deleted/x`, name: 'x', properties: dates }],
        [accounts]: [{ id: `${scope}/deleted/y`, name: 'y', properties: { location: 'japaneast' } }],
      }),
    );
    expect(found.map(({ deletedOn }) => deletedOn)).toEqual(['2026-08-01T10:00:00.000Z', undefined]);
    expect(found.map((each) => deleteAzureThing(each).kind)).toEqual(['console', 'console']);
  });

  it('is gone where another bears its name, and unread where its list is malformed', () => {
    const operation = 'Microsoft.KeyVault/deletedVaults';
    const row = { id: 'd', name: 'kv', properties: { vaultId: idOf('Microsoft.KeyVault/vaults', 'KV') } };
    const again = storedIn({ [resources]: [listed('Microsoft.KeyVault/vaults', 'kv')], [operation]: [row] });
    expect(thingsOf(again)).toMatchObject([{ kind: 'microsoft.keyvault/vaults' }]);
    const broken = storedIn({ [operation]: [{ ...row, properties: { purgeProtectionEnabled: 'yes' } }] });
    expect(broken.stored).toEqual([]);
    expect(broken.unread.find(({ kind }) => kind === operation.toLowerCase())).toMatchObject({
      keys: ['microsoft.keyvault/vaults'],
      unread: { code: 'UnexpectedAnswer' },
    });
  });
});

describe('disks and snapshots', () => {
  const snapshot = (name: string, sourceResourceId: string): object =>
    listed(snapshots, name, { properties: { diskSizeGB: 64, creationData: { sourceResourceId } } });
  const [there, gone, elsewhere] = [
    idOf(disks, 'there'),
    idOf(disks, 'GONE'),
    '/subscriptions/0/resourceGroups/r/providers/Microsoft.Compute/disks/d',
  ];

  it('say how large and old they are, of what, and whose', () => {
    const [disk, first, second, third] = thingsOf(
      storedIn({
        [resources]: [
          listed(disks, 'there', { tags: { Owner: 'sato@example.com' }, createdTime: '2024-01-01T00:00:00Z' }),
          ...['a', 'b', 'c'].map((name) => listed(snapshots, name)),
        ],
        [disks]: [
          listed(disks, 'THERE', {
            properties: { diskState: 'Unattached', diskSizeGB: 128, timeCreated: '2024-02-03T00:00:00Z' },
          }),
        ],
        [snapshots]: [snapshot('a', there), snapshot('b', gone), snapshot('c', elsewhere)],
      }),
    );
    expect(disk).toMatchObject({
      sizeGiB: 128,
      created: '2024-02-03T00:00:00.000Z',
      isUnattached: true,
      owner: 'sato@example.com',
    });
    expect([first, second, third].map((each) => each?.sourceIsGone)).toEqual([false, true, undefined]);
    expect(first).toMatchObject({ sizeGiB: 64, source: there });
  });

  it('are there although nobody could say what they are like', () => {
    const found = storedIn({ [resources]: [listed(disks, 'there')], [disks]: [{ properties: 7 }] });
    expect(thingsOf(found)).toEqual([
      { kind: disks.toLowerCase(), id: there, name: 'there', region: 'japaneast', operation: resources },
    ]);
  });
});

describe('backups', () => {
  const operation = 'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems';
  const backup = (container: string, properties: object): LeftThing | undefined => {
    const id = `${idOf('Microsoft.RecoveryServices/vaults', 'rsv')}/backupFabrics/Azure/protectionContainers/${container}/protectedItems/i`;
    return thingsOf(storedIn({ [resources]: [], [operation]: [{ id, name: 'i', properties }] }))[0];
  };

  it('are deleted by the sort of their container', () => {
    const text = (container: string): unknown => {
      const thing = backup(container, {});
      return thing && deleteAzureThing(thing).text;
    };
    expect(text('IaasVMContainer;v2;app;vm')).toMatch(
      /^az backup protection disable --ids '.*' --backup-.* AzureIaasVM/,
    );
    expect(text('StorageContainer;Storage;app;files')).toContain('AzureFileShare');
    expect(text('Windows;laptop')).toMatchObject({ en: expect.stringContaining('Azure portal') as string });
  });

  it('that were deleted are kept for as long as the vault says', () => {
    const deletion = { isScheduledForDeferredDelete: true, deferredDeleteTimeInUTC: '2026-05-30T01:00:00Z' };
    const thing = backup('IaasVMContainer;v2;app;vm', {
      ...deletion,
      softDeleteRetentionPeriodInDays: 14,
      sourceResourceId: idOf('Microsoft.Compute/virtualMachines', 'vm'),
    });
    expect(thing).toMatchObject({ deletedOn: '2026-06-13T01:00:00.000Z', mustWait: true, sourceIsGone: true });
    expect(backup('IaasVMContainer;v2;app;vm', deletion)).not.toHaveProperty('deletedOn');
  });
});
