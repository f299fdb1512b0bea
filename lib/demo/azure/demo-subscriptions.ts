import { snapshotSchema, type Snapshot } from '../../model/snapshot.ts';
import type { DaysBefore } from '../aws/days-before.ts';
import { demoTenantId } from '../entra/demo-tenant.ts';
import { userIds } from '../entra/demo-users.ts';
import { azureBuilder, listing, type AzureBuilder, type AzureRow } from './azure-builder.ts';
import { demoAccess } from './demo-access.ts';
import { demoDns } from './demo-dns.ts';
import { demoNetworks } from './demo-networks.ts';
import { demoRoleDefinitions, roleIds } from './demo-roles.ts';
import { oldOrders } from './demo-old-orders.ts';
import { demoServices } from './demo-services.ts';
import { subscriptionIds } from './demo-subscription-ids.ts';

const network = 'Microsoft.Network/virtualNetworks';
/** The managed identity of the machine that deploys. */
const deployIdentity = 'd0000000-0000-4000-8000-000000000001';

/** Production, development and one that was switched off, as they stand at `days(0)`: what Azure Resource Manager would answer a scan. */
export function demoSubscriptions(days: DaysBefore): readonly Snapshot[] {
  const production = azureBuilder(subscriptionIds.production, 'rg-orders');
  const development = azureBuilder(subscriptionIds.development, 'rg-dev');
  const stranger = azureBuilder(subscriptionIds.stranger, 'rg-partner');
  const peers = { known: development.id(network, 'vnet-dev'), stranger: stranger.id(network, 'vnet-partner') };
  return [
    subscription(subscriptionIds.production, days, {
      ...demoNetworks(production, peers),
      ...demoServices(production),
      ...demoDns(production),
      ...demoAccess(production, deployIdentity),
      'Microsoft.Resources/resources': listing(resourcesInUse(production)),
    }),
    subscription(subscriptionIds.development, days, quiet(development, days)),
    subscription(subscriptionIds.campaign, days, {
      'Microsoft.Resources/resources': listing([
        azureBuilder(subscriptionIds.campaign, 'rg-campaign').resource(
          'Microsoft.Storage/storageAccounts',
          'stcampaign',
        ),
      ]),
    }),
  ];
}

function subscription(id: string, days: DaysBefore, responses: Snapshot['responses']): Snapshot {
  const known = Object.entries(subscriptionIds)
    .filter(([name]) => name !== 'stranger')
    .map(([name, subscriptionId]) => ({
      id: `/subscriptions/${subscriptionId}`,
      subscriptionId,
      displayName: `sakura-${name}`,
      tenantId: demoTenantId,
      state: name === 'campaign' ? 'Disabled' : 'Enabled',
      managedByTenants: [],
    }));
  return {
    schema: snapshotSchema,
    unit: { provider: 'azure', subscription: id },
    collectedAt: days(0).toISOString(),
    responses: { ...allRead(), 'Microsoft.Resources/subscriptions': listing(known), ...responses },
    errors: [],
  };
}

/** The scan is a Reader of the whole subscription. */
function allRead(): Snapshot['responses'] {
  return { 'Microsoft.Authorization/permissions': listing([{ actions: ['*/read'], notActions: [] }]) };
}

/** Development keeps to the standard: one machine for the office alone, logged, and two owners. What is left of an old system is another matter. */
function quiet(at: AzureBuilder, days: DaysBefore): Snapshot['responses'] {
  const id = at.id(network, 'vnet-dev');
  const left = oldOrders(at, days);
  const group = at.id('Microsoft.Network/networkSecurityGroups', 'nsg-dev');
  const nic = at.id('Microsoft.Network/networkInterfaces', 'nic-dev');
  return {
    'Microsoft.Network/virtualNetworks': listing([
      at.resource(network, 'vnet-dev', {
        addressSpace: { addressPrefixes: ['10.20.0.0/16'] },
        subnets: [
          at.child(id, 'subnets', 'default', { addressPrefix: '10.20.0.0/24', networkSecurityGroup: { id: group } }),
        ],
        virtualNetworkPeerings: [],
      }),
    ]),
    'Microsoft.Network/networkSecurityGroups': listing([
      at.resource('Microsoft.Network/networkSecurityGroups', 'nsg-dev', {
        securityRules: [
          at.child(group, 'securityRules', 'office', {
            priority: 100,
            access: 'Allow',
            direction: 'Inbound',
            protocol: 'Tcp',
            sourceAddressPrefix: '198.51.100.0/24',
            sourcePortRange: '*',
            destinationAddressPrefix: '*',
            destinationPortRange: '443',
          }),
        ],
      }),
    ]),
    'Microsoft.Network/networkInterfaces': listing([
      at.resource('Microsoft.Network/networkInterfaces', 'nic-dev', {
        virtualMachine: { id: at.id('Microsoft.Compute/virtualMachines', 'vm-dev') },
        ipConfigurations: [
          at.child(nic, 'ipConfigurations', 'ipconfig1', {
            privateIPAddress: '10.20.0.4',
            subnet: { id: `${id}/subnets/default` },
          }),
        ],
      }),
    ]),
    'Microsoft.Compute/virtualMachines': listing([
      at.resource('Microsoft.Compute/virtualMachines', 'vm-dev', {
        extended: { instanceView: { powerState: { code: 'PowerState/running' } } },
      }),
    ]),
    'Microsoft.Network/networkWatchers/flowLogs': listing([
      at.resource('Microsoft.Network/networkWatchers/flowLogs', 'log-dev', {
        targetResourceId: id,
        enabled: true,
        provisioningState: 'Succeeded',
        retentionPolicy: { days: 90, enabled: true },
      }),
    ]),
    'Microsoft.Authorization/roleDefinitions': demoRoleDefinitions(at),
    'Microsoft.Authorization/roleAssignments': listing([
      at.assignment(101, userIds['suzuki.ichiro'], roleIds.owner),
      at.assignment(102, userIds['tanaka.kenji'], roleIds.reader),
    ]),
    ...left.responses,
    'Microsoft.Resources/resources': listing([
      {
        id: at.id('Microsoft.Compute/virtualMachines', 'vm-dev'),
        name: 'vm-dev',
        type: 'Microsoft.Compute/virtualMachines',
        location: 'japaneast',
      },
      ...left.resources,
    ]),
  };
}

/** What is in use in production: an AI service and a monitor of somebody else's that nobody approved, one of them abroad. */
function resourcesInUse(at: AzureBuilder): readonly AzureRow[] {
  const listed = (type: string, name: string, location = 'japaneast'): AzureRow => ({
    id: at.id(type, name),
    name,
    type,
    location,
  });
  return [
    listed('Microsoft.Compute/virtualMachines', 'vm-admin'),
    listed('Microsoft.Compute/virtualMachines', 'vm-web'),
    listed('Microsoft.Network/virtualNetworks', 'vnet-hub'),
    listed('Microsoft.Network/networkSecurityGroups', 'app'),
    listed('Microsoft.Storage/storageAccounts', 'sakurabackup'),
    listed('Microsoft.Sql/servers', 'sql-orders'),
    listed('Microsoft.KeyVault/vaults', 'kv-orders'),
    listed('Microsoft.Web/sites', 'app-portal'),
    listed('Microsoft.ContainerService/managedClusters', 'aks-orders'),
    listed('Microsoft.Compute/snapshots', 'snap-orders-handover'),
    listed('Microsoft.Network/dnsZones', 'sakura-orders.example', 'global'),
    listed('Microsoft.CognitiveServices/accounts', 'openai-trial', 'swedencentral'),
    listed('Microsoft.Datadog/monitors', 'datadog-trial'),
    listed('microsoft.insights/actiongroups', 'Application Insights Smart Detection', 'global'),
  ];
}
