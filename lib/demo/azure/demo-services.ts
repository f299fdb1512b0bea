import type { Snapshot } from '../../model/snapshot.ts';
import { listing, type AzureBuilder, type AzureRow } from './azure-builder.ts';
import { subscriptionIds } from './demo-subscription-ids.ts';

/** Services of production that answer on the internet, or do not; and what leads elsewhere. */
export function demoServices(at: AzureBuilder): Snapshot['responses'] {
  const sql = at.id('Microsoft.Sql/servers', 'sql-orders');
  const site = at.id('Microsoft.Web/sites', 'app-portal');
  const backup = at.id('Microsoft.Storage/storageAccounts', 'sakurabackup');
  return {
    'Microsoft.Storage/storageAccounts': listing([
      at.resource('Microsoft.Storage/storageAccounts', 'sakurabackup', {
        publicNetworkAccess: 'Enabled',
        allowBlobPublicAccess: true,
        networkAcls: { defaultAction: 'Allow', ipRules: [], virtualNetworkRules: [] },
      }),
      at.resource('Microsoft.Storage/storageAccounts', 'sakuraledger', {
        publicNetworkAccess: 'Enabled',
        allowBlobPublicAccess: false,
        networkAcls: {
          defaultAction: 'Deny',
          ipRules: [{ value: '198.51.100.0/24', action: 'Allow' }],
          virtualNetworkRules: [],
        },
      }),
    ]),
    'Microsoft.Storage/storageAccounts/blobServices/containers': [
      {
        input: { id: backup },
        output: listing([
          at.child(`${backup}/blobServices/default`, 'containers', 'drawings', { publicAccess: 'Blob' }),
          at.child(`${backup}/blobServices/default`, 'containers', 'databases', { publicAccess: 'None' }),
        ]),
      },
    ],
    'Microsoft.Compute/snapshots': listing([
      at.resource('Microsoft.Compute/snapshots', 'snap-orders-handover', {
        diskState: 'ActiveSAS',
        networkAccessPolicy: 'AllowAll',
        publicNetworkAccess: 'Enabled',
      }),
    ]),
    'Microsoft.Sql/servers': listing([
      at.resource('Microsoft.Sql/servers', 'sql-orders', {
        publicNetworkAccess: 'Enabled',
        fullyQualifiedDomainName: 'sql-orders.database.windows.net',
      }),
    ]),
    'Microsoft.Sql/servers/firewallRules': [
      {
        input: { id: sql },
        output: listing([
          at.child(sql, 'firewallRules', 'AllowAllWindowsAzureIps', {
            startIpAddress: '0.0.0.0',
            endIpAddress: '0.0.0.0',
          }),
          at.child(sql, 'firewallRules', 'office', { startIpAddress: '198.51.100.1', endIpAddress: '198.51.100.254' }),
        ]),
      },
    ],
    'Microsoft.Web/sites': listing([
      at.resource(
        'Microsoft.Web/sites',
        'app-portal',
        {
          state: 'Running',
          publicNetworkAccess: 'Enabled',
          privateEndpointConnections: [],
          defaultHostName: 'app-portal.azurewebsites.net',
        },
        { kind: 'app' },
      ),
    ]),
    'Microsoft.Web/sites/config': [
      {
        input: { id: site },
        output: listing([
          at.child(site, 'config', 'web', {
            ipSecurityRestrictions: [{ ipAddress: '198.51.100.0/24', action: 'Allow', priority: 100, name: 'office' }],
            ipSecurityRestrictionsDefaultAction: 'Deny',
            scmIpSecurityRestrictions: [],
            scmIpSecurityRestrictionsUseMain: false,
          }),
        ]),
      },
    ],
    'Microsoft.ContainerService/managedClusters': listing([
      at.resource('Microsoft.ContainerService/managedClusters', 'aks-orders', { apiServerAccessProfile: null }),
    ]),
    'Microsoft.KeyVault/vaults': listing([
      at.resource('Microsoft.KeyVault/vaults', 'kv-orders', {
        publicNetworkAccess: 'Enabled',
        networkAcls: { defaultAction: 'Deny', bypass: 'AzureServices', ipRules: [], virtualNetworkRules: [] },
      }),
    ]),
    ...connections(at),
  };
}

/** A VPN to the Osaka factory with Azure's default proposals, and a private link service that strangers ask for. */
function connections(at: AzureBuilder): Snapshot['responses'] {
  const gateway = at.id('Microsoft.Network/virtualNetworkGateways', 'vpngw-hub');
  const site = at.id('Microsoft.Network/localNetworkGateways', 'osaka-factory');
  return {
    'Microsoft.Network/virtualNetworkGateways': listing([
      at.resource('Microsoft.Network/virtualNetworkGateways', 'vpngw-hub', {
        gatewayType: 'Vpn',
        vpnType: 'RouteBased',
        sku: { name: 'VpnGw1', tier: 'VpnGw1' },
      }),
    ]),
    'Microsoft.Network/localNetworkGateways': listing([
      at.resource('Microsoft.Network/localNetworkGateways', 'osaka-factory', {
        gatewayIpAddress: '203.0.113.77',
        localNetworkAddressSpace: { addressPrefixes: ['172.16.0.0/16'] },
      }),
    ]),
    'Microsoft.Network/connections': listing([
      at.resource('Microsoft.Network/connections', 'vpn-osaka', {
        connectionType: 'IPsec',
        connectionProtocol: 'IKEv2',
        connectionStatus: 'Connected',
        virtualNetworkGateway1: { id: gateway },
        localNetworkGateway2: { id: site },
        ipsecPolicies: [],
      }),
    ]),
    'Microsoft.Network/privateEndpoints': listing([privateEndpoint(at)]),
  };
}

/** A private endpoint that leads to a service of somebody else's subscription. */
function privateEndpoint(at: AzureBuilder): AzureRow {
  const id = at.id('Microsoft.Network/privateEndpoints', 'pe-partner');
  const service = `/subscriptions/${subscriptionIds.stranger}/resourceGroups/rg/providers/Microsoft.Network/privateLinkServices/partner-api`;
  return at.resource('Microsoft.Network/privateEndpoints', 'pe-partner', {
    manualPrivateLinkServiceConnections: [
      at.child(id, 'manualPrivateLinkServiceConnections', 'c', {
        privateLinkServiceId: service,
        privateLinkServiceConnectionState: { status: 'Approved' },
      }),
    ],
  });
}
