import { describe, expect, it } from 'vitest';
import { armOperations } from './operations/index.ts';

const planted = 'do-not-keep-this';

/** Where Azure may write what nobody should see, by the operation that answers with it. */
const places: readonly (readonly [string, object])[] = [
  ['Microsoft.Compute/virtualMachines', { osProfile: { adminPassword: planted }, userData: planted }],
  ['Microsoft.Compute/virtualMachineScaleSets', { virtualMachineProfile: { osProfile: { customData: planted } } }],
  ['Microsoft.Compute/disks', { creationData: { sourceUri: planted }, encryptionSettingsCollection: planted }],
  ['Microsoft.Compute/snapshots', { creationData: { sourceUri: planted, securityDataUri: planted } }],
  ['Microsoft.Storage/deletedAccounts', { restoreReference: planted }],
  ['Microsoft.CognitiveServices/deletedAccounts', { endpoint: planted, apiProperties: planted }],
  ['Microsoft.Network/connections', { sharedKey: planted }],
  ['Microsoft.Network/connections', { SharedKey: planted, authorizationKey: planted }],
  [
    'Microsoft.Network/virtualNetworkGateways',
    { vpnClientConfiguration: { radiusServerSecret: planted, radiusServers: [{ radiusServerSecret: planted }] } },
  ],
  [
    'Microsoft.Network/expressRouteCircuits',
    { serviceKey: planted, peerings: [{ properties: { sharedKey: planted } }], authorizations: [planted] },
  ],
  ['Microsoft.App/containerApps', { template: { env: planted }, configuration: { secrets: [planted] } }],
  ['Microsoft.ContainerInstance/containerGroups', { containers: [{ environmentVariables: planted }] }],
  ['Microsoft.Logic/workflows', { definition: planted, parameters: planted }],
  ['Microsoft.Web/sites', { siteConfig: { appSettings: planted } }],
  ['Microsoft.Web/sites/config', { appSettings: planted, connectionStrings: planted, publishingUsername: planted }],
  ['Microsoft.HybridCompute/machines', { osProfile: planted, clientPublicKey: planted }],
  ['Microsoft.DataFactory/factories', { repoConfiguration: planted, globalParameters: planted }],
];

describe('what is kept of an answer', () => {
  it.each(places)('is nothing secret: %s', (id, properties) => {
    const keep = armOperations.find((each) => each.id === id)?.keep;
    const kept = keep?.({ id: 'x', name: 'x', identity: { principalId: 'p' }, properties });
    expect(kept).toMatchObject({ id: 'x', name: 'x', identity: { principalId: 'p' } });
    expect(JSON.stringify(kept)).not.toContain(planted);
  });

  it('is found whatever its case, and is written as ARM writes it', () => {
    const keep = armOperations.find((each) => each.id === 'Microsoft.Web/sites')?.keep;
    expect(keep?.({ properties: { PublicNetworkAccess: 'Disabled' } })).toEqual({
      properties: { publicNetworkAccess: 'Disabled' },
    });
  });
});
