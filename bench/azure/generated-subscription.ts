import { emptySubscription } from '../../checks/azure/cases/subscription.ts';
import { snapshotSchema, type Snapshot } from '../../lib/model/snapshot.ts';
import { random } from '../../lib/demo/generated/random.ts';

/** How large a generated subscription is. */
export interface SubscriptionScale {
  readonly interfaces: number;
  readonly groups: number;
  readonly subnets: number;
  readonly balancers: number;
  readonly seed: number;
}

const subscription = '5ab5c71b-0000-4000-8000-00000000beef';
const scope = `/subscriptions/${subscription}/resourceGroups/bench/providers`;
const id = (type: string, name: string): string => `${scope}/${type}/${name}`;
const perNetwork = 100;

/** One subscription with machines of every kind: behind addresses, load balancers and nothing; the same for the same arguments. */
export function generatedSubscription(scale: SubscriptionScale): Snapshot {
  const numbers = random(scale.seed);
  const networks = Math.ceil(scale.subnets / perNetwork);
  const networkOf = (subnet: number): string =>
    id('Microsoft.Network/virtualNetworks', `vnet${Math.floor(subnet / perNetwork)}`);
  const subnetId = (subnet: number): string => `${networkOf(subnet)}/subnets/s${subnet}`;
  const groupId = (at: number): string => id('Microsoft.Network/networkSecurityGroups', `nsg${at}`);
  const prefix = (subnet: number): string => `10.${Math.floor(subnet / perNetwork)}.${subnet % perNetwork}.0/24`;
  const rule = (at: number, properties: object): object => ({
    name: `r${at}`,
    properties: {
      priority: 100 + at,
      direction: 'Inbound',
      sourcePortRange: '*',
      destinationAddressPrefix: '*',
      ...properties,
    },
  });
  const sources = [
    'Internet',
    '*',
    '198.51.100.0/24',
    '203.0.113.0/24',
    'VirtualNetwork',
    'AzureCloud.japaneast',
    '10.0.0.0/8',
  ];
  const groups = Array.from({ length: scale.groups }, (_, at) => ({
    id: groupId(at),
    name: `nsg${at}`,
    location: 'japaneast',
    properties: {
      securityRules: Array.from({ length: 2 + numbers.below(10) }, (__, number) =>
        rule(number, {
          access: numbers.oneIn(4) ? 'Deny' : 'Allow',
          protocol: ['Tcp', 'Udp', '*'][numbers.below(3)],
          sourceAddressPrefix: sources[numbers.below(sources.length)],
          destinationPortRange: numbers.oneIn(20) ? '*' : String([22, 80, 443, 3389, 8080, 5432][numbers.below(6)]),
          ...(numbers.oneIn(12) && { destinationAddressPrefix: `10.0.${numbers.below(100)}.0/25` }),
        }),
      ),
    },
  }));
  const tables = Array.from({ length: networks }, (_, at) => ({
    id: id('Microsoft.Network/routeTables', `rt${at}`),
    name: `rt${at}`,
    properties: {
      routes: [
        {
          name: 'default',
          properties: { addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualAppliance', nextHopIpAddress: '10.0.0.4' },
        },
      ],
    },
  }));
  const virtualNetworks = Array.from({ length: networks }, (_, at) => ({
    id: id('Microsoft.Network/virtualNetworks', `vnet${at}`),
    name: `vnet${at}`,
    location: 'japaneast',
    properties: {
      addressSpace: { addressPrefixes: [`10.${at}.0.0/16`] },
      subnets: Array.from({ length: Math.min(perNetwork, scale.subnets - at * perNetwork) }, (__, inside) => {
        const subnet = at * perNetwork + inside;
        return {
          id: subnetId(subnet),
          name: `s${subnet}`,
          properties: {
            addressPrefix: prefix(subnet),
            ...(numbers.oneIn(2) && { networkSecurityGroup: { id: groupId(numbers.below(scale.groups)) } }),
            ...(numbers.oneIn(8) && { routeTable: { id: id('Microsoft.Network/routeTables', `rt${at}`) } }),
          },
        };
      }),
    },
  }));
  const balancerId = (at: number): string => id('Microsoft.Network/loadBalancers', `lb${at}`);
  const loadBalancers = Array.from({ length: scale.balancers }, (_, at) => ({
    id: balancerId(at),
    name: `lb${at}`,
    location: 'japaneast',
    sku: { name: 'Standard' },
    properties: {
      frontendIPConfigurations: [
        {
          name: 'fe',
          id: `${balancerId(at)}/frontendIPConfigurations/fe`,
          properties: { publicIPAddress: { id: id('Microsoft.Network/publicIPAddresses', `lb${at}`) } },
        },
      ],
      backendAddressPools: [{ name: 'be', id: `${balancerId(at)}/backendAddressPools/be`, properties: {} }],
      loadBalancingRules: [
        {
          name: 'web',
          id: `${balancerId(at)}/loadBalancingRules/web`,
          properties: {
            frontendIPConfiguration: { id: `${balancerId(at)}/frontendIPConfigurations/fe` },
            backendAddressPool: { id: `${balancerId(at)}/backendAddressPools/be` },
            protocol: 'Tcp',
            frontendPort: 443,
            backendPort: 8080,
          },
        },
      ],
    },
  }));
  const machines: object[] = [];
  const publicIPAddresses: object[] = [];
  const networkInterfaces = Array.from({ length: scale.interfaces }, (_, at) => {
    const subnet = at % scale.subnets;
    const hasAddress = numbers.oneIn(3);
    const addressId = id('Microsoft.Network/publicIPAddresses', `pip${at}`);
    if (hasAddress)
      publicIPAddresses.push(publicAddress(addressId, `pip${at}`, at, numbers.oneIn(10) ? 'Basic' : 'Standard'));
    const machineId = id('Microsoft.Compute/virtualMachines', `vm${at}`);
    machines.push({ id: machineId, name: `vm${at}`, location: 'japaneast', properties: {} });
    const nicId = id('Microsoft.Network/networkInterfaces', `nic${at}`);
    return {
      id: nicId,
      name: `nic${at}`,
      location: 'japaneast',
      properties: {
        virtualMachine: { id: machineId },
        ...(numbers.oneIn(2) && { networkSecurityGroup: { id: groupId(at % scale.groups) } }),
        ipConfigurations: [
          {
            id: `${nicId}/ipConfigurations/ipconfig1`,
            name: 'ipconfig1',
            properties: {
              privateIPAddress: `${prefix(subnet).replace(/0\/24$/, '')}${4 + (Math.floor(at / scale.subnets) % 250)}`,
              subnet: { id: subnetId(subnet) },
              ...(hasAddress && { publicIPAddress: { id: addressId } }),
              ...(!hasAddress &&
                numbers.oneIn(6) && {
                  loadBalancerBackendAddressPools: [
                    { id: `${balancerId(at % scale.balancers)}/backendAddressPools/be` },
                  ],
                }),
            },
          },
        ],
      },
    };
  });
  for (let at = 0; at < scale.balancers; at += 1)
    publicIPAddresses.push(
      publicAddress(id('Microsoft.Network/publicIPAddresses', `lb${at}`), `lb${at}`, at, 'Standard'),
    );
  return {
    schema: snapshotSchema,
    unit: { provider: 'azure', subscription },
    collectedAt: '2026-11-01T00:00:00.000Z',
    errors: [],
    responses: {
      ...emptySubscription,
      'Microsoft.Compute/virtualMachines': { value: machines },
      'Microsoft.Network/networkInterfaces': { value: networkInterfaces },
      'Microsoft.Network/networkSecurityGroups': { value: groups },
      'Microsoft.Network/virtualNetworks': { value: virtualNetworks },
      'Microsoft.Network/routeTables': { value: tables },
      'Microsoft.Network/loadBalancers': { value: loadBalancers },
      'Microsoft.Network/publicIPAddresses': { value: publicIPAddresses },
    },
  };
}

function publicAddress(addressId: string, name: string, at: number, sku: string): object {
  const ipAddress = `20.${Math.floor(at / 65_536) % 256}.${Math.floor(at / 256) % 256}.${at % 256}`;
  return {
    id: addressId,
    name,
    location: 'japaneast',
    sku: { name: sku },
    properties: { ipAddress, publicIPAddressVersion: 'IPv4' },
  };
}
