import { describe, expect, it } from 'vitest';
import { azureHost, hostKey } from './claimable-host.ts';
import { heldHosts } from './held-hosts.ts';

describe('names that Azure gives to whoever asks first', () => {
  it.each([
    ['Shop.AzureWebsites.net.', 'web-app', 'shop', undefined],
    ['contoso.blob.core.windows.net', 'storage-account', 'contoso', undefined],
    ['contoso-secondary.z11.web.core.windows.net', 'storage-account', 'contoso', undefined],
    ['vm-1.japaneast.cloudapp.azure.com', 'public-address', 'vm-1', 'japaneast'],
    ['contoso.developer.azure-api.net', 'api-management', 'contoso', undefined],
    ['contoso.trafficmanager.net', 'traffic-manager', 'contoso', undefined],
    ['eu.contoso.trafficmanager.net', 'traffic-manager', 'eu.contoso', undefined],
    ['contoso.azureedge.net', 'cdn-endpoint', 'contoso', undefined],
    ['contoso.azurefd.net', 'front-door', 'contoso', undefined],
    ['box.japaneast.azurecontainer.io', 'container-group', 'box', 'japaneast'],
  ])('%s is one of %s', (target, kind, name, location) => {
    expect(azureHost(target)).toMatchObject({ kind, name, ...(location !== undefined && { location }) });
  });

  it.each([
    // Azure made up a part of these, and gives it to nobody else.
    'shop-a6gqaeashthkhkeu.japaneast-01.azurewebsites.net',
    'contoso-a1b2c3d4e5f6a7b8.z01.azurefd.net',
    'vm.a1b2c3d4e5f6a7b8.japaneast.cloudapp.azure.com',
    'box.a1b2c3d4e5f6a7b8.japaneast.azurecontainer.io',
    // The regional gateway of a service, the deployment site of an app, a private name.
    'contoso-japaneast-01.regional.azure-api.net',
    'shop.scm.azurewebsites.net',
    'contoso.privatelink.blob.core.windows.net',
    // No account is called so.
    'Con-toso.blob.core.windows.net',
    'azurewebsites.net',
    'shop.azurewebsites.net.example.com',
    "x' or 1==1.azurewebsites.net",
    '',
  ])('%s is none', (target) => {
    expect(azureHost(target)).toBeUndefined();
  });

  it('are one name of an account at all its hosts', () => {
    const [file, blob] = ['c0.file.core.windows.net', 'c00.blob.core.windows.net'].map(azureHost);
    expect(file).toBeUndefined();
    expect(blob && hostKey(blob)).toBe('storage-account c00 ');
  });

  it.each<readonly [string, object, readonly string[]]>([
    ['Microsoft.Web/sites', { hostNames: ['shop.example.com', 'shop.azurewebsites.net'] }, ['shop.azurewebsites.net']],
    [
      'Microsoft.Network/publicIPAddresses',
      { DnsSettings: { Fqdn: 'box.japaneast.cloudapp.azure.com' } },
      ['box.japaneast.cloudapp.azure.com'],
    ],
    ['Microsoft.ApiManagement/service', { gatewayUrl: 'https://api1.azure-api.net' }, ['api1.azure-api.net']],
    // An endpoint of a profile is somebody else's name.
    ['Microsoft.Network/trafficManagerProfiles', { endpoints: [{ target: 'shop.azurewebsites.net' }] }, []],
    ['Microsoft.Compute/virtualMachines', { defaultHostName: 'shop.azurewebsites.net' }, []],
  ])('that %s holds are told by its own fields', (type, properties, hosts) => {
    expect(heldHosts({ type, properties }).map(({ host }) => host)).toEqual(hosts);
  });
});
