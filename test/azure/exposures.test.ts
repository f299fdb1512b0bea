import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answering, idOf, inSubscription, resource } from '../../checks/azure/cases/subscription.ts';
import { tenantModel } from '../../lib/evaluate/tenant-model.ts';
import type { CaseSnapshot } from '../../lib/model/check-case.ts';
import type { Exposure } from '../../lib/model/network/exposure.ts';
import { covers, hostRange, parseCidr } from '../../lib/model/network/cidr.ts';
import { snapshotSchema, type Snapshot } from '../../lib/model/snapshot.ts';
import { defaultStandard } from '../../lib/standard/schema.ts';
import { passes, type Packet, type SimNetwork, type SimRoute, type SimRule } from './packet-simulator.ts';

const types = {
  group: 'Microsoft.Network/networkSecurityGroups',
  network: 'Microsoft.Network/virtualNetworks',
  table: 'Microsoft.Network/routeTables',
} as const;

function snapshotOf(given: CaseSnapshot): Snapshot {
  return {
    schema: snapshotSchema,
    unit: given.unit ?? { provider: 'azure', subscription: '' },
    collectedAt: '2026-06-01T00:00:00.000Z',
    responses: given.responses ?? {},
    errors: given.errors ?? [],
  };
}

function exposuresOf(given: CaseSnapshot): readonly Exposure[] {
  const unit = snapshotOf(given);
  const reading = tenantModel([unit], defaultStandard).read('azure.exposures', unit);
  if (!reading.read) throw new Error(JSON.stringify(reading));
  return reading.value.exposures;
}

/** The network of the simulator, as ARM would answer it. */
function answersOf(sim: SimNetwork): CaseSnapshot {
  const rules = (list: readonly SimRule[]): object[] =>
    list.map((rule, at) => ({
      name: `r${at}`,
      properties: {
        priority: rule.priority,
        access: rule.access,
        direction: 'Inbound',
        protocol: rule.protocol,
        sourceAddressPrefix: rule.source,
        destinationAddressPrefix: rule.destination,
        sourcePortRange: '*',
        destinationPortRange: rule.ports,
      },
    }));
  const group = (name: string, list: readonly SimRule[] | undefined): object[] =>
    list ? [resource(types.group, name, { securityRules: rules(list) })] : [];
  const hub = idOf(types.network, 'hub');
  const nic = idOf('Microsoft.Network/networkInterfaces', 'nic1');
  const pip = idOf('Microsoft.Network/publicIPAddresses', 'pip1');
  const subnet = {
    name: 'app',
    id: `${hub}/subnets/app`,
    properties: {
      addressPrefix: '10.0.0.0/24',
      ...(sim.subnetRules && { networkSecurityGroup: { id: idOf(types.group, 'subnet') } }),
      ...(sim.routes.length > 0 && { routeTable: { id: idOf(types.table, 'rt') } }),
    },
  };
  const admin = sim.adminRules.map((rule, at) => ({
    id: `/managers/m/rules/a${at}`,
    kind: 'Custom',
    properties: {
      priority: rule.priority,
      access: rule.access,
      direction: 'Inbound',
      protocol: rule.protocol === '*' ? 'Any' : rule.protocol,
      sources: [{ addressPrefixType: 'IPPrefix', addressPrefix: rule.source }],
      destinations: [{ addressPrefixType: 'IPPrefix', addressPrefix: rule.destination }],
      sourcePortRanges: ['0-65535'],
      destinationPortRanges: [rule.ports === '*' ? '0-65535' : rule.ports],
    },
  }));
  return inSubscription(
    answering(
      types.network,
      resource(types.network, 'hub', { addressSpace: { addressPrefixes: [sim.network] }, subnets: [subnet] }),
    ),
    answering(types.group, ...group('subnet', sim.subnetRules), ...group('nic', sim.interfaceRules)),
    answering(
      types.table,
      resource(types.table, 'rt', {
        routes: sim.routes.map(({ prefix, hop }, at) => ({
          name: `r${at}`,
          properties: { addressPrefix: prefix, nextHopType: hop },
        })),
      }),
    ),
    answering(
      'Microsoft.Network/publicIPAddresses',
      resource('Microsoft.Network/publicIPAddresses', 'pip1', { ipAddress: '20.9.9.9' }, { sku: { name: sim.sku } }),
    ),
    answering(
      'Microsoft.Network/networkInterfaces',
      resource('Microsoft.Network/networkInterfaces', 'nic1', {
        virtualMachine: { id: idOf('Microsoft.Compute/virtualMachines', 'vm1') },
        ...(sim.interfaceRules && { networkSecurityGroup: { id: idOf(types.group, 'nic') } }),
        ipConfigurations: [
          {
            name: 'ipconfig1',
            id: `${nic}/ipConfigurations/ipconfig1`,
            properties: {
              privateIPAddress: sim.address,
              subnet: { id: `${hub}/subnets/app` },
              publicIPAddress: { id: pip },
            },
          },
        ],
      }),
    ),
    { 'Microsoft.Network/effectiveSecurityAdminRules': { value: [{ virtualNetworkId: hub, value: admin }] } },
  );
}

const prefix = fc.constantFrom(
  '0.0.0.0/0',
  '0.0.0.0/1',
  '128.0.0.0/1',
  '20.0.0.0/8',
  '20.1.0.0/16',
  '20.1.2.0/24',
  '150.0.0.0/12',
  '10.0.0.0/8',
);
const word = fc.oneof(prefix, fc.constantFrom('*', 'Internet', 'VirtualNetwork', 'AzureLoadBalancer'));
const destination = fc.constantFrom(
  '*',
  '10.0.0.4',
  '10.0.0.0/24',
  '10.0.0.5',
  'VirtualNetwork',
  'Internet',
  '10.0.0.0/30',
);
const ports = fc.constantFrom('*', '22', '20-25', '80', '443', '1000-65535', '0-1023');
const protocol = fc.constantFrom('Tcp' as const, 'Udp' as const, '*' as const);
const ruleOf = (access: fc.Arbitrary<SimRule['access']>): fc.Arbitrary<SimRule> =>
  fc.record({ priority: fc.integer({ min: 100, max: 4096 }), access, protocol, source: word, destination, ports });
const distinct = (rule: fc.Arbitrary<SimRule>, maxLength: number) =>
  fc.uniqueArray(rule, { maxLength, selector: ({ priority }) => priority });
const allowOrDeny = ruleOf(fc.constantFrom('Allow', 'Deny'));
const network: fc.Arbitrary<SimNetwork> = fc.record({
  sku: fc.constantFrom('Standard' as const, 'Basic' as const),
  address: fc.constant('10.0.0.4'),
  network: fc.constantFrom('10.0.0.0/16', '10.0.0.0/8'),
  subnetRules: fc.option(distinct(allowOrDeny, 6), { nil: undefined }),
  interfaceRules: fc.option(distinct(allowOrDeny, 6), { nil: undefined }),
  // Prefixes alone: security admin rules have no tag of the network.
  adminRules: distinct(
    ruleOf(fc.constantFrom('Allow', 'Deny', 'AlwaysAllow')).map((rule) => ({
      ...rule,
      source: rule.source.includes('/') ? rule.source : '*',
      destination: '*',
    })),
    2,
  ),
  routes: fc.uniqueArray(
    fc.record<SimRoute>({ prefix, hop: fc.constantFrom('VirtualAppliance', 'Internet', 'None') }),
    { maxLength: 3, selector: (route) => route.prefix },
  ),
});

const samples: readonly Packet[] = (['tcp', 'udp'] as const).flatMap((each) =>
  ['1.2.3.4', '20.1.2.3', '20.1.9.9', '20.200.0.1', '130.0.0.1', '150.1.1.1', '203.0.113.9'].flatMap((source) =>
    [0, 21, 22, 25, 26, 80, 443, 999, 1000, 65_535].map((port) => ({ protocol: each, source, port })),
  ),
);

/** Whether the engine says that a packet is let through; a source that stands for "any" covers every public address but few. */
function isReached({ reaches }: Exposure, { protocol: asked, source, port }: Packet): boolean | 'nearly' {
  const own = reaches.filter(
    (reach) => reach.protocol === asked && (reach.fromPort ?? 0) <= port && port <= (reach.toPort ?? 65_535),
  );
  if (own.some(({ sources }) => sources === 'any')) return 'nearly';
  return own.some(
    ({ sources }) =>
      sources !== 'any' && covers(sources.filter((each) => each.includes('/')).map(parseCidr), [hostRange(source)]),
  );
}

describe('the exposure of a machine in Azure', () => {
  it('is what an evaluator finds that follows single packets', () => {
    fc.assert(
      fc.property(network, (sim) => {
        const [exposure] = exposuresOf(answersOf(sim));
        if (!exposure) throw new Error('the machine is missing');
        expect(exposure.verdict).not.toBe('unknown');
        const somebody = (packet: Packet): boolean =>
          samples.some((each) => each.port === packet.port && each.protocol === packet.protocol && passes(sim, each));
        const wrong = samples.filter((packet) => {
          const [said, truth] = [isReached(exposure, packet), passes(sim, packet)];
          // "Any" is said of one public address in 256 or more: then somebody must get through on that port.
          return said === 'nearly' ? truth && !somebody(packet) : said !== truth;
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('grows with a rule that allows more, where nothing is denied', () => {
    fc.assert(
      fc.property(network, ruleOf(fc.constant('Allow')), (sim, added) => {
        const allowed = {
          ...sim,
          interfaceRules: (sim.interfaceRules ?? []).filter(({ access }) => access === 'Allow'),
        };
        const more = { ...allowed, interfaceRules: [...allowed.interfaceRules, { ...added, priority: 99 }] };
        expect(samples.filter((packet) => passes(allowed, packet) && !passes(more, packet))).toEqual([]);
        const [before, after] = [allowed, more].map((each) => exposuresOf(answersOf(each))[0]);
        const isOpen = (exposure: Exposure | undefined): boolean => exposure?.verdict === 'exposed';
        expect(isOpen(before) && !isOpen(after)).toBe(false);
      }),
      { numRuns: 100 },
    );
  });
});
