import type {
  ArmOperation,
  EachOperation,
  GraphTypeOperation,
  ListOperation,
  NetworkOperation,
} from '../arm-operation.ts';
import { containerOperation } from './containers.ts';
import { deletedOperations } from './deleted-operations.ts';
import { dnsOperations } from './dns.ts';
import {
  keepContainerApp,
  keepDisk,
  keepMachine,
  keepScaleSet,
  only,
  withoutSecrets,
  type Keep,
} from '../kept-fields.ts';

const network = (name: string, read: NetworkOperation['read']): NetworkOperation => ({
  id: `Microsoft.Network/${name}`,
  by: 'network',
  read,
});
const list = (id: string, version: string, query = ''): ListOperation => ({
  id,
  by: 'list',
  path: `/subscriptions/{subscription}/providers/${id}?api-version=${version}${query}`,
});
const each = (of: string, child: string, version: string): EachOperation => ({
  id: `${of}/${child}`,
  by: 'each',
  of,
  path: `/${child}?api-version=${version}`,
});
/** The settings of an app that say who gets to it: the others may hold what nobody should see. */
const siteConfig = (of: string): EachOperation => ({
  id: `${of}/config`,
  by: 'each',
  of,
  path: '/config/web?api-version=2022-09-01',
  answers: 'object',
  keep: only(
    'publicNetworkAccess',
    'ipSecurityRestrictions',
    'ipSecurityRestrictionsDefaultAction',
    'scmIpSecurityRestrictions',
    'scmIpSecurityRestrictionsDefaultAction',
    'scmIpSecurityRestrictionsUseMain',
  ),
});
const graph = (id: string, keep?: Keep): GraphTypeOperation => ({
  id,
  by: 'resource-graph',
  table: 'resources',
  ...(keep && { keep }),
});

/** Only that they are there, and the identities that they carry. */
const named = only();
const access = ['publicNetworkAccess', 'networkAcls', 'privateEndpointConnections', 'provisioningState'] as const;

/** Everything that is read of a subscription. Versions are the newest stable ones of each provider when this was written. */
export const armOperations: readonly ArmOperation[] = [
  network('networkInterfaces', (client) => client.networkInterfaces.listAll()),
  network('networkSecurityGroups', (client) => client.networkSecurityGroups.listAll()),
  network('publicIPAddresses', (client) => client.publicIPAddresses.listAll()),
  network('virtualNetworks', (client) => client.virtualNetworks.listAll()),
  network('loadBalancers', (client) => client.loadBalancers.listAll()),
  network('applicationGateways', (client) => client.applicationGateways.listAll()),
  network('routeTables', (client) => client.routeTables.listAll()),
  network('azureFirewalls', (client) => client.azureFirewalls.listAll()),
  network('firewallPolicies', (client) => client.firewallPolicies.listAll()),
  network('bastionHosts', (client) => client.bastionHosts.list()),
  {
    id: 'Microsoft.Resources/resources',
    by: 'list',
    path: '/subscriptions/{subscription}/resources?api-version=2021-04-01&$expand=createdTime,changedTime',
  },
  { id: 'Microsoft.Resources/subscriptions', by: 'list', path: '/subscriptions?api-version=2022-12-01' },
  list('Microsoft.Authorization/permissions', '2022-04-01'),
  // Without a filter: one that names the scope leaves out what was assigned below it.
  list('Microsoft.Authorization/roleAssignments', '2022-04-01'),
  list('Microsoft.Authorization/roleDefinitions', '2022-04-01'),
  list('Microsoft.Authorization/denyAssignments', '2022-04-01'),
  list('Microsoft.Authorization/roleEligibilityScheduleInstances', '2020-10-01'),
  list('Microsoft.Authorization/roleAssignmentScheduleInstances', '2020-10-01'),
  list('Microsoft.ManagedServices/registrationAssignments', '2022-10-01'),
  list('Microsoft.ManagedServices/registrationDefinitions', '2022-10-01'),
  ...deletedOperations,
  {
    id: 'Microsoft.Network/firewallPolicies/ruleCollectionGroups',
    by: 'each',
    of: 'Microsoft.Network/firewallPolicies',
    read: (client, group, policy) => client.firewallPolicyRuleCollectionGroups.list(group, policy),
  },
  each('Microsoft.Sql/servers', 'firewallRules', '2021-11-01'),
  each('Microsoft.DBforPostgreSQL/flexibleServers', 'firewallRules', '2022-12-01'),
  each('Microsoft.DBforMySQL/flexibleServers', 'firewallRules', '2021-05-01'),
  containerOperation,
  siteConfig('Microsoft.Web/sites'),
  siteConfig('Microsoft.Web/sites/slots'),
  graph('Microsoft.Compute/virtualMachines', keepMachine),
  graph('Microsoft.Compute/virtualMachineScaleSets', keepScaleSet),
  graph('Microsoft.Compute/disks', keepDisk),
  graph('Microsoft.Compute/snapshots', keepDisk),
  graph('Microsoft.Compute/galleries', only('sharingProfile')),
  graph(
    'Microsoft.ContainerService/managedClusters',
    only('apiServerAccessProfile', 'fqdn', 'privateFQDN', 'powerState', 'publicNetworkAccess', 'identityProfile'),
  ),
  graph(
    'Microsoft.Storage/storageAccounts',
    only(...access, 'allowBlobPublicAccess', 'allowSharedKeyAccess', 'primaryEndpoints'),
  ),
  graph('Microsoft.Sql/servers', only(...access, 'fullyQualifiedDomainName')),
  graph(
    'Microsoft.Sql/managedInstances',
    only('publicDataEndpointEnabled', 'fullyQualifiedDomainName', 'state', 'subnetId'),
  ),
  graph(
    'Microsoft.DBforPostgreSQL/flexibleServers',
    only('network', 'fullyQualifiedDomainName', 'state', 'privateEndpointConnections'),
  ),
  graph(
    'Microsoft.DBforMySQL/flexibleServers',
    only('network', 'fullyQualifiedDomainName', 'state', 'privateEndpointConnections'),
  ),
  ...['Microsoft.Web/sites', 'Microsoft.Web/sites/slots'].map((type) =>
    graph(
      type,
      only(
        'publicNetworkAccess',
        'privateEndpointConnections',
        'state',
        'enabled',
        'defaultHostName',
        'hostNames',
        'httpsOnly',
        'ipMode',
        'hostingEnvironmentProfile',
      ),
    ),
  ),
  graph('Microsoft.KeyVault/vaults', only(...access, 'vaultUri', 'enableSoftDelete')),
  graph(
    'Microsoft.DocumentDB/databaseAccounts',
    only(
      ...access,
      'ipRules',
      'isVirtualNetworkFilterEnabled',
      'virtualNetworkRules',
      'documentEndpoint',
      'networkAclBypass',
    ),
  ),
  graph(
    'Microsoft.ContainerRegistry/registries',
    only(...access, 'networkRuleSet', 'anonymousPullEnabled', 'loginServer'),
  ),
  graph('Microsoft.CognitiveServices/accounts', only(...access, 'endpoint', 'disableLocalAuth')),
  graph('Microsoft.Search/searchServices', only(...access, 'networkRuleSet', 'status')),
  graph('Microsoft.ServiceBus/namespaces', only(...access, 'networkRuleSets', 'serviceBusEndpoint', 'status')),
  graph('Microsoft.EventHub/namespaces', only(...access, 'networkRuleSets', 'serviceBusEndpoint', 'status')),
  graph('Microsoft.Cache/redis', only(...access, 'hostName', 'subnetId', 'enableNonSslPort')),
  graph('Microsoft.MachineLearningServices/workspaces', only(...access, 'ipAllowlist')),
  graph('Microsoft.AppConfiguration/configurationStores', only(...access, 'endpoint')),
  graph('Microsoft.App/containerApps', keepContainerApp),
  graph('Microsoft.Automation/automationAccounts', named),
  graph('Microsoft.Logic/workflows', only('state')),
  graph('Microsoft.ContainerInstance/containerGroups', named),
  graph('Microsoft.HybridCompute/machines', only('status')),
  graph('Microsoft.DataFactory/factories', named),
  graph('Microsoft.ManagedIdentity/userAssignedIdentities', only('principalId', 'clientId', 'tenantId')),
  graph('Microsoft.Network/virtualNetworkGateways', withoutSecrets),
  graph('Microsoft.Network/connections', withoutSecrets),
  graph('Microsoft.Network/localNetworkGateways', withoutSecrets),
  graph('Microsoft.Network/expressRouteCircuits', withoutSecrets),
  graph('Microsoft.Network/privateEndpoints', withoutSecrets),
  graph('Microsoft.Network/privateLinkServices', withoutSecrets),
  graph('Microsoft.Network/networkWatchers/flowLogs', withoutSecrets),
  ...dnsOperations,
  { id: 'Microsoft.Network/effectiveSecurityAdminRules', by: 'resource-graph', table: 'networkresources' },
  // "Query your backups using Azure Resource Graph": the items of all vaults, protected or not any more.
  {
    id: 'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems',
    by: 'resource-graph',
    table: 'recoveryservicesresources',
    keep: only(
      'friendlyName',
      'sourceResourceId',
      'isScheduledForDeferredDelete',
      'deferredDeleteTimeInUTC',
      'softDeleteRetentionPeriodInDays',
    ),
  },
  // Retired, and the API of its own with them: what is left of them stands in this table.
  { id: 'Microsoft.Authorization/classicAdministrators', by: 'resource-graph', table: 'authorizationresources' },
];
