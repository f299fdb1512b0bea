/**
 * Actions of the control plane that lead further than they say: to other roles, to code that runs as somebody else, or to
 * keys (guide of Azure's privileged roles; "Azure permissions", Microsoft Learn).
 */
export const roleWrite = 'Microsoft.Authorization/roleAssignments/write';

/** An action that no provider has: only who holds everything holds it. */
export const anyWrite = 'Tenken.Anything/things/write';
/** The same of actions that are no writing. */
export const anyAction = 'Tenken.Anything/things/do/action';

/** Actions that make a role more than its name says. */
export const escalationActions = [
  roleWrite,
  'Microsoft.Authorization/roleDefinitions/write',
  'Microsoft.Authorization/elevateAccess/action',
  'Microsoft.Authorization/policyAssignments/write',
  'Microsoft.Authorization/locks/delete',
  'Microsoft.Authorization/denyAssignments/write',
  'Microsoft.Authorization/denyAssignments/delete',
  'Microsoft.Compute/virtualMachines/runCommand/action',
  'Microsoft.Compute/virtualMachines/runCommands/write',
  'Microsoft.Compute/virtualMachines/extensions/write',
  'Microsoft.Compute/virtualMachines/write',
  'Microsoft.Compute/virtualMachineScaleSets/virtualMachines/runCommand/action',
  'Microsoft.ManagedIdentity/userAssignedIdentities/assign/action',
  'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write',
  'Microsoft.Automation/automationAccounts/runbooks/write',
  'Microsoft.Automation/automationAccounts/jobs/write',
  'Microsoft.Resources/deploymentScripts/write',
  'Microsoft.Web/sites/write',
  'Microsoft.Web/sites/publishxml/action',
  'Microsoft.Web/sites/host/listkeys/action',
  'Microsoft.Logic/workflows/write',
  'Microsoft.KeyVault/vaults/write',
  'Microsoft.KeyVault/vaults/accessPolicies/write',
  'Microsoft.Storage/storageAccounts/listkeys/action',
  'Microsoft.ContainerService/managedClusters/listClusterAdminCredential/action',
  'Microsoft.ContainerService/managedClusters/runcommand/action',
  'Microsoft.ContainerInstance/containerGroups/write',
  'Microsoft.HybridCompute/machines/extensions/write',
  'Microsoft.HybridCompute/machines/runCommands/write',
  'Microsoft.DataFactory/factories/write',
  'Microsoft.ManagedServices/registrationAssignments/write',
  'Microsoft.Compute/disks/beginGetAccess/action',
  'Microsoft.Compute/snapshots/beginGetAccess/action',
] as const;

/** Data actions that reach everybody's data, secrets or machines, and not merely read what is stored. */
export const dataPlaneActions = [
  'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write',
  'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/delete',
  'Microsoft.Storage/storageAccounts/fileServices/takeOwnership/action',
  'Microsoft.KeyVault/vaults/secrets/getSecret/action',
  'Microsoft.KeyVault/vaults/secrets/setSecret/action',
  'Microsoft.KeyVault/vaults/keys/decrypt/action',
  'Microsoft.KeyVault/vaults/keys/sign/action',
  'Microsoft.KeyVault/vaults/keys/delete',
  'Microsoft.Compute/virtualMachines/loginAsAdmin/action',
  'Microsoft.HybridCompute/machines/loginAsAdmin/action',
  'Microsoft.ContainerService/managedClusters/pods/write',
] as const;
