import type { Snapshot } from '../../../lib/model/snapshot.ts';
import { answering, idOf, resource } from './subscription.ts';

type Answers = Snapshot['responses'];

const types = {
  address: 'Microsoft.Network/publicIPAddresses',
  group: 'Microsoft.Network/networkSecurityGroups',
  interface: 'Microsoft.Network/networkInterfaces',
  machine: 'Microsoft.Compute/virtualMachines',
  network: 'Microsoft.Network/virtualNetworks',
  table: 'Microsoft.Network/routeTables',
} as const;

/** One inbound rule: `rule('ssh', 100, 'Allow', '22')` lets everybody in. */
export function rule(
  name: string,
  priority: number,
  access: string,
  port: string,
  from = 'Internet',
  changes: object = {},
): object {
  return {
    name,
    id: `${idOf(types.group, 'web')}/securityRules/${name}`,
    properties: {
      priority,
      access,
      direction: 'Inbound',
      protocol: 'Tcp',
      sourceAddressPrefix: from,
      sourcePortRange: '*',
      destinationAddressPrefix: '*',
      destinationPortRange: port,
      ...changes,
    },
  };
}

/** The network security group `web` with these rules, and nothing else. */
export function group(...securityRules: readonly object[]): Answers {
  return answering(types.group, resource(types.group, 'web', { securityRules }));
}

/** Its id. */
export const groupId = idOf(types.group, 'web');

/** One subnet of the network `hub`. */
export function subnet(name: string, properties: object = {}): object {
  return {
    name,
    id: `${idOf(types.network, 'hub')}/subnets/${name}`,
    properties: { addressPrefix: '10.0.0.0/24', ...properties },
  };
}

/** The virtual network `hub` with these subnets. */
export function network(...subnets: readonly object[]): Answers {
  return answering(
    types.network,
    resource(types.network, 'hub', {
      addressSpace: { addressPrefixes: ['10.0.0.0/16'] },
      subnets,
      virtualNetworkPeerings: [],
    }),
  );
}

/** The interface `nic1` of the machine `vm1` in the subnet `app`, and its public address `pip1`, if it has one. */
export function machine(
  options: {
    readonly address?: 'Standard' | 'Basic';
    readonly group?: boolean;
    readonly nic?: object;
    readonly runs?: boolean;
  } = {},
): Answers {
  const { address, group: hasGroup = false, nic = {}, runs = true } = options;
  const nicId = idOf(types.interface, 'nic1');
  const properties = {
    virtualMachine: { id: idOf(types.machine, 'vm1') },
    ...(hasGroup && { networkSecurityGroup: { id: groupId } }),
    ipConfigurations: [
      {
        name: 'ipconfig1',
        id: `${nicId}/ipConfigurations/ipconfig1`,
        properties: {
          privateIPAddress: '10.0.0.4',
          subnet: { id: `${idOf(types.network, 'hub')}/subnets/app` },
          ...(address && { publicIPAddress: { id: idOf(types.address, 'pip1') } }),
        },
      },
    ],
    ...nic,
  };
  const attached = { ipAddress: '20.0.0.10', ipConfiguration: { id: `${nicId}/ipConfigurations/ipconfig1` } };
  return {
    ...answering(types.interface, resource(types.interface, 'nic1', properties)),
    ...answering(
      types.machine,
      resource(types.machine, 'vm1', {
        extended: { instanceView: { powerState: { code: runs ? 'PowerState/running' : 'PowerState/deallocated' } } },
      }),
    ),
    ...(address && answering(types.address, resource(types.address, 'pip1', attached, { sku: { name: address } }))),
  };
}

/** The route table `detour` that sends everything to an appliance. */
export function detour(): Answers {
  const routes = [
    {
      name: 'default',
      properties: { addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualAppliance', nextHopIpAddress: '10.0.9.4' },
    },
  ];
  return answering(types.table, resource(types.table, 'detour', { routes }));
}

/** Its id. */
export const detourId = idOf(types.table, 'detour');
