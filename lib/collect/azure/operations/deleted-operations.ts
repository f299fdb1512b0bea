import type { ListOperation } from '../arm-operation.ts';
import { only } from '../kept-fields.ts';

/** Where it stood, until when it can be recovered, and whether it can be purged before. */
const lasting = ['location', 'deletionDate', 'scheduledPurgeDate', 'purgeProtectionEnabled', 'tags'] as const;

const deleted = (id: string, version: string, ...fields: readonly string[]): ListOperation => ({
  id,
  by: 'list',
  path: `/subscriptions/{subscription}/providers/${id}?api-version=${version}`,
  keep: only(...fields),
});

/**
 * What was deleted and can still be recovered, by subscription. Each is a read ("Azure permissions", Microsoft Learn) at a
 * stable version of its provider's API.
 */
export const deletedOperations: readonly ListOperation[] = [
  deleted('Microsoft.KeyVault/deletedVaults', '2023-07-01', 'vaultId', ...lasting),
  deleted('Microsoft.KeyVault/deletedManagedHSMs', '2023-07-01', 'mhsmId', ...lasting),
  deleted('Microsoft.Storage/deletedAccounts', '2023-05-01', 'storageAccountResourceId', 'location', 'deletionTime'),
  deleted('Microsoft.CognitiveServices/deletedAccounts', '2024-10-01', ...lasting),
  deleted('Microsoft.AppConfiguration/deletedConfigurationStores', '2024-05-01', 'configurationStoreId', ...lasting),
  deleted('Microsoft.ApiManagement/deletedservices', '2024-05-01', 'serviceId', ...lasting),
  deleted('Microsoft.OperationalInsights/deletedWorkspaces', '2023-09-01'),
];
