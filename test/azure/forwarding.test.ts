import { describe, expect, it } from 'vitest';
import { answeringEach, idOf, resource } from '../../checks/azure/cases/subscription.ts';
import {
  addressOf,
  allow,
  balancer,
  configuration,
  forwards,
  ids,
  list,
  netResource,
  said,
  to,
  world,
  type Answers,
  type World,
} from './said.ts';

const open = ['nic1/ipconfig1 tcp/22 any'];
const unknown = ['unknown vm1'];
const pool = ids.balancer('/backendAddressPools/be');
const inPool = { loadBalancerBackendAddressPools: [{ id: pool.toUpperCase() }] };
const fe = (name: string): object => to('frontendIPConfiguration', ids.balancer(`/frontendIPConfigurations/${name}`));
const noPool = { backendAddressPool: null };
const rule = (changes: object = {}): object => ({ loadBalancingRules: [forwards('loadBalancingRules', 'r', changes)] });
const nat = (changes: object = {}): object => ({ inboundNatRules: [forwards('inboundNatRules', 'n', changes)] });
const behind = (more: Answers, changes: World = {}): World => ({
  address: false,
  rules: [allow()],
  configuration: inPool,
  ...changes,
  more: [more, ...(changes.more ?? [])],
});
const pooled = (backend: object, more: object = {}): object => ({
  ...rule(),
  backendAddressPools: [
    {
      name: 'be',
      id: pool,
      properties: { loadBalancerBackendAddresses: [{ name: 'a', properties: backend }], ...more },
    },
  ],
});

type Trap = readonly [about: string, world: World, expected: readonly string[]];

function check(traps: readonly Trap[]): void {
  it.each(traps)('%s', (_about, given, expected) => {
    expect(said(world(given))).toEqual(expected);
  });
}

describe('load balancers', () => {
  const seat = configuration('ipconfig1') as { readonly id: string };
  check([
    ['13 groups see the port behind', behind(balancer(rule())), open],
    [
      '13 and not the one in front',
      behind(balancer(rule({ backendPort: 8080 })), { rules: [allow({ destinationPortRange: '443' })] }),
      [],
    ],
    ['14 only what is forwarded', behind(balancer(rule()), { rules: [allow({ destinationPortRange: '*' })] }), open],
    ['no group: Standard is closed', behind(balancer(rule()), { rules: undefined }), []],
    ['no group: Basic is open', behind(balancer(rule(), 'Basic'), { rules: undefined }), open],
    ['no group and no SKU: Basic', behind(balancer(rule(), ''), { rules: undefined }), open],
    ['a group before Basic', behind(balancer(rule(), 'Basic'), { rules: [] }), []],
    ['an internal frontend', behind(balancer(rule(fe('in')))), []],
    ['UDP', behind(balancer(rule({ protocol: 'Udp' }))), []],
    ['every port', behind(balancer(rule({ protocol: 'All', frontendPort: 0, backendPort: 0 }))), open],
    [
      '29 outbound rules',
      behind(
        balancer({
          outboundRules: [
            {
              name: 'o',
              properties: {
                protocol: 'All',
                frontendIPConfigurations: [{ id: ids.balancer('/frontendIPConfigurations/fe') }],
                backendAddressPool: { id: pool },
              },
            },
          ],
        }),
      ),
      [],
    ],
    ['29 a NAT gateway', behind({}, { subnet: to('natGateway', '/nat'), configuration: {} }), []],
    [
      'a NAT rule to the configuration',
      behind(balancer(nat({ ...noPool, backendIPConfiguration: { id: seat.id.toUpperCase() } })), {
        configuration: {},
      }),
      open,
    ],
    [
      'a NAT rule that the configuration names',
      behind(balancer(nat(noPool)), {
        configuration: { loadBalancerInboundNatRules: [{ id: ids.balancer('/inboundNatRules/n') }] },
      }),
      open,
    ],
    [
      'a NAT rule with a range and a pool',
      behind(balancer(nat({ frontendPort: 0, frontendPortRangeStart: 500, frontendPortRangeEnd: 600 }))),
      open,
    ],
    ['a NAT rule to nobody', behind(balancer(nat(noPool))), []],
    [
      '32 a pool of addresses',
      behind(balancer(pooled({ ipAddress: '10.0.0.4', ...to('virtualNetwork', ids.hub.toUpperCase()) })), {
        configuration: {},
      }),
      open,
    ],
    [
      '32 a pool of addresses, by its network',
      behind(balancer(pooled({ ipAddress: '10.0.0.4' }, to('virtualNetwork', ids.hub))), { configuration: {} }),
      open,
    ],
    [
      '32 a pool of addresses, by a subnet',
      behind(balancer(pooled({ ipAddress: '10.0.0.4', ...to('subnet', `${ids.hub}/subnets/app`) })), {
        configuration: {},
      }),
      open,
    ],
    [
      '32 in another network',
      behind(balancer(pooled({ ipAddress: '10.0.0.4', ...to('virtualNetwork', `${ids.hub}2`) })), {
        configuration: {},
      }),
      [],
    ],
    ['floating addresses', behind(balancer(rule({ enableFloatingIP: true }))), open],
    [
      'a frontend from a prefix',
      behind(balancer(rule(), 'Standard', { properties: to('publicIPPrefix', '/prefix') })),
      open,
    ],
    [
      'before IPv6, where the address was not read',
      behind(balancer(rule()), {
        rules: [allow({ sourceAddressPrefix: '*' })],
        configuration: { ...inPool, privateIPAddress: 'fd00::4', privateIPAddressVersion: 'IPv6' },
        more: [list('publicIPAddresses')],
      }),
      unknown,
    ],
    [
      'IPv6 in front of IPv4 is nobody’s',
      behind(balancer(rule()), {
        more: [
          list('publicIPAddresses', ...addressOf('pip1', '2603::1', 'Standard', { publicIPAddressVersion: 'IPv6' })),
        ],
      }),
      [],
    ],
    [
      'an address of the frontend that was not read',
      behind(balancer(rule()), { more: [list('publicIPAddresses')] }),
      open,
    ],
    ['a pool of a load balancer that was not read', behind({}), unknown],
    ['a default route elsewhere', behind(balancer(rule()), { routes: [['0.0.0.0/0', 'VirtualAppliance']] }), []],
    ['two ways', behind(balancer({ ...rule(), ...nat({ frontendPort: 444 }) })), open],
    [
      'no rule of the group but for probes',
      behind(balancer(rule()), { rules: [allow({ sourceAddressPrefix: 'AzureLoadBalancer' })] }),
      [],
    ],
  ]);
  it('23 NAT pools lead to scale sets', () => {
    const type = 'Microsoft.Compute/virtualMachineScaleSets';
    const natPool = balancer({
      inboundNatPools: [
        forwards('inboundNatPools', 'np', { ...noPool, frontendPortRangeStart: 500, frontendPortRangeEnd: 600 }),
      ],
    });
    const configurations = [
      {
        name: 'i',
        properties: {
          subnet: { id: `${ids.hub}/subnets/app` },
          loadBalancerInboundNatPools: [{ id: ids.balancer('/inboundNatPools/np') }],
        },
      },
    ];
    const networkProfile = {
      networkInterfaceConfigurations: [{ name: 'n', properties: { ipConfigurations: configurations } }],
    };
    const set = { [type]: { value: [resource(type, 'ss', { virtualMachineProfile: { networkProfile } })] } };
    expect(said(world({ address: false, subnetRules: [allow()], more: [natPool, set] }))).toEqual([
      'ss/n/i tcp/22 any',
    ]);
  });
});

describe('application gateways and bastions', () => {
  const gatewayId = idOf('Microsoft.Network/applicationGateways', 'gw');
  const child = (kind: string, name: string, properties: object): object => ({
    name,
    id: `${gatewayId}/${kind}/${name}`,
    properties,
  });
  const gateway = (properties: object = {}, frontend: object = to('publicIPAddress', ids.address('pip1'))): Answers =>
    list(
      'applicationGateways',
      netResource('applicationGateways', 'gw', {
        sku: { name: 'Standard_v2' },
        operationalState: 'Running',
        gatewayIPConfigurations: [child('gatewayIPConfigurations', 'g', to('subnet', `${ids.hub}/subnets/app`))],
        frontendIPConfigurations: [child('frontendIPConfigurations', 'f', frontend)],
        frontendPorts: [child('frontendPorts', 'p', { port: 443 })],
        httpListeners: [
          child('httpListeners', 'l', {
            protocol: 'Https',
            ...to('frontendIPConfiguration', `${gatewayId}/frontendIPConfigurations/f`),
            ...to('frontendPort', `${gatewayId}/frontendPorts/p`),
          }),
        ],
        ...properties,
      }),
    );
  const only = (more: Answers, changes: World = {}): World => ({ address: false, ...changes, more: [more] });
  const https = allow({ destinationPortRange: '443' });
  const answered = ['gw tcp/443 any'];
  check([
    ['no group', only(gateway()), answered],
    ['a group that lets it in', only(gateway(), { subnetRules: [https] }), answered],
    [
      '17 a group for its own sake alone',
      only(gateway(), {
        subnetRules: [allow({ sourceAddressPrefix: 'GatewayManager', destinationPortRange: '65200-65535' })],
      }),
      [],
    ],
    [
      'a group for the subnet of both families',
      only(gateway(), {
        subnetRules: [
          {
            ...https,
            properties: { ...(https as { properties: object }).properties, destinationAddressPrefix: '10.0.0.0/24' },
          },
        ],
        subnet: { addressPrefix: undefined, addressPrefixes: ['10.0.0.0/24', 'fd00::/64'] },
      }),
      answered,
    ],
    ['a private frontend', only(gateway({}, { privateIPAddress: '10.0.0.9' })), []],
    ['no listener', only(gateway({ httpListeners: [] })), []],
    ['it does not run', only(gateway({ operationalState: 'Stopped' })), ['latent gw tcp/443 any']],
    ['the first version', only(gateway({ sku: { name: 'WAF_Medium' } })), answered],
    ['19 routes do not matter', only(gateway(), { routes: [['0.0.0.0/0', 'VirtualAppliance']] }), answered],
    [
      'IPv6 needs a rule of its own',
      {
        ...only(gateway(), { subnetRules: [allow({ destinationPortRange: '443', sourceAddressPrefix: '::/0' })] }),
        more: [
          gateway(),
          list('publicIPAddresses', ...addressOf('pip1', '2603::1', 'Standard', { publicIPAddressVersion: 'IPv6' })),
        ],
      },
      ['gw tcp/443 any v6'],
    ],
    [
      'a bastion',
      only(
        list(
          'bastionHosts',
          netResource('bastionHosts', 'b', {
            ipConfigurations: [
              {
                name: 'i',
                properties: {
                  ...to('subnet', `${ids.hub}/subnets/app`),
                  ...to('publicIPAddress', ids.address('pip1')),
                },
              },
            ],
          }),
        ),
      ),
      ['b tcp/443 any'],
    ],
  ]);
});

describe('firewalls', () => {
  const policy = idOf('Microsoft.Network/firewallPolicies', 'pol');
  const base = idOf('Microsoft.Network/firewallPolicies', 'base');
  const dnat = (changes: object = {}): object => ({
    name: 'in',
    ruleType: 'NatRule',
    ipProtocols: ['TCP'],
    sourceAddresses: ['*'],
    destinationAddresses: ['20.9.9.9'],
    destinationPorts: ['8443'],
    translatedAddress: '10.0.0.4',
    translatedPort: '22',
    ...changes,
  });
  const groupOf = (id: string, ...rules: readonly object[]): object => ({
    id: `${id}/ruleCollectionGroups/g`,
    name: 'g',
    properties: {
      ruleCollections: [{ ruleCollectionType: 'FirewallPolicyNatRuleCollection', action: { type: 'DNAT' }, rules }],
    },
  });
  const firewall = (properties: object = {}, network = ids.hub): Answers =>
    list(
      'azureFirewalls',
      netResource('azureFirewalls', 'fw', {
        ipConfigurations: [
          {
            name: 'i',
            properties: {
              privateIPAddress: '10.0.9.4',
              ...to('subnet', `${network}/subnets/AzureFirewallSubnet`),
              ...to('publicIPAddress', ids.address('pip1')),
            },
          },
        ],
        ...to('firewallPolicy', policy),
        ...properties,
      }),
    );
  const policies = list(
    'firewallPolicies',
    netResource('firewallPolicies', 'pol', to('basePolicy', base)),
    netResource('firewallPolicies', 'base'),
  );
  const rules = (own: readonly object[], inherited: readonly object[] = []): Answers =>
    answeringEach('Microsoft.Network/firewallPolicies/ruleCollectionGroups', {
      [policy]: [groupOf(policy, ...own)],
      [base]: [groupOf(base, ...inherited)],
    });
  const by = (changes: object = {}, changed: World = {}): World => ({
    address: false,
    rules: [],
    more: [firewall(), policies, rules([dnat(changes)])],
    ...changed,
  });
  const classic = {
    firewallPolicy: null,
    natRuleCollections: [
      { name: 'c', properties: { priority: 100, action: { type: 'Dnat' }, rules: [dnat({ protocols: ['TCP'] })] } },
    ],
  };
  const hub = firewall({
    ipConfigurations: [],
    ...to('virtualHub', '/hub'),
    hubIPAddresses: { privateIPAddress: '10.0.9.4', publicIPs: { count: 1, addresses: [{ address: '20.5.5.5' }] } },
  });
  const other = `${ids.hub}2`;
  const peered = (state: string): object => ({
    virtualNetworkPeerings: [
      {
        name: 'p',
        properties: {
          ...to('remoteVirtualNetwork', other),
          remoteAddressSpace: { addressPrefixes: ['10.9.0.0/16'] },
          peeringState: state,
        },
      },
    ],
  });
  // What a hub's firewall leads to in another subscription is said of the firewall.
  const elsewhere = ['unknown fw'];
  const far = firewall({
    ipConfigurations: [
      {
        name: 'i',
        properties: {
          privateIPAddress: '10.9.0.4',
          ...to('subnet', `${other}/subnets/AzureFirewallSubnet`),
          ...to('publicIPAddress', ids.address('pip1')),
        },
      },
    ],
  });
  const twoNetworks = list(
    'virtualNetworks',
    netResource('virtualNetworks', 'hub', {
      addressSpace: { addressPrefixes: ['10.0.0.0/16'] },
      subnets: [{ name: 'app', id: `${ids.hub}/subnets/app`, properties: { addressPrefix: '10.0.0.0/24' } }],
    }),
    {
      ...netResource('virtualNetworks', 'hub2', {
        addressSpace: { addressPrefixes: ['10.9.0.0/16'] },
        subnets: [],
        virtualNetworkPeerings: [
          {
            name: 'p',
            properties: {
              ...to('remoteVirtualNetwork', ids.hub),
              remoteAddressSpace: { addressPrefixes: ['10.0.0.0/16'] },
              peeringState: 'Connected',
            },
          },
        ],
      }),
    },
  );
  const noRules = list('networkInterfaces');
  check([
    ['21 the default rules let the firewall in', by(), open],
    ['21 without any group', by({}, { rules: undefined }), open],
    [
      '21 a Deny of everything keeps it out',
      by(
        {},
        { rules: [allow({ access: 'Deny', protocol: '*', sourceAddressPrefix: '*', destinationPortRange: '*' })] },
      ),
      [],
    ],
    ['sources of the rule', by({ sourceAddresses: ['203.0.113.0/24'] }), ['nic1/ipconfig1 tcp/22 203.0.113.0/24']],
    ['IP groups are not read', by({ sourceAddresses: [], sourceIpGroups: ['/ipgroup'] }), unknown],
    ['another target', by({ translatedAddress: '10.0.0.5' }), []],
    ['the private address of the firewall', by({ destinationAddresses: ['10.0.9.4'] }), []],
    ['UDP', by({ ipProtocols: ['UDP'] }), ['nic1/ipconfig1 udp/22 any']],
    ['a translated port as a number', by({ translatedPort: 22 }), open],
    ['a name as the target', by({ translatedAddress: null, translatedFqdn: 'vm1.internal' }), unknown],
    ['19 its own detour does not matter', by({}, { routes: [['0.0.0.0/0', 'VirtualAppliance']] }), open],
    ['an inherited rule', by({}, { more: [firewall(), policies, rules([], [dnat()])] }), open],
    ['classic rules', by({}, { more: [firewall(classic)] }), open],
    ['a policy that was not read', by({}, { more: [firewall()] }), unknown],
    [
      'rules of the base that were not read',
      by(
        {},
        {
          more: [
            firewall(),
            policies,
            answeringEach('Microsoft.Network/firewallPolicies/ruleCollectionGroups', { [policy]: [] }),
          ],
        },
      ),
      unknown,
    ],
    [
      'in a virtual hub',
      by({}, { rules: undefined, more: [hub, policies, rules([dnat({ destinationAddresses: ['20.5.5.5'] })])] }),
      open,
    ],
    [
      'without its private address',
      by(
        {},
        {
          more: [
            firewall({
              ipConfigurations: [
                {
                  name: 'i',
                  properties: {
                    ...to('subnet', `${ids.hub}/subnets/AzureFirewallSubnet`),
                    ...to('publicIPAddress', ids.address('pip1')),
                  },
                },
              ],
            }),
            policies,
            rules([dnat()]),
          ],
        },
      ),
      open,
    ],
    ['deallocated', by({}, { more: [firewall({ ipConfigurations: [] }), policies, rules([dnat()])] }), []],
    ['in a peered network', by({}, { network: peered('Connected'), more: [far, policies, rules([dnat()])] }), open],
    [
      'in a network that was peered',
      by({}, { network: peered('Disconnected'), more: [far, policies, rules([dnat()])] }),
      elsewhere,
    ],
    [
      'in a network that says alone that it is peered',
      by({}, { more: [far, policies, rules([dnat()]), twoNetworks] }),
      open,
    ],
    ['in another network', by({}, { more: [far, policies, rules([dnat()])] }), elsewhere],
    [
      'to an internal load balancer',
      by(
        { translatedAddress: '10.0.0.100' },
        {
          configuration: inPool,
          more: [
            firewall(),
            policies,
            rules([dnat({ translatedAddress: '10.0.0.100', translatedPort: '443' })]),
            balancer(rule(fe('in'))),
          ],
        },
      ),
      open,
    ],
    ['nobody there', by({}, { more: [firewall(), policies, rules([dnat()]), noRules] }), []],
  ]);
});
