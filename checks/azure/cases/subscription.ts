import type { CaseSnapshot } from '../../../lib/model/check-case.ts';
import type { CollectError, KeyedResponse, Snapshot } from '../../../lib/model/snapshot.ts';

/** The subscription that cases are about. */
export const subscription = '5ab5c71b-0000-4000-8000-000000000001';
/** The tenant that it belongs to. */
export const tenant = '7e57aaaa-0000-4000-8000-000000000001';
/** Its ARM id. */
export const scope = `/subscriptions/${subscription}`;
const collectedAt = '2026-06-01T00:00:00.000Z';

type Answers = Snapshot['responses'];

/** An ARM id of a resource in the resource group `app`: `idOf('Microsoft.Network/networkInterfaces', 'nic1')`. */
export function idOf(type: string, name: string): string {
  return `${scope}/resourceGroups/app/providers/${type}/${name}`;
}

/** A resource as ARM writes it. */
export function resource(type: string, name: string, properties: object = {}, rest: object = {}): object {
  return { id: idOf(type, name), name, type, location: 'japaneast', properties, ...rest };
}

/** Operations that answer with a list. */
const lists = [
  'Microsoft.ApiManagement/deletedservices',
  'Microsoft.App/containerApps',
  'Microsoft.AppConfiguration/configurationStores',
  'Microsoft.AppConfiguration/deletedConfigurationStores',
  'Microsoft.Authorization/classicAdministrators',
  'Microsoft.Authorization/denyAssignments',
  'Microsoft.Authorization/roleAssignmentScheduleInstances',
  'Microsoft.Authorization/roleAssignments',
  'Microsoft.Authorization/roleDefinitions',
  'Microsoft.Authorization/roleEligibilityScheduleInstances',
  'Microsoft.Automation/automationAccounts',
  'Microsoft.Cache/redis',
  'Microsoft.CognitiveServices/accounts',
  'Microsoft.CognitiveServices/deletedAccounts',
  'Microsoft.Compute/disks',
  'Microsoft.Compute/galleries',
  'Microsoft.Compute/snapshots',
  'Microsoft.Compute/virtualMachineScaleSets',
  'Microsoft.Compute/virtualMachines',
  'Microsoft.ContainerInstance/containerGroups',
  'Microsoft.ContainerRegistry/registries',
  'Microsoft.ContainerService/managedClusters',
  'Microsoft.DBforMySQL/flexibleServers',
  'Microsoft.DBforPostgreSQL/flexibleServers',
  'Microsoft.DataFactory/factories',
  'Microsoft.DocumentDB/databaseAccounts',
  'Microsoft.EventHub/namespaces',
  'Microsoft.HybridCompute/machines',
  'Microsoft.KeyVault/deletedManagedHSMs',
  'Microsoft.KeyVault/deletedVaults',
  'Microsoft.KeyVault/vaults',
  'Microsoft.Logic/workflows',
  'Microsoft.MachineLearningServices/workspaces',
  'Microsoft.ManagedIdentity/userAssignedIdentities',
  'Microsoft.ManagedServices/registrationAssignments',
  'Microsoft.ManagedServices/registrationDefinitions',
  'Microsoft.Network/applicationGateways',
  'Microsoft.Network/azureFirewalls',
  'Microsoft.Network/bastionHosts',
  'Microsoft.Network/connections',
  'Microsoft.Network/dnsZones',
  'Microsoft.Network/dnsZones/A',
  'Microsoft.Network/dnsZones/AAAA',
  'Microsoft.Network/dnsZones/CNAME',
  'Microsoft.Network/dnsZones/TXT',
  'Microsoft.Network/effectiveSecurityAdminRules',
  'Microsoft.Network/expressRouteCircuits',
  'Microsoft.Network/firewallPolicies',
  'Microsoft.Network/loadBalancers',
  'Microsoft.Network/localNetworkGateways',
  'Microsoft.Network/networkInterfaces',
  'Microsoft.Network/networkSecurityGroups',
  'Microsoft.Network/networkWatchers/flowLogs',
  'Microsoft.Network/privateEndpoints',
  'Microsoft.Network/privateLinkServices',
  'Microsoft.Network/publicIPAddresses',
  'Microsoft.Network/routeTables',
  'Microsoft.Network/virtualNetworkGateways',
  'Microsoft.Network/virtualNetworks',
  'Microsoft.OperationalInsights/deletedWorkspaces',
  'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems',
  'Microsoft.Resources/resources',
  'Microsoft.Resources/resources/hostNames',
  'Microsoft.Search/searchServices',
  'Microsoft.ServiceBus/namespaces',
  'Microsoft.Sql/managedInstances',
  'Microsoft.Sql/servers',
  'Microsoft.Storage/deletedAccounts',
  'Microsoft.Storage/storageAccounts',
  'Microsoft.Web/sites',
  'Microsoft.Web/sites/slots',
  '/directoryObjects/getByIds',
];

/** Operations that are called for each of many resources. */
const each = [
  'Microsoft.ApiManagement/checkNameAvailability',
  'Microsoft.DBforMySQL/flexibleServers/firewallRules',
  'Microsoft.DBforPostgreSQL/flexibleServers/firewallRules',
  'Microsoft.Network/firewallPolicies/ruleCollectionGroups',
  'Microsoft.Network/locations/checkDnsNameAvailability',
  'Microsoft.Sql/servers/firewallRules',
  'Microsoft.Storage/checknameavailability',
  'Microsoft.Storage/storageAccounts/blobServices/containers',
  'Microsoft.Web/checknameavailability',
  'Microsoft.Web/sites/config',
  'Microsoft.Web/sites/slots/config',
  '/groups/{id}/transitiveMembers',
];

/** What an empty subscription answers. */
export const emptySubscription: Answers = {
  ...Object.fromEntries(lists.map((operation) => [operation, { value: [] }])),
  ...Object.fromEntries(each.map((operation) => [operation, []])),
  'Microsoft.Resources/subscriptions': {
    value: [{ subscriptionId: subscription, displayName: 'production', tenantId: tenant, state: 'Enabled' }],
  },
};

/** A subscription that is empty but for these answers. */
export function inSubscription(...answers: readonly Answers[]): CaseSnapshot {
  return {
    unit: { provider: 'azure', subscription },
    collectedAt,
    responses: Object.assign({}, emptySubscription, ...answers) as Answers,
    errors: [],
  };
}

/** The answer of an operation with these resources. */
export function answering(operation: string, ...value: readonly object[]): Answers {
  return { [operation]: { value } };
}

/** The answers of an operation that is called for each resource, by the resource's ARM id. */
export function answeringEach(operation: string, byId: Readonly<Record<string, readonly object[]>>): Answers {
  const answers: readonly KeyedResponse[] = Object.entries(byId).map(([id, value]) => ({
    input: { id },
    output: { value },
  }));
  return { [operation]: answers };
}

/** The case, where an operation was refused. */
export function refused(given: CaseSnapshot, operation: string, code = 'AuthorizationFailed'): CaseSnapshot {
  const { [operation]: _refused, ...responses } = given.responses ?? {};
  const error: CollectError = {
    operation,
    code,
    message: 'The client does not have authorization to perform the action',
  };
  return { ...given, responses, errors: [...(given.errors ?? []), error] };
}
