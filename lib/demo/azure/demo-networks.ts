import type { Snapshot } from '../../model/snapshot.ts';
import { listing, type AzureBuilder, type AzureRow } from './azure-builder.ts';

const types = {
  address: 'Microsoft.Network/publicIPAddresses',
  balancer: 'Microsoft.Network/loadBalancers',
  firewall: 'Microsoft.Network/azureFirewalls',
  gateway: 'Microsoft.Network/applicationGateways',
  group: 'Microsoft.Network/networkSecurityGroups',
  interface: 'Microsoft.Network/networkInterfaces',
  machine: 'Microsoft.Compute/virtualMachines',
  network: 'Microsoft.Network/virtualNetworks',
  policy: 'Microsoft.Network/firewallPolicies',
  table: 'Microsoft.Network/routeTables',
} as const;

/** One inbound rule: `[name, priority, access, ports, source]`. */
type DemoRule = readonly [name: string, priority: number, access: 'Allow' | 'Deny', ports: string, source: string];

interface DemoMachine {
  readonly name: string;
  readonly subnet: string;
  readonly address: string;
  readonly group?: string;
  readonly publicAddress?: string;
  readonly pool?: string;
  readonly stopped?: true;
  readonly forwards?: true;
  readonly identity?: string;
  readonly tags?: Readonly<Record<string, string>>;
}

const machines: readonly DemoMachine[] = [
  { name: 'vm-admin', subnet: 'app', address: '10.10.1.4', group: 'admin', publicAddress: 'pip-admin' },
  { name: 'vm-web', subnet: 'app', address: '10.10.1.5', group: 'web', pool: 'lb-web' },
  { name: 'vm-batch', subnet: 'app', address: '10.10.1.6', group: 'batch' },
  { name: 'vm-old', subnet: 'app', address: '10.10.1.7', group: 'admin', publicAddress: 'pip-old', stopped: true },
  { name: 'vm-jump', subnet: 'data', address: '10.10.2.4', group: 'closed' },
  {
    name: 'vm-deploy',
    subnet: 'app',
    address: '10.10.1.8',
    group: 'closed',
    identity: 'd0000000-0000-4000-8000-000000000001',
  },
  { name: 'nva-1', subnet: 'app', address: '10.10.1.9', group: 'closed', forwards: true },
];

/** Names with a public address, its SKU and whether something carries it. */
const addresses: Readonly<Record<string, { readonly ip: string; readonly sku: string; readonly free?: true }>> = {
  'pip-admin': { ip: '20.48.1.10', sku: 'Standard' },
  'pip-old': { ip: '20.48.1.11', sku: 'Standard' },
  'pip-lb': { ip: '20.48.1.20', sku: 'Standard' },
  'pip-agw': { ip: '20.48.1.30', sku: 'Standard' },
  'pip-fw': { ip: '20.48.1.40', sku: 'Standard' },
  'pip-bastion': { ip: '20.48.1.50', sku: 'Standard' },
  'pip-forgotten': { ip: '20.48.1.60', sku: 'Basic', free: true },
};

/** The groups of the demo: `batch` is open and reached by nobody, `admin` is open and reached. */
const groups: Readonly<Record<string, readonly DemoRule[]>> = {
  admin: [
    ['deny-ssh', 100, 'Deny', '22', 'Internet'],
    ['allow-rdp', 200, 'Allow', '3389', '*'],
    ['allow-many', 300, 'Allow', '20-25', 'Internet'],
  ],
  web: [['allow-web', 100, 'Allow', '8443', 'Internet']],
  batch: [['allow-ssh', 100, 'Allow', '22', 'Internet']],
  closed: [],
};

/** What Azure answers about the networks of production: some of it open, some of it only looking so. */
export function demoNetworks(
  at: AzureBuilder,
  peers: { readonly known: string; readonly stranger: string },
): Snapshot['responses'] {
  const hub = at.id(types.network, 'vnet-hub');
  const subnet = (name: string, prefix: string, rest: object = {}): AzureRow =>
    at.child(hub, 'subnets', name, {
      addressPrefix: prefix,
      privateEndpointNetworkPolicies: 'Disabled',
      ipConfigurations: machines
        .filter((machine) => machine.subnet === name)
        .map((machine) => ({ id: `${at.id(types.interface, `nic-${machine.name}`)}/ipConfigurations/ipconfig1` })),
      ...rest,
    });
  const peering = (name: string, remote: string, prefix: string): AzureRow =>
    at.child(hub, 'virtualNetworkPeerings', name, {
      remoteVirtualNetwork: { id: remote },
      remoteAddressSpace: { addressPrefixes: [prefix] },
      peeringState: 'Connected',
      allowForwardedTraffic: true,
    });
  const table = { routeTable: { id: at.id(types.table, 'rt-egress') } };
  return {
    'Microsoft.Network/virtualNetworks': listing([
      at.resource(types.network, 'vnet-hub', {
        addressSpace: { addressPrefixes: ['10.10.0.0/16'] },
        subnets: [
          subnet('app', '10.10.1.0/24', { networkSecurityGroup: { id: at.id(types.group, 'app') } }),
          subnet('data', '10.10.2.0/24', table),
          subnet('agw', '10.10.3.0/24'),
          subnet('AzureFirewallSubnet', '10.10.9.0/26'),
          subnet('AzureBastionSubnet', '10.10.10.0/26'),
        ],
        virtualNetworkPeerings: [
          peering('to-development', peers.known, '10.20.0.0/16'),
          peering('to-partner', peers.stranger, '172.20.0.0/16'),
        ],
      }),
    ]),
    'Microsoft.Network/networkSecurityGroups': listing([
      groupOf(at, 'app', [['allow-all', 100, 'Allow', '*', '*']]),
      ...Object.entries(groups).map(([name, rules]) => groupOf(at, name, rules)),
    ]),
    'Microsoft.Network/routeTables': listing([
      at.resource(types.table, 'rt-egress', {
        routes: [
          at.child(at.id(types.table, 'rt-egress'), 'routes', 'default', {
            addressPrefix: '0.0.0.0/0',
            nextHopType: 'VirtualAppliance',
            nextHopIpAddress: '10.10.9.4',
          }),
        ],
      }),
    ]),
    'Microsoft.Network/publicIPAddresses': listing(Object.keys(addresses).map((name) => publicAddress(at, name))),
    'Microsoft.Network/networkInterfaces': listing(machines.map((each) => interfaceOf(at, each))),
    'Microsoft.Compute/virtualMachines': listing(machines.map((each) => machineOf(at, each))),
    'Microsoft.Network/loadBalancers': listing([balancer(at)]),
    'Microsoft.Network/applicationGateways': listing([gateway(at)]),
    ...firewall(at),
    'Microsoft.Network/bastionHosts': listing([bastion(at)]),
    'Microsoft.Network/effectiveSecurityAdminRules': listing([]),
  };
}

function groupOf(at: AzureBuilder, name: string, rules: readonly DemoRule[]): AzureRow {
  const id = at.id(types.group, name);
  const securityRules = rules.map(([rule, priority, access, ports, source]) =>
    at.child(id, 'securityRules', rule, {
      priority,
      access,
      direction: 'Inbound',
      protocol: ports === '*' ? '*' : 'Tcp',
      sourceAddressPrefix: source,
      sourcePortRange: '*',
      destinationAddressPrefix: '*',
      destinationPortRange: ports,
    }),
  );
  return at.resource(types.group, name, { securityRules });
}

function publicAddress(at: AzureBuilder, name: string): AzureRow {
  const { ip, sku, free } = addresses[name] ?? { ip: '', sku: 'Standard' };
  const carrier = machines.find(({ publicAddress: own }) => own === name);
  const attached = carrier
    ? `${at.id(types.interface, `nic-${carrier.name}`)}/ipConfigurations/ipconfig1`
    : `${at.scope}/frontends/${name}`;
  const properties = {
    ipAddress: ip,
    publicIPAddressVersion: 'IPv4',
    ...(!free && { ipConfiguration: { id: attached } }),
  };
  return at.resource(types.address, name, properties, { sku: { name: sku, tier: 'Regional' } });
}

function interfaceOf(at: AzureBuilder, machine: DemoMachine): AzureRow {
  const name = `nic-${machine.name}`;
  const { group, publicAddress: address, pool, subnet } = machine;
  return at.resource(types.interface, name, {
    virtualMachine: { id: at.id(types.machine, machine.name) },
    enableIPForwarding: machine.forwards === true,
    ...(group !== undefined && { networkSecurityGroup: { id: at.id(types.group, group) } }),
    ipConfigurations: [
      at.child(at.id(types.interface, name), 'ipConfigurations', 'ipconfig1', {
        primary: true,
        privateIPAddress: machine.address,
        privateIPAddressVersion: 'IPv4',
        subnet: { id: `${at.id(types.network, 'vnet-hub')}/subnets/${subnet}` },
        ...(address !== undefined && { publicIPAddress: { id: at.id(types.address, address) } }),
        ...(pool !== undefined && {
          loadBalancerBackendAddressPools: [{ id: `${at.id(types.balancer, pool)}/backendAddressPools/be` }],
        }),
      }),
    ],
  });
}

function machineOf(at: AzureBuilder, { name, stopped, identity, tags = {} }: DemoMachine): AzureRow {
  const code = stopped ? 'PowerState/deallocated' : 'PowerState/running';
  return at.resource(
    types.machine,
    name,
    {
      extended: { instanceView: { powerState: { code } } },
      networkProfile: { networkInterfaces: [{ id: at.id(types.interface, `nic-${name}`) }] },
    },
    { tags, ...(identity !== undefined && { identity: { type: 'SystemAssigned', principalId: identity } }) },
  );
}

function balancer(at: AzureBuilder): AzureRow {
  const id = at.id(types.balancer, 'lb-web');
  return at.resource(
    types.balancer,
    'lb-web',
    {
      frontendIPConfigurations: [
        at.child(id, 'frontendIPConfigurations', 'fe', { publicIPAddress: { id: at.id(types.address, 'pip-lb') } }),
      ],
      backendAddressPools: [at.child(id, 'backendAddressPools', 'be')],
      loadBalancingRules: [
        at.child(id, 'loadBalancingRules', 'https', {
          frontendIPConfiguration: { id: `${id}/frontendIPConfigurations/fe` },
          backendAddressPool: { id: `${id}/backendAddressPools/be` },
          protocol: 'Tcp',
          frontendPort: 443,
          backendPort: 8443,
        }),
      ],
      inboundNatRules: [],
    },
    { sku: { name: 'Standard' } },
  );
}

function gateway(at: AzureBuilder): AzureRow {
  const id = at.id(types.gateway, 'agw-portal');
  const port = (number: number): AzureRow => at.child(id, 'frontendPorts', `p${number}`, { port: number });
  const listener = (number: number): AzureRow =>
    at.child(id, 'httpListeners', `l${number}`, {
      frontendIPConfiguration: { id: `${id}/frontendIPConfigurations/fe` },
      frontendPort: { id: `${id}/frontendPorts/p${number}` },
      protocol: 'Https',
    });
  return at.resource(types.gateway, 'agw-portal', {
    sku: { name: 'WAF_v2', tier: 'WAF_v2' },
    operationalState: 'Running',
    gatewayIPConfigurations: [
      at.child(id, 'gatewayIPConfigurations', 'g', {
        subnet: { id: `${at.id(types.network, 'vnet-hub')}/subnets/agw` },
      }),
    ],
    frontendIPConfigurations: [
      at.child(id, 'frontendIPConfigurations', 'fe', { publicIPAddress: { id: at.id(types.address, 'pip-agw') } }),
    ],
    frontendPorts: [port(443), port(8080)],
    httpListeners: [listener(443), listener(8080)],
  });
}

/** A firewall that translates its port 2222 to SSH of a machine without a public address. */
function firewall(at: AzureBuilder): Snapshot['responses'] {
  const [id, policy] = [at.id(types.firewall, 'fw-hub'), at.id(types.policy, 'policy-hub')];
  const rule = {
    ruleType: 'NatRule',
    name: 'ssh-jump',
    ipProtocols: ['TCP'],
    sourceAddresses: ['*'],
    destinationAddresses: ['20.48.1.40'],
    destinationPorts: ['2222'],
    translatedAddress: '10.10.2.4',
    translatedPort: '22',
  };
  return {
    'Microsoft.Network/azureFirewalls': listing([
      at.resource(types.firewall, 'fw-hub', {
        sku: { name: 'AZFW_VNet', tier: 'Standard' },
        ipConfigurations: [
          at.child(id, 'azureFirewallIpConfigurations', 'c', {
            privateIPAddress: '10.10.9.4',
            publicIPAddress: { id: at.id(types.address, 'pip-fw') },
            subnet: { id: `${at.id(types.network, 'vnet-hub')}/subnets/AzureFirewallSubnet` },
          }),
        ],
        firewallPolicy: { id: policy },
      }),
    ]),
    'Microsoft.Network/firewallPolicies': listing([at.resource(types.policy, 'policy-hub')]),
    'Microsoft.Network/firewallPolicies/ruleCollectionGroups': [
      {
        input: { id: policy },
        output: listing([
          at.child(policy, 'ruleCollectionGroups', 'dnat', {
            priority: 100,
            ruleCollections: [
              {
                ruleCollectionType: 'FirewallPolicyNatRuleCollection',
                name: 'inbound',
                priority: 100,
                action: { type: 'DNAT' },
                rules: [rule],
              },
            ],
          }),
        ]),
      },
    ],
  };
}

function bastion(at: AzureBuilder): AzureRow {
  const type = 'Microsoft.Network/bastionHosts';
  return at.resource(type, 'bastion-hub', {
    ipConfigurations: [
      at.child(at.id(type, 'bastion-hub'), 'bastionHostIpConfigurations', 'c', {
        publicIPAddress: { id: at.id(types.address, 'pip-bastion') },
        subnet: { id: `${at.id(types.network, 'vnet-hub')}/subnets/AzureBastionSubnet` },
      }),
    ],
  });
}
