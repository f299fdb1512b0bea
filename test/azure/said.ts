import { answering, idOf, inSubscription, resource } from '../../checks/azure/cases/subscription.ts';
import { tenantModel } from '../../lib/evaluate/tenant-model.ts';
import type { CaseSnapshot } from '../../lib/model/check-case.ts';
import type { Exposure } from '../../lib/model/network/exposure.ts';
import { snapshotSchema, type Snapshot } from '../../lib/model/snapshot.ts';
import { defaultStandard } from '../../lib/standard/schema.ts';

/** What operations answer. */
export type Answers = Snapshot['responses'];

const net = (type: string): string => `Microsoft.Network/${type}`;

/** Ids of what traps are made of. */
export const ids = {
  hub: idOf(net('virtualNetworks'), 'hub'),
  group: (name: string): string => idOf(net('networkSecurityGroups'), name),
  address: (name: string): string => idOf(net('publicIPAddresses'), name),
  balancer: (rest = ''): string => idOf(net('loadBalancers'), `lb1${rest}`),
  asg: (name: string): string => idOf(net('applicationSecurityGroups'), name),
};

/** An answer of `Microsoft.Network` with these resources. */
export function list(type: string, ...value: readonly object[]): Answers {
  return answering(net(type), ...value);
}

/** A resource of `Microsoft.Network`. */
export function netResource(type: string, name: string, properties: object = {}, rest: object = {}): object {
  return resource(net(type), name, properties, rest);
}

/** A reference, or none. */
export function to(field: string, id: string | undefined): object {
  return id === undefined ? {} : { [field]: { id } };
}

/** One line for each way, `nic1/ipconfig1 tcp/22 any`; of what is not known, `unknown vm1`. */
export function said(given: CaseSnapshot): readonly string[] {
  return exposuresIn(given)
    .flatMap((each): readonly string[] => {
      const { verdict, reaches, name, unread } = each;
      const unknown = verdict === 'unknown' || (verdict === 'exposed' && unread.length > 0) ? [`unknown ${name}`] : [];
      if (verdict !== 'exposed' && verdict !== 'latent') return unknown;
      const ways = reaches.map(({ path, protocol, fromPort, toPort, sources, family }) => {
        const seat = path.findLast(({ kind }) => kind === 'network-interface')?.name ?? name;
        const ports = fromPort === toPort ? String(fromPort) : `${fromPort}-${toPort}`;
        const from = sources === 'any' ? 'any' : sources.join(' ');
        return `${verdict === 'latent' ? 'latent ' : ''}${seat} ${protocol}/${ports} ${from}${family === 'ipv6' ? ' v6' : ''}`;
      });
      return [...new Set(ways), ...unknown];
    })
    .toSorted();
}

/** What was found of everything in a subscription. */
export function exposuresIn(given: CaseSnapshot): readonly Exposure[] {
  const unit: Snapshot = {
    schema: snapshotSchema,
    unit: given.unit ?? { provider: 'azure', subscription: '' },
    collectedAt: '2026-06-01T00:00:00.000Z',
    responses: given.responses ?? {},
    errors: given.errors ?? [],
  };
  const reading = tenantModel([unit], defaultStandard).read('azure.exposures', unit);
  if (!reading.read) throw new Error(JSON.stringify(reading));
  return reading.value.exposures;
}

/** A rule that lets everybody in on TCP 22, but for what is changed. */
export function allow(changes: object = {}, priority = 100): object {
  return {
    name: `r${priority}`,
    properties: {
      priority,
      access: 'Allow',
      direction: 'Inbound',
      protocol: 'Tcp',
      sourceAddressPrefix: 'Internet',
      sourcePortRange: '*',
      destinationAddressPrefix: '*',
      destinationPortRange: '22',
      ...changes,
    },
  };
}

/** The same rule that keeps everybody out. */
export function deny(changes: object = {}, priority = 100): object {
  return allow({ access: 'Deny', ...changes }, priority);
}

/** What a world holds, where it differs from one machine with a Standard address and a group with `rules` on its interface. */
export interface World {
  readonly rules?: readonly object[] | undefined;
  /** Of the group of the subnet. */
  readonly subnetRules?: readonly object[];
  readonly sku?: string | undefined;
  readonly address?: boolean;
  readonly routes?: readonly (readonly [prefix: string, hop: string])[];
  readonly configuration?: object;
  readonly configurations?: readonly object[];
  readonly nic?: object;
  readonly subnet?: object;
  readonly network?: object;
  readonly more?: readonly Answers[];
}

/** One machine in `hub/app`, with what stands before it. */
export function world(options: World = {}): CaseSnapshot {
  const { rules, subnetRules, sku = 'Standard', address = true, routes, more = [] } = options;
  const groups = [
    ...(rules ? [netResource('networkSecurityGroups', 'nsg', { securityRules: rules })] : []),
    ...(subnetRules ? [netResource('networkSecurityGroups', 'sub', { securityRules: subnetRules })] : []),
  ];
  const subnet = {
    name: 'app',
    id: `${ids.hub}/subnets/app`,
    properties: {
      addressPrefix: '10.0.0.0/24',
      ...(subnetRules && to('networkSecurityGroup', ids.group('sub'))),
      ...(routes && to('routeTable', idOf(net('routeTables'), 'rt'))),
      ...options.subnet,
    },
  };
  const nic = netResource('networkInterfaces', 'nic1', {
    ...to('virtualMachine', idOf('Microsoft.Compute/virtualMachines', 'vm1')),
    ...(rules && to('networkSecurityGroup', ids.group('nsg'))),
    ipConfigurations: options.configurations ?? [
      configuration('ipconfig1', {
        ...(address && to('publicIPAddress', ids.address('pip1'))),
        ...options.configuration,
      }),
    ],
    ...options.nic,
  });
  return inSubscription(
    list('networkSecurityGroups', ...groups),
    list(
      'virtualNetworks',
      netResource('virtualNetworks', 'hub', {
        addressSpace: { addressPrefixes: ['10.0.0.0/16'] },
        subnets: [subnet],
        ...options.network,
      }),
    ),
    list('routeTables', ...(routes ? [netResource('routeTables', 'rt', { routes: routes.map(routeOf) })] : [])),
    list('networkInterfaces', nic),
    answering('Microsoft.Compute/virtualMachines', resource('Microsoft.Compute/virtualMachines', 'vm1')),
    list('publicIPAddresses', ...addressOf('pip1', '20.9.9.9', sku)),
    ...more,
  );
}

/** A public address of the list. */
export function addressOf(name: string, ipAddress: string, sku = 'Standard', more: object = {}): readonly object[] {
  const named = sku === '' ? {} : { sku: { name: sku } };
  return [netResource('publicIPAddresses', name, { ipAddress, ...more }, named)];
}

/** A configuration of the interface `nic1`. */
export function configuration(name: string, properties: object = {}): object {
  const id = `${idOf(net('networkInterfaces'), 'nic1')}/ipConfigurations/${name}`;
  return {
    name,
    id,
    properties: { privateIPAddress: '10.0.0.4', subnet: { id: `${ids.hub}/subnets/app` }, ...properties },
  };
}

function routeOf([addressPrefix, nextHopType]: readonly [string, string], at: number): object {
  return { name: `r${at}`, properties: { addressPrefix, nextHopType, nextHopIpAddress: '10.0.9.4' } };
}

/** Rules of network managers that hold in `hub`. */
export function adminRules(...rules: readonly (readonly [access: string, port: string, from?: string])[]): Answers {
  const value = rules.map(([access, port, from = '*'], at) => ({
    id: `/managers/m/rules/a${at}`,
    properties: {
      access,
      priority: at + 1,
      direction: 'Inbound',
      protocol: 'Tcp',
      sources: [{ addressPrefixType: 'IPPrefix', addressPrefix: from }],
      destinations: [],
      destinationPortRanges: [port],
    },
  }));
  return { [net('effectiveSecurityAdminRules')]: { value: [{ virtualNetworkId: ids.hub, value }] } };
}

/** The load balancer `lb1` with a public frontend `fe` and an internal one `in`, and these children. */
export function balancer(children: object, sku = 'Standard', frontend: object = {}): Answers {
  const frontends = [
    {
      name: 'fe',
      id: ids.balancer('/frontendIPConfigurations/fe'),
      properties: to('publicIPAddress', ids.address('pip1')),
      ...frontend,
    },
    {
      name: 'in',
      id: ids.balancer('/frontendIPConfigurations/in'),
      properties: { privateIPAddress: '10.0.0.100', subnet: { id: `${ids.hub}/subnets/app` } },
    },
  ];
  const named = sku === '' ? {} : { sku: { name: sku } };
  return list(
    'loadBalancers',
    netResource('loadBalancers', 'lb1', { frontendIPConfigurations: frontends, ...children }, named),
  );
}

/** Something that forwards from `fe` to the pool `be`, unless it says otherwise. */
export function forwards(field: string, name: string, properties: object = {}): object {
  const own = {
    protocol: 'Tcp',
    frontendPort: 443,
    backendPort: 22,
    frontendIPConfiguration: { id: ids.balancer('/frontendIPConfigurations/fe') },
    backendAddressPool: { id: ids.balancer('/backendAddressPools/be') },
    ...properties,
  };
  return { name, id: ids.balancer(`/${field}/${name}`), properties: own };
}
