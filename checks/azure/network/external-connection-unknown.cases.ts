import type { CheckCase } from '../../../lib/model/check-case.ts';
import {
  answering,
  idOf,
  inSubscription,
  refused,
  resource,
  scope,
  subscription,
  tenant,
} from '../cases/subscription.ts';

const networks = 'Microsoft.Network/virtualNetworks';
const endpoints = 'Microsoft.Network/privateEndpoints';
const services = 'Microsoft.Network/privateLinkServices';
const vpns = 'Microsoft.Network/connections';
const gateways = 'Microsoft.Network/virtualNetworkGateways';
const sibling = '5ab5c71b-0000-4000-8000-000000000002';
const partner = '5ab5c71b-0000-4000-8000-000000000003';
const stranger = '5ab5c71b-0000-4000-8000-000000000009';
const elsewhere = (owner: string, type: string, name: string): { readonly id: string } => ({
  id: `/subscriptions/${owner}/resourceGroups/theirs/providers/${type}/${name}`,
});
const peering = (name: string, owner: string, peeringState = 'Connected'): object => ({
  name,
  id: `${idOf(networks, 'hub')}/virtualNetworkPeerings/${name}`,
  properties: { peeringState, remoteVirtualNetwork: elsewhere(owner, networks, 'spoke') },
});
const known = answering(
  'Microsoft.Resources/subscriptions',
  { subscriptionId: subscription, displayName: 'production', tenantId: tenant },
  { subscriptionId: sibling, displayName: 'staging', tenantId: tenant },
  { subscriptionId: stranger, displayName: 'guest', tenantId: '7e57aaaa-0000-4000-8000-000000000009' },
);
const trustedAccounts = [{ id: partner, name: 'Partner' }];
const link = (privateLinkServiceId: string, status: string): object => ({
  name: 'link',
  properties: { privateLinkServiceId, privateLinkServiceConnectionState: { status } },
});

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: 'ピアリング: 自身、同じテナント、信頼済み、別テナント、承認待ち、切断済み',
      en: 'Peerings: own, of the same tenant, trusted, of another tenant, pending, gone',
    },
    given: inSubscription(
      known,
      answering(
        networks,
        resource(networks, 'hub', {
          virtualNetworkPeerings: [
            peering('own', subscription.toUpperCase()),
            peering('sibling', sibling),
            peering('partner', partner),
            peering('stranger', stranger),
            peering('pending', stranger, 'Initiated'),
            peering('gone', stranger, 'Disconnected'),
          ],
        }),
      ),
    ),
    standard: { trustedAccounts },
    expect: { own: 'pass', sibling: 'pass', partner: 'pass', stranger: 'fail', pending: 'fail' },
  },
  {
    name: {
      ja: 'プライベートリンク: 他社のサービスへ、別名で、自身のサービスへ、誰にでも見える、他社からの接続',
      en: 'Private Link: to a stranger, by an alias, to an own service, shown to all, joined by a stranger',
    },
    given: inSubscription(
      known,
      answering(
        endpoints,
        resource(endpoints, 'out', {
          privateLinkServiceConnections: [
            link(elsewhere(stranger, 'Microsoft.Storage/storageAccounts', 'sa').id, 'Approved'),
          ],
        }),
        resource(endpoints, 'alias', {
          manualPrivateLinkServiceConnections: [link('pls.1f2e.japaneast.azure.privatelinkservice', 'Pending')],
        }),
        resource(endpoints, 'inside', {
          privateLinkServiceConnections: [link(idOf('Microsoft.Sql/servers', 'db'), 'Approved')],
        }),
      ),
      answering(
        services,
        resource(services, 'shown', { visibility: { subscriptions: ['*'] } }),
        resource(services, 'quiet', {
          visibility: { subscriptions: [sibling] },
          privateEndpointConnections: [
            {
              id: `${idOf(services, 'quiet')}/privateEndpointConnections/theirs`,
              name: 'theirs',
              properties: {
                privateEndpoint: elsewhere(stranger, endpoints, 'pe'),
                privateLinkServiceConnectionState: { status: 'Pending' },
              },
            },
          ],
        }),
      ),
    ),
    expect: { out: 'fail', alias: 'unknown', shown: 'fail', quiet: 'pass', theirs: 'fail' },
  },
  {
    name: {
      ja: 'ゲートウェイ: 拠点、他社のゲートウェイ、ポイント対サイト',
      en: 'Gateways: to premises, to a stranger, for people who dial in',
    },
    given: inSubscription(
      known,
      answering(
        vpns,
        resource(vpns, 'office', { connectionType: 'IPsec', localNetworkGateway2: { id: `${scope}/office` } }),
        resource(vpns, 'theirs', {
          connectionType: 'Vnet2Vnet',
          virtualNetworkGateway2: elsewhere(stranger, gateways, 'gw'),
        }),
      ),
      answering(
        gateways,
        resource(gateways, 'gw', {
          vpnClientConfiguration: { vpnClientAddressPool: { addressPrefixes: ['172.16.0.0/24'] } },
        }),
      ),
    ),
    expect: { office: 'pass', theirs: 'fail', gw: 'pass' },
  },
  {
    name: { ja: 'サブスクリプションの一覧が読めない', en: 'The subscriptions were refused' },
    given: refused(
      inSubscription(
        answering(networks, resource(networks, 'hub', { virtualNetworkPeerings: [peering('p', stranger)] })),
      ),
      'Microsoft.Resources/subscriptions',
    ),
    expect: { '5ab5c71b-0000-4000-8000-000000000001': 'unknown' },
  },
  {
    name: { ja: '仮想ネットワークが読めない', en: 'The virtual networks were refused' },
    given: refused(inSubscription(), networks),
    expect: { 'vnet-peering': 'unknown' },
  },
];
