import { describe, expect, it } from 'vitest';
import { refused, resource } from '../../checks/azure/cases/subscription.ts';
import type { CaseSnapshot } from '../../lib/model/check-case.ts';
import { addressOf, adminRules, allow, configuration, deny, ids, list, said, to, world, type World } from './said.ts';

const open = ['nic1/ipconfig1 tcp/22 any'];
const unknown = ['unknown vm1'];
const all = ['nic1/ipconfig1 tcp/0-65535 any', 'nic1/ipconfig1 udp/0-65535 any'];
const from = (...sourceAddressPrefixes: readonly string[]): object => ({
  sourceAddressPrefix: '',
  sourceAddressPrefixes,
});
const toGroup = (name: string): object => ({
  destinationAddressPrefix: undefined,
  destinationApplicationSecurityGroups: [{ id: ids.asg(name) }],
});
const inGroup = (name: string): object => ({ applicationSecurityGroups: [{ id: ids.asg(name).toUpperCase() }] });

type Trap = readonly [about: string, world: World | CaseSnapshot, expected: readonly string[]];

function check(traps: readonly Trap[]): void {
  it.each(traps)('%s', (_about, given, expected) => {
    expect(said('responses' in given ? given : world(given as World))).toEqual(expected);
  });
}

describe('rules of network security groups', () => {
  check([
    ['an Allow counts', { rules: [allow()] }, open],
    ['1 a Deny before it wins', { rules: [allow({}, 200), deny({}, 100)] }, []],
    ['2 the order of the list means nothing', { rules: [deny({}, 300), allow({}, 200)] }, open],
    ['3 both levels must allow', { rules: [allow()], subnetRules: [allow({ destinationPortRange: '23' })] }, []],
    [
      '3 a deny of one level does not outrank an allow of it',
      { rules: [allow({}, 4000)], subnetRules: [allow(), deny({}, 101)] },
      open,
    ],
    ['4 no group: Standard is closed', {}, []],
    ['4 no group: Basic is open', { sku: 'Basic' }, all],
    ['4 StandardV2 is closed', { sku: 'StandardV2' }, []],
    ['5 no SKU is Basic', { sku: '' }, all],
    ['5 a newer SKU is not known', { sku: 'Quantum' }, unknown],
    ['5 a newer SKU behind a group does not matter', { sku: 'Quantum', rules: [allow()] }, open],
    ['6 ranges', { rules: [allow({ destinationPortRange: '20-25' })] }, ['nic1/ipconfig1 tcp/20-25 any']],
    ['6 any port', { rules: [allow({ destinationPortRange: '*' })] }, ['nic1/ipconfig1 tcp/0-65535 any']],
    [
      '6 singular and plural fields together',
      { rules: [allow({ destinationPortRanges: ['3389', '8000-8001'] })] },
      ['nic1/ipconfig1 tcp/22 any', 'nic1/ipconfig1 tcp/3389 any', 'nic1/ipconfig1 tcp/8000-8001 any'],
    ],
    ['7 sources in the plural', { rules: [allow(from('0.0.0.0/0'))] }, open],
    ['7 halves of the world', { rules: [allow(from('0.0.0.0/1', '128.0.0.0/1'))] }, open],
    ['7 one half is the internet', { rules: [allow(from('128.0.0.0/1'))] }, open],
    [
      '7 a short list is a list',
      { rules: [allow(from('203.0.113.0/24', '198.51.100.7'))] },
      ['nic1/ipconfig1 tcp/22 198.51.100.7/32 203.0.113.0/24'],
    ],
    ['7 private sources are nobody', { rules: [allow(from('10.0.0.0/8', '192.168.0.0/16'))] }, []],
    [
      '7 singular and plural sources together',
      { rules: [allow({ sourceAddressPrefix: '10.1.0.0/16', sourceAddressPrefixes: ['*'] })] },
      open,
    ],
    [
      '8 words in any case',
      { rules: [allow({ sourceAddressPrefix: 'INTERNET', protocol: 'TCP', access: 'allow', direction: 'inbound' })] },
      open,
    ],
    ['9 any protocol is UDP too', { rules: [allow({ protocol: '*' })] }, [...open, 'nic1/ipconfig1 udp/22 any']],
    ['10 a rule about the public address', { rules: [allow({ destinationAddressPrefix: '20.9.9.9' })] }, []],
    ['10 a rule about the private one', { rules: [allow({ destinationAddressPrefix: '10.0.0.4/32' })] }, open],
    ['10 a rule about another', { rules: [allow({ destinationAddressPrefix: '10.0.0.5' })] }, []],
    ['11 a group that is attached to nothing', { rules: [allow()], nic: { networkSecurityGroup: null } }, []],
    ['12 no public path', { rules: [allow()], address: false }, []],
    [
      '33 the default way out is none in',
      { rules: [allow()], address: false, subnet: { defaultOutboundAccess: true } },
      [],
    ],
    [
      '31 a group of another subscription',
      { rules: [allow()], nic: { networkSecurityGroup: { id: ids.group('nsg').replace(/5ab5/, 'ffff') } } },
      unknown,
    ],
    ['15 probes are nobody', { rules: [allow({ sourceAddressPrefix: 'AzureLoadBalancer' })] }, []],
    [
      '16 AzureCloud is every customer',
      { rules: [allow({ sourceAddressPrefix: 'AzureCloud' })] },
      ['nic1/ipconfig1 tcp/22 azurecloud'],
    ],
    [
      '16 a region of it',
      { rules: [allow({ sourceAddressPrefix: 'AzureCloud.japaneast' })] },
      ['nic1/ipconfig1 tcp/22 azurecloud.japaneast'],
    ],
    [
      '16 a Deny of the internet takes tags',
      { rules: [deny({}, 99), allow({ sourceAddressPrefix: 'AzureCloud' })] },
      [],
    ],
    [
      '16 a Deny of a tag leaves the internet',
      { rules: [deny({ sourceAddressPrefix: 'AzureCloud' }, 99), allow()] },
      open,
    ],
    [
      '17 GatewayManager is the platform',
      { rules: [allow({ sourceAddressPrefix: 'GatewayManager', destinationPortRange: '65200-65535' })] },
      [],
    ],
    ['18 VirtualNetwork is not the internet', { rules: [allow({ sourceAddressPrefix: 'VirtualNetwork' })] }, []],
    ['a Deny of a /8 leaves the internet', { rules: [deny(from('20.0.0.0/8'), 99), allow()] }, open],
    [
      'a Deny of both halves leaves nobody',
      { rules: [deny(from('0.0.0.0/1', '128.0.0.0/1'), 99), allow({ sourceAddressPrefix: '*' })] },
      [],
    ],
    [
      'a Deny from one block alone',
      { rules: [deny(from('203.0.113.0/25'), 99), allow(from('203.0.113.0/24'))] },
      ['nic1/ipconfig1 tcp/22 203.0.113.128/25'],
    ],
    ['25 0.0.0.0/0 denied, IPv4 is closed', { rules: [deny(from('0.0.0.0/0'), 99), allow()] }, []],
    ['26 a rule for a group that it is in', { rules: [allow(toGroup('web'))], configuration: inGroup('web') }, open],
    ['26 a rule for a group that it is not in', { rules: [allow(toGroup('db'))], configuration: inGroup('web') }, []],
    [
      '26 a Deny for a group that it is not in',
      { rules: [deny(toGroup('db'), 99), allow()], configuration: inGroup('web') },
      open,
    ],
    [
      '26 a group as the source is within',
      { rules: [allow({ sourceAddressPrefix: undefined, sourceApplicationSecurityGroups: [{ id: ids.asg('web') }] })] },
      [],
    ],
    ['28 a source port is the client’s choice', { rules: [allow({ sourcePortRange: '443' })] }, open],
    ['28 and does not help a Deny', { rules: [deny({ sourcePortRange: '1024-65535' }, 99), allow()] }, open],
    ['28 a Deny of every source port is one', { rules: [deny({ sourcePortRange: '0-65535' }, 99), allow()] }, []],
    ['outbound rules say nothing', { rules: [deny({ direction: 'Outbound' }, 99), allow()] }, open],
    ['ports that nobody understands', { rules: [allow({ destinationPortRange: 'ssh' })] }, unknown],
    ['an access that nobody understands', { rules: [allow({ access: 'Maybe' })] }, unknown],
    [
      'an access that nobody understands, and the rest decides',
      { rules: [deny({}, 99), allow({ access: 'Maybe' })] },
      [],
    ],
    ['ICMP is no port', { rules: [allow({ protocol: 'Icmp' })] }, []],
  ]);
});

describe('routes and networks', () => {
  const admin = (...rules: readonly (readonly [string, string])[]): World => ({
    rules: [allow()],
    more: [adminRules(...rules)],
  });
  const sqlSubnet = { delegations: [{ name: 'd', properties: { serviceName: 'Microsoft.Sql/managedInstances' } }] };
  check([
    [
      '18 VirtualNetwork widened by a route, answered by another',
      {
        rules: [
          allow({ sourceAddressPrefix: 'VirtualNetwork', destinationAddressPrefix: 'VirtualNetwork' }),
          deny({ protocol: '*', destinationPortRange: '*', sourceAddressPrefix: '*' }, 200),
        ],
        routes: [
          ['0.0.0.0/0', 'VirtualAppliance'],
          ['203.0.113.0/24', 'Internet'],
        ],
      },
      ['nic1/ipconfig1 tcp/22 203.0.113.0/24'],
    ],
    ['19 a default route to an appliance', { rules: [allow()], routes: [['0.0.0.0/0', 'VirtualAppliance']] }, []],
    [
      '19 halves to an appliance',
      {
        rules: [allow()],
        routes: [
          ['0.0.0.0/1', 'VirtualAppliance'],
          ['128.0.0.0/1', 'VirtualAppliance'],
        ],
      },
      [],
    ],
    ['19 to a gateway', { rules: [allow()], routes: [['0.0.0.0/0', 'VirtualNetworkGateway']] }, []],
    ['19 to nowhere', { rules: [allow()], routes: [['0.0.0.0/0', 'None']] }, []],
    [
      '19 a longer one back',
      {
        rules: [allow(), deny({ ...from('*'), protocol: '*', destinationPortRange: '*' }, 200)],
        routes: [
          ['0.0.0.0/0', 'VirtualAppliance'],
          ['203.0.113.0/24', 'Internet'],
        ],
      },
      ['nic1/ipconfig1 tcp/22 203.0.113.0/24'],
    ],
    [
      '18 the default rule for the network takes what a route widens it by',
      {
        rules: [],
        routes: [
          ['0.0.0.0/0', 'VirtualAppliance'],
          ['203.0.113.0/24', 'Internet'],
        ],
      },
      all.map((each) => each.replace('any', '203.0.113.0/24')),
    ],
    ['19 a part elsewhere', { rules: [allow()], routes: [['20.0.0.0/8', 'VirtualAppliance']] }, open],
    ['20 to the internet', { rules: [allow()], routes: [['0.0.0.0/0', 'Internet']] }, open],
    ['22 a network manager denies', admin(['Deny', '22']), []],
    ['22 a network manager denies others', admin(['Deny', '23']), open],
    ['22 its Allow leaves it to the groups', { rules: [], more: [adminRules(['Allow', '22'])] }, []],
    ['22 an Allow before its Deny', admin(['Allow', '22'], ['Deny', '22']), open],
    ['22 it always allows', { rules: [deny()], more: [adminRules(['AlwaysAllow', '22'])] }, open],
    ['22 a Deny before that', { rules: [], more: [adminRules(['Deny', '22'], ['AlwaysAllow', '22'])] }, []],
    [
      '22 it always allows some',
      { rules: [], more: [adminRules(['AlwaysAllow', '22', '203.0.113.0/24'])] },
      ['nic1/ipconfig1 tcp/22 203.0.113.0/24'],
    ],
    ['22 not in a network of managed instances', { ...admin(['Deny', '22']), subnet: sqlSubnet }, open],
    [
      '39 rules that only their configurations name',
      {
        rules: [allow()],
        more: [
          {
            'Microsoft.Network/effectiveSecurityAdminRules': {
              value: [
                {
                  id: `${ids.hub}/providers/Microsoft.Network/effectiveSecurityAdminRules/default`,
                  properties: {
                    EffectiveSecurityAdminConfigurations: [
                      { Id: '/managers/m/securityAdminConfigurations/c/snapshots/7' },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
      unknown,
    ],
    [
      '39 rules with other names',
      {
        rules: [allow()],
        more: [
          {
            'Microsoft.Network/effectiveSecurityAdminRules': {
              value: [
                {
                  Id: `${ids.hub}/providers/Microsoft.Network/effectiveSecurityAdminRules/default`,
                  Properties: {
                    EffectiveSecurityAdminConfigurations: [
                      {
                        Id: 'c',
                        RuleCollections: [
                          {
                            Rules: [
                              {
                                Id: 'x',
                                Properties: {
                                  Access: 'Deny',
                                  Priority: 1,
                                  Direction: 'Inbound',
                                  Protocol: 'Any',
                                  Sources: [{ AddressPrefix: '*' }],
                                  DestinationPortRanges: ['22'],
                                },
                              },
                            ],
                          },
                        ],
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
      [],
    ],
    [
      'a network with a broken prefix',
      { rules: [allow()], network: { addressSpace: { addressPrefixes: ['10.0.0.0/16', ''] } } },
      open,
    ],
    ['a network without prefixes', { rules: [allow()], network: { addressSpace: null } }, open],
  ]);
});

describe('interfaces', () => {
  const pip = to('publicIPAddress', ids.address('pip1'));
  const second = list(
    'publicIPAddresses',
    ...addressOf('pip1', '20.9.9.9'),
    ...addressOf('pip2', '2603:1::9', 'Standard', { publicIPAddressVersion: 'IPv6' }),
  );
  const v6 = configuration('ipv6', {
    privateIPAddress: 'fd00::4',
    privateIPAddressVersion: 'IPv6',
    ...to('publicIPAddress', ids.address('pip2')),
  });
  const dual = (rule: object): World => ({
    rules: [rule],
    configurations: [configuration('ipconfig1', pip), v6],
    more: [second],
    subnet: { addressPrefix: undefined, addressPrefixes: ['10.0.0.0/24', 'fd00::/64'] },
  });
  check([
    [
      '24 the second configuration',
      {
        rules: [allow()],
        configurations: [configuration('a'), configuration('b', { ...pip, privateIPAddress: '10.0.0.5' })],
      },
      ['nic1/b tcp/22 any'],
    ],
    ['25 a word is both families', dual(allow()), ['nic1/ipconfig1 tcp/22 any', 'nic1/ipv6 tcp/22 any v6']],
    ['25 0.0.0.0/0 is IPv4 alone', dual(allow(from('0.0.0.0/0'))), open],
    ['25 ::/0 is IPv6 alone', dual(allow(from('::/0'))), ['nic1/ipv6 tcp/22 any v6']],
    [
      '25 destinations are of their family',
      dual(allow({ destinationAddressPrefix: 'fd00::/64' })),
      ['nic1/ipv6 tcp/22 any v6'],
    ],
    [
      '27 ids in other case',
      { rules: [allow()], nic: { networkSecurityGroup: { id: ids.group('NSG').toUpperCase() } } },
      open,
    ],
    [
      '27 another group of the same name',
      {
        rules: [allow()],
        nic: { networkSecurityGroup: { id: ids.group('nsg').replace('resourceGroups/app', 'resourceGroups/other') } },
      },
      unknown,
    ],
    [
      '30 the interface of a private endpoint',
      { rules: [allow()], nic: { virtualMachine: null, privateEndpoint: { id: '/pe' } } },
      [],
    ],
    ['nothing attached', { rules: [allow()], nic: { virtualMachine: null } }, ['latent nic1/ipconfig1 tcp/22 any']],
    [
      'null fields',
      {
        rules: [allow({ sourceAddressPrefixes: null, destinationAddressPrefixes: null, destinationPortRanges: null })],
        nic: { privateEndpoint: null, enableIPForwarding: null },
      },
      open,
    ],
    [
      'no subnet',
      { rules: [allow()], configurations: [configuration('ipconfig1', { ...pip, subnet: null })] },
      unknown,
    ],
    [
      'a subnet of another subscription',
      {
        rules: [allow()],
        configurations: [configuration('ipconfig1', { ...pip, subnet: { id: `${ids.hub}x/subnets/app` } })],
      },
      unknown,
    ],
    [
      'no address yet, and a rule for the whole subnet',
      { rules: [allow({ destinationAddressPrefix: '10.0.0.0/24' })], configuration: { privateIPAddress: null } },
      open,
    ],
    [
      'no address yet, in a subnet of both families',
      {
        ...dual(allow({ destinationAddressPrefix: '10.0.0.0/24' })),
        configurations: [configuration('ipconfig1', { ...pip, privateIPAddress: null })],
      },
      open,
    ],
  ]);
  it('23 scale sets have addresses of their own', () => {
    const own = (sku: object): CaseSnapshot =>
      world({
        address: false,
        rules: [allow()],
        more: [scaleSet({ publicIPAddressConfiguration: { name: 'p', ...sku } })],
      });
    expect(said(own({ sku: { name: 'Standard' } }))).toEqual(['ss/n/i tcp/22 any']);
  });
});

function scaleSet(properties: object, group = 'nsg'): CaseSnapshot['responses'] & object {
  const configurations = [{ name: 'i', properties: { subnet: { id: `${ids.hub}/subnets/app` }, ...properties } }];
  const nics = [
    { name: 'n', properties: { networkSecurityGroup: { id: ids.group(group) }, ipConfigurations: configurations } },
  ];
  const type = 'Microsoft.Compute/virtualMachineScaleSets';
  return {
    [type]: {
      value: [
        resource(
          type,
          'ss',
          { virtualMachineProfile: { networkProfile: { networkInterfaceConfigurations: nics } } },
          { sku: { capacity: 2 } },
        ),
      ],
    },
  };
}

describe('what was not read', () => {
  const one = world({ rules: [allow()] });
  const closed = world({ rules: [] });
  it.each([
    ['networkSecurityGroups', one, unknown],
    ['virtualNetworks', one, unknown],
    ['loadBalancers', world({ rules: [allow()], address: false }), unknown],
    ['azureFirewalls', world({ rules: [allow()], address: false }), unknown],
    ['effectiveSecurityAdminRules', one, unknown],
    // A network manager may always allow what no group does.
    ['effectiveSecurityAdminRules', closed, unknown],
    ['routeTables', world({ rules: [allow()], routes: [['0.0.0.0/0', 'Internet']] }), unknown],
    ['routeTables', one, open],
    ['publicIPAddresses', world({}), unknown],
    ['publicIPAddresses', one, open],
    ['networkInterfaces', one, []],
  ] as const)('%s', (type, given, expected) => {
    expect(said(refused(given, `Microsoft.Network/${type}`))).toEqual(expected);
  });
  it('machines that were not read may run', () => {
    expect(said(refused(one, 'Microsoft.Compute/virtualMachines'))).toEqual(open);
  });
});
