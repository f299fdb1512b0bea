import type { EachOperation } from '../arm-operation.ts';
import type { ArmRow } from '../arm-page.ts';
import { only } from '../kept-fields.ts';

/** Containers of the storage accounts that let one be public, and their access level alone: metadata is the owner's. */
export const containerOperation: EachOperation = {
  id: 'Microsoft.Storage/storageAccounts/blobServices/containers',
  by: 'each',
  of: 'Microsoft.Storage/storageAccounts',
  path: '/blobServices/default/containers?api-version=2023-05-01',
  when: mayBePublic,
  keep: only('publicAccess'),
};

/** Nobody is asked about the containers of an account that refuses anonymous access, that is closed, or has files alone. */
function mayBePublic({ kind, properties }: ArmRow): boolean {
  const { allowBlobPublicAccess, publicNetworkAccess } = (properties ?? {}) as ArmRow;
  const isClosed = /^(disabled|securedbyperimeter)$/i.test(String(publicNetworkAccess));
  return allowBlobPublicAccess !== false && !isClosed && !/^filestorage$/i.test(String(kind));
}
