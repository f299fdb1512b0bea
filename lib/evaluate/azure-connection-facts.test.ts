import { expect, it } from 'vitest';
import { connections } from '../interpret/azure/connections.ts';
import { defaultStandard } from '../standard/schema.ts';
import { azureConnectionFacts } from './azure-connection-facts.ts';

const subscription = '5ab5c71b-0000-4000-8000-000000000001';
const other = '5ab5c71b-0000-4000-8000-000000000002';
const id = (type: string, name: string, owner = subscription): string =>
  `/subscriptions/${owner}/resourceGroups/app/providers/Microsoft.Network/${type}/${name}`;
const value = (...list: readonly object[]): object => ({ value: list });
const tenant = '7e57aaaa-0000-4000-8000-000000000001';
const known = [subscription, other].map((each) => {
  return { id: each, name: each, tenant, state: 'Enabled', managedByTenants: [] };
});

const answers = {
  'Microsoft.Network/virtualNetworks': value({
    id: id('virtualNetworks', 'hub'),
    name: 'hub',
    location: 'Japan East',
    tags: { Owner: 'net@example.com' },
    properties: {
      virtualNetworkPeerings: [
        {
          id: id('virtualNetworks', 'hub/virtualNetworkPeerings/spoke'),
          name: 'spoke',
          properties: {
            peeringState: 'Connected',
            remoteVirtualNetwork: { id: id('virtualNetworks', 'spoke', other) },
            remoteVirtualNetworkAddressSpace: { addressPrefixes: ['10.1.0.0/16'] },
          },
        },
      ],
    },
  }),
  'Microsoft.Network/connections': value({
    id: id('connections', 'office'),
    name: 'office',
    location: 'japaneast',
    properties: {
      connectionType: 'IPsec',
      connectionStatus: 'Connected',
      localNetworkGateway2: { id: id('localNetworkGateways', 'SITE') },
      sharedKey: 'secret',
      ipsecPolicies: [],
    },
  }),
  'Microsoft.Network/localNetworkGateways': value({
    id: id('localNetworkGateways', 'site'),
    properties: { gatewayIpAddress: '203.0.113.9', localNetworkAddressSpace: { addressPrefixes: ['192.168.0.0/16'] } },
  }),
  'Microsoft.Network/virtualNetworkGateways': value({
    id: id('virtualNetworkGateways', 'gw'),
    properties: {
      vpnClientConfiguration: {
        vpnClientAddressPool: { addressPrefixes: ['172.16.0.0/24'] },
        vpnClientRootCertificates: [{ name: 'root' }],
      },
    },
  }),
};
const read = connections.interpret(answers, { provider: 'azure', subscription });
const facts = azureConnectionFacts(subscription, read, known, defaultStandard);

it('says of each connection whom it leads to, in the words that AWS has too', () => {
  expect(facts.map(({ kind, counterpart, relation, reach }) => [kind, counterpart, relation, reach])).toEqual([
    ['vnet-peering', other, 'organization', [id('virtualNetworks', 'spoke', other), '10.1.0.0/16']],
    ['vnet-gateway-connection', '203.0.113.9', 'on-premises', [id('localNetworkGateways', 'SITE'), '192.168.0.0/16']],
    ['point-to-site-vpn', 'users', 'users', ['172.16.0.0/24']],
  ]);
  expect(facts.map(({ region, owner }) => [region, owner])).toEqual([
    ['japaneast', 'net@example.com'],
    ['japaneast', undefined],
    ['global', undefined],
  ]);
  expect(facts.map(({ authentication }) => authentication)).toEqual([undefined, ['PSK'], ['Certificate']]);
  expect(facts[1]?.encryption).toMatchObject([{ ikeVersions: ['ikev2'], phase1: { encryption: [] } }]);
});

it('carries no key', () => {
  expect(JSON.stringify([read, facts])).not.toContain('secret');
});

it('does not know a stranger where the subscriptions were not read', () => {
  expect(azureConnectionFacts(subscription, read, undefined, defaultStandard)[0]?.relation).toBe('undetermined');
});

it('knows what was not read, kind by kind', () => {
  expect(read.unread.map(({ kind }) => kind)).toEqual([
    'expressroute-circuit',
    'private-endpoint',
    'private-link-connection',
    'private-link-service',
  ]);
});
