import type { IdentityHolderKind } from '../../../model/azure/role.ts';
import { roleWrite } from './escalation-actions.ts';

/** A way to act as the identity of a resource: one action, or several that only work together. */
export interface Takeover {
  /** The action that names the way. */
  readonly action: string;
  readonly isData?: true;
  /** Actions over the same resource that it needs beside. */
  readonly also?: readonly string[];
  /** It needs compute that the identity is given to: some action of {@link computeActions}, anywhere. */
  readonly needsCompute?: true;
}

const takeAll = { action: roleWrite } as const;
const plain = (...actions: readonly string[]): readonly Takeover[] => actions.map((action) => ({ action }));
const data = (action: string): Takeover => ({ action, isData: true });

/**
 * What lets somebody run code as the identity of a resource, the plainest first. Who may assign roles on a resource may
 * give himself any of it. The identity of a cluster's control plane is taken as reachable, as that of its nodes is.
 */
export const takeovers: Readonly<Record<IdentityHolderKind, readonly Takeover[]>> = {
  'virtual-machine': [
    ...plain(
      'Microsoft.Compute/virtualMachines/runCommand/action',
      'Microsoft.Compute/virtualMachines/runCommands/write',
      'Microsoft.Compute/virtualMachines/extensions/write',
      'Microsoft.Compute/virtualMachines/write',
    ),
    data('Microsoft.Compute/virtualMachines/loginAsAdmin/action'),
    takeAll,
  ],
  'scale-set': [
    ...plain(
      'Microsoft.Compute/virtualMachineScaleSets/virtualMachines/runCommand/action',
      'Microsoft.Compute/virtualMachineScaleSets/virtualMachines/runCommands/write',
      'Microsoft.Compute/virtualMachineScaleSets/virtualMachines/extensions/write',
      'Microsoft.Compute/virtualMachineScaleSets/extensions/write',
      'Microsoft.Compute/virtualMachineScaleSets/write',
    ),
    takeAll,
  ],
  'web-app': [
    ...plain(
      'Microsoft.Web/sites/write',
      'Microsoft.Web/sites/publishxml/action',
      'Microsoft.Web/sites/host/listkeys/action',
    ),
    takeAll,
  ],
  'web-app-slot': [
    ...plain(
      'Microsoft.Web/sites/slots/write',
      'Microsoft.Web/sites/slots/publishxml/action',
      'Microsoft.Web/sites/slots/host/listkeys/action',
    ),
    takeAll,
  ],
  'container-app': [...plain('Microsoft.App/containerApps/write'), takeAll],
  'container-group': [
    ...plain(
      'Microsoft.ContainerInstance/containerGroups/write',
      'Microsoft.ContainerInstance/containerGroups/containers/exec/action',
    ),
    takeAll,
  ],
  'automation-account': [
    {
      action: 'Microsoft.Automation/automationAccounts/runbooks/write',
      also: ['Microsoft.Automation/automationAccounts/jobs/write'],
    },
    takeAll,
  ],
  'logic-workflow': [...plain('Microsoft.Logic/workflows/write'), takeAll],
  'data-factory': [
    ...plain('Microsoft.DataFactory/factories/write', 'Microsoft.DataFactory/factories/pipelines/write'),
    takeAll,
  ],
  'aks-cluster': [
    ...plain(
      'Microsoft.ContainerService/managedClusters/runcommand/action',
      'Microsoft.ContainerService/managedClusters/listClusterAdminCredential/action',
    ),
    data('Microsoft.ContainerService/managedClusters/pods/write'),
    takeAll,
  ],
  'hybrid-machine': [
    ...plain('Microsoft.HybridCompute/machines/extensions/write', 'Microsoft.HybridCompute/machines/runCommands/write'),
    data('Microsoft.HybridCompute/machines/loginAsAdmin/action'),
    takeAll,
  ],
  'user-assigned-identity': [
    ...plain('Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write'),
    { action: 'Microsoft.ManagedIdentity/userAssignedIdentities/assign/action', needsCompute: true },
    takeAll,
  ],
};

/** Actions that make or change something that a user-assigned identity can be given to. */
export const computeActions = [
  'Microsoft.Compute/virtualMachines/write',
  'Microsoft.Compute/virtualMachineScaleSets/write',
  'Microsoft.Web/sites/write',
  'Microsoft.App/containerApps/write',
  'Microsoft.ContainerInstance/containerGroups/write',
  'Microsoft.Automation/automationAccounts/write',
  'Microsoft.Logic/workflows/write',
  'Microsoft.DataFactory/factories/write',
  'Microsoft.Resources/deploymentScripts/write',
  'Microsoft.ContainerService/managedClusters/write',
] as const;
