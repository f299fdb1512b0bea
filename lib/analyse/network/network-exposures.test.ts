import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  holds,
  nodeAddress,
  PacketSimulator,
  sourcePorts,
  type NetworkParts,
  type Packet,
} from '../../../test/network/packet-simulator.ts';
import { clients, randomNetwork } from '../../../test/network/random-network.ts';
import type { NetworkInterface } from '../../model/aws/network-interface.ts';
import type { Exposure, Family, Reach } from '../../model/network/exposure.ts';
import type { NetworkExposures } from '../../model/network/exposures.ts';
import type { InterpretedPart, Parts } from '../../model/parts.ts';
import type { AnalysisSources } from '../analysis.ts';
import { exposures } from './network-exposures.ts';

const families: readonly Family[] = ['ipv4', 'ipv6'];
const ports = [0, 21, 22, 23, 443, 1023, 1024, 5000, 65_535];

function analyse(parts: NetworkParts, unread: readonly InterpretedPart[] = []): NetworkExposures {
  // A load balancer has an interface in each of its subnets.
  const [balancer] = parts['aws.loadBalancers'].loadBalancers;
  const nodes = balancer!.subnetIds.map((subnetId): NetworkInterface => ({
    ...parts['aws.networkInterfaces'][0]!,
    id: `node-${subnetId}`,
    instanceId: undefined!,
    description: `ELB ${balancer!.arn.split(':loadbalancer/')[1]}`,
    requester: 'amazon-elb',
    subnetId,
    privateIpv4: [nodeAddress(subnetId)],
    ipv6: [],
    publicIpv4: [],
  }));
  const all: Partial<Parts> = {
    ...parts,
    'aws.networkInterfaces': [...parts['aws.networkInterfaces'], ...nodes],
    'aws.classicLoadBalancers': { loadBalancers: [], targetGroups: [] },
    'aws.databases': { databases: [], unread: [] },
    'aws.accelerators': [],
    'aws.vpcOrigins': [],
  };
  const sources = {
    unit: { provider: 'aws', account: '111122223333', region: 'eu-west-1' },
    account: '111122223333',
    organization: 'none',
    part: <N extends InterpretedPart>(name: N) => (unread.includes(name) ? undefined : (all[name] as Parts[N])),
    unread: (name: InterpretedPart) =>
      unread.includes(name) ? { operation: name, code: 'AccessDenied', message: 'denied' } : undefined,
  } as unknown as AnalysisSources;
  return exposures.analyse(sources);
}

/** A protocol that no rule of the network names is one of the others. */
function isNamed(protocol: string, parts: NetworkParts): boolean {
  const rules = parts['aws.securityGroups'].flatMap(({ ingress, egress }) => [...ingress, ...egress]);
  const entries = parts['aws.networkAcls'].flatMap((acl) => acl.entries);
  return protocol !== '47' || [...rules, ...entries].some((each) => each.protocol === protocol);
}

function holdsPacket(reach: Reach, { family, protocol, port, source }: Packet): boolean {
  if (reach.family !== family) return false;
  if (reach.protocol !== 'all' && reach.protocol !== protocol) return false;
  if (reach.icmpType !== undefined && reach.icmpType !== -1 && reach.icmpType !== port) return false;
  if (reach.fromPort !== undefined && (port < reach.fromPort || port > (reach.toPort ?? port))) return false;
  return reach.sources === 'any' || reach.sources.some((cidr) => holds(cidr, source, family));
}

function* packets(): Generator<Omit<Packet, 'sourcePort'>> {
  for (const family of families) {
    for (const source of clients[family]) {
      for (const protocol of ['tcp', 'udp'] as const)
        for (const port of ports) yield { family, source, protocol, port };
      for (const port of [0, 8, 128]) yield { family, source, protocol: family === 'ipv4' ? 'icmp' : 'icmpv6', port };
      yield { family, source, protocol: '47', port: 0 };
    }
  }
}

/** Whether some port that a client may send from makes it. */
function somePort(packet: Omit<Packet, 'sourcePort'>, makes: (packet: Packet) => boolean): boolean {
  return sourcePorts.some((sourcePort) => makes({ ...packet, sourcePort }));
}

/** Parts that the analysis can do without. */
const readable = [
  'aws.subnets',
  'aws.routeTables',
  'aws.networkAcls',
  'aws.internetGateways',
  'aws.securityGroups',
  'aws.instances',
  'aws.blockPublicAccess',
  'aws.loadBalancers',
  'aws.vpcs',
] as const;

function exposureOf({ exposures: all }: NetworkExposures, id: string): Exposure {
  return all.find((each) => each.id === id)!;
}

function isReached({ verdict, reaches }: Exposure, packet: Packet, via?: string): boolean {
  return verdict === 'exposed' && reaches.some((reach) => reach.via === via && holdsPacket(reach, packet));
}

/** Blocks of IPv4 that have a counterpart in IPv6, and everything that names a family. */
const counterparts: readonly (readonly [string, string])[] = [
  ['"0.0.0.0/0"', '"::/0"'],
  ['"203.0.113.0/24"', '"2001:db8:1::/48"'],
  ['"ipv4"', '"ipv6"'],
  ['"icmp"', '"icmpv6"'],
  [
    '"publicIpv4":["198.51.100.1"],"allocationIds":[],"prefixes":[],"ipv6":[]',
    '"publicIpv4":[],"allocationIds":[],"prefixes":[],"ipv6":["2001:db8:aa00:1::1"]',
  ],
];

function mirrored<Value>(value: Value): Value {
  const text = counterparts.reduce((all, [one, other]) => all.replaceAll(one, other), JSON.stringify(value));
  return JSON.parse(text) as Value;
}

/** What is left of the internet without a block is many blocks, and others in each family. */
function sourcesText(sources: Reach['sources']): string {
  if (sources === 'any') return sources;
  return sources.length === 1 ? sources.join() : 'the rest';
}

/** The network with IPv4 alone, and of its blocks only those that have a counterpart. */
function inOneFamily(parts: NetworkParts): NetworkParts {
  const kept = new Set(['0.0.0.0/0', '203.0.113.0/24']);
  return {
    ...parts,
    'aws.routeTables': parts['aws.routeTables'].map((table) => ({
      ...table,
      routes: table.routes.filter(({ destination }) => kept.has(destination)),
    })),
    'aws.networkAcls': parts['aws.networkAcls'].map((acl) => ({
      ...acl,
      entries: acl.entries.filter(({ cidr, protocol }) => kept.has(cidr) && protocol !== 'icmpv6'),
    })),
    'aws.securityGroups': parts['aws.securityGroups'].map((group) => ({
      ...group,
      ingress: group.ingress.filter(
        ({ source, protocol }) => source.kind === 'cidr' && kept.has(source.cidr) && protocol !== 'icmpv6',
      ),
    })),
    'aws.networkInterfaces': parts['aws.networkInterfaces'].map((eni) => ({ ...eni, ipv6: [], deniesInternet: false })),
  };
}

describe('what the internet reaches', () => {
  it('is what a simulator finds that follows every single packet to an interface', () => {
    fc.assert(
      fc.property(randomNetwork, (parts) => {
        const found = analyse(parts);
        const simulator = new PacketSimulator(parts);
        const wrong = parts['aws.networkInterfaces'].flatMap((eni) =>
          [...packets()].filter((packet) => {
            const protocol = isNamed(packet.protocol, parts) ? packet.protocol : ('other' as Packet['protocol']);
            const said = isReached(exposureOf(found, eni.id), { ...packet, protocol, sourcePort: 0 });
            return said !== somePort(packet, (each) => simulator.reachesInterface(eni, each));
          }),
        );
        expect(wrong).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('is what the simulator finds behind a load balancer', () => {
    fc.assert(
      fc.property(randomNetwork, (parts) => {
        const found = analyse(parts);
        const simulator = new PacketSimulator(parts);
        const [balancer] = parts['aws.loadBalancers'].loadBalancers;
        const [group] = parts['aws.loadBalancers'].targetGroups;
        const [eni] = parts['aws.networkInterfaces'];
        const port = group!.targets![0]!.port;
        const dialled = families.flatMap((family) =>
          clients[family].map((source) => ({ family, source, protocol: 'tcp', port }) as const),
        );
        const wrong = dialled.filter((packet) => {
          const said = isReached(exposureOf(found, eni!.id), { ...packet, sourcePort: 0 }, balancer!.id);
          return said !== somePort(packet, (each) => simulator.reachesThrough(balancer!, group!, eni!, each));
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('never grows by a denial', () => {
    fc.assert(
      fc.property(randomNetwork, fc.constantFrom(0, 1), fc.boolean(), (parts, at, egress) => {
        const deny = {
          number: -1,
          egress,
          allows: false,
          protocol: 'tcp',
          cidr: '0.0.0.0/1',
          fromPort: 0,
          toPort: 30_000,
        };
        const stricter: NetworkParts = {
          ...parts,
          'aws.networkAcls': parts['aws.networkAcls'].map((acl, place) =>
            place === at ? { ...acl, entries: [deny, ...acl.entries] } : acl,
          ),
        };
        const [before, after] = [analyse(parts), analyse(stricter)];
        const grown = parts['aws.networkInterfaces'].flatMap(({ id }) =>
          [...packets()].filter((packet) => {
            const each = { ...packet, sourcePort: 0 };
            return isReached(exposureOf(after, id), each) && !isReached(exposureOf(before, id), each);
          }),
        );
        expect(grown).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('is never closed for want of an answer', () => {
    fc.assert(
      fc.property(randomNetwork, fc.subarray([...readable], { minLength: 1 }), (parts, unread) => {
        const [before, after] = [analyse(parts), analyse(parts, unread)];
        const closed = parts['aws.networkInterfaces'].filter(
          ({ id }) =>
            exposureOf(before, id).verdict === 'exposed' &&
            !['exposed', 'unknown'].includes(exposureOf(after, id).verdict),
        );
        expect(closed).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('is the same in both families where the rules are', () => {
    fc.assert(
      fc.property(randomNetwork, (parts) => {
        const ipv4 = inOneFamily(parts);
        const [one, other] = [analyse(ipv4), analyse(mirrored(ipv4))];
        const direct = (found: NetworkExposures): readonly object[] =>
          ipv4['aws.networkInterfaces']
            .flatMap(({ id }) => exposureOf(found, id).reaches.filter(({ via }) => via === undefined))
            .map(({ path: _path, sources, ...reach }) => ({ ...reach, sources: sourcesText(sources) }));
        expect(direct(other)).toEqual(mirrored(direct(one)));
      }),
      { numRuns: 100 },
    );
  });

  it('is nothing new for the same answers in another order', () => {
    fc.assert(
      fc.property(randomNetwork, (parts) => {
        const turned = {
          ...parts,
          'aws.securityGroups': parts['aws.securityGroups'].toReversed(),
          'aws.routeTables': parts['aws.routeTables'].toReversed(),
          'aws.subnets': parts['aws.subnets'].toReversed(),
        };
        expect(analyse(turned).exposures).toEqual(analyse(parts).exposures);
      }),
      { numRuns: 100 },
    );
  });
});
