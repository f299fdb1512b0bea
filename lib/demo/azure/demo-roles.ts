import { listing, type AzureBuilder, type AzureRow } from './azure-builder.ts';

/** Built-in roles of the demo, by the GUIDs that they have everywhere ("Azure built-in roles"). */
export const roleIds = {
  owner: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
  contributor: 'b24988ac-6180-42a0-ab88-20f7382dd24c',
  reader: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
  userAccessAdministrator: '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9',
  virtualMachineContributor: '9980e02c-c2be-4d73-94e8-173b1dc7cf3c',
  blobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b',
  /** The demo's own. */
  everything: 'c0570a11-0000-4000-8000-000000000001',
} as const;

/** The definitions that a subscription lists. */
export function demoRoleDefinitions({ scope }: AzureBuilder): { readonly value: readonly unknown[] } {
  const definition = (guid: string, roleName: string, permission: object, isCustom = false): AzureRow => ({
    id: `${scope}/providers/Microsoft.Authorization/roleDefinitions/${guid}`,
    name: guid,
    type: 'Microsoft.Authorization/roleDefinitions',
    properties: {
      roleName,
      type: isCustom ? 'CustomRole' : 'BuiltInRole',
      assignableScopes: [isCustom ? scope : '/'],
      permissions: [{ actions: [], notActions: [], dataActions: [], notDataActions: [], ...permission }],
    },
  });
  return listing([
    definition(roleIds.owner, 'Owner', { actions: ['*'] }),
    definition(roleIds.contributor, 'Contributor', {
      actions: ['*'],
      notActions: [
        'Microsoft.Authorization/*/Delete',
        'Microsoft.Authorization/*/Write',
        'Microsoft.Authorization/elevateAccess/Action',
      ],
    }),
    definition(roleIds.reader, 'Reader', { actions: ['*/read'] }),
    definition(roleIds.userAccessAdministrator, 'User Access Administrator', {
      actions: ['*/read', 'Microsoft.Authorization/*', 'Microsoft.Support/*'],
    }),
    definition(roleIds.virtualMachineContributor, 'Virtual Machine Contributor', {
      actions: [
        'Microsoft.Authorization/*/read',
        'Microsoft.Compute/virtualMachines/*',
        'Microsoft.Resources/deployments/*',
      ],
    }),
    definition(roleIds.blobDataOwner, 'Storage Blob Data Owner', {
      actions: ['Microsoft.Storage/storageAccounts/blobServices/containers/*'],
      dataActions: ['Microsoft.Storage/storageAccounts/blobServices/containers/blobs/*'],
    }),
    definition(roleIds.everything, 'sakura-operations', { actions: ['*'] }, true),
  ]);
}
