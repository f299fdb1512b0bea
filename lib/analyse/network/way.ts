import type { Block, Family, Reach } from '../../model/network/exposure.ts';
import type { Hop } from '../../model/network/hop.ts';
import type { Unread } from '../../model/unread.ts';
import { sameAddresses, toCidrs, unite, type AddressSet } from './address-set.ts';
import { lastPort, sameFlows, subtractFlows, type FlowSet, type Slab } from './flow-set.ts';
import { stages, type Stopped } from './subnet-entrance.ts';
import type { Passage } from './passage.ts';

/** One range of ports that clients reach, and the controls that they pass on the way. */
export interface Way {
  readonly family: Family;
  /** A protocol, or `all`. */
  readonly protocol: string;
  readonly flow: Slab;
  /** What was not read and would decide; empty when the way is proven. */
  readonly unread: readonly Unread[];
  readonly hops: readonly Hop[];
  readonly clientPorts?: string;
  readonly oneWay?: true;
  /** Set where something stands between the client and the resource. */
  readonly via?: string;
  readonly listenerPort?: number;
  readonly requests?: string;
  readonly strength?: Reach['strength'];
  /** The resource sees the address of what stands between, and not the client's. */
  readonly proxied?: true;
}

/** What came of one attempt to reach something. */
export interface Attempt {
  readonly ways: readonly Way[];
  /** Where it ended, when there is no way. */
  readonly stopped?: Stopped;
}

/** The slabs of a passage: those that are proven, and those that what was not read may open. */
export function slabsOf(passage: Passage): readonly { readonly flow: Slab; readonly unread: readonly Unread[] }[] {
  const proven = passage.sure.map((flow) => ({ flow, unread: [] }));
  if (passage.unread.length === 0) return proven;
  const open = subtractFlows(passage.possible, passage.sure);
  return [...proven, ...open.map((flow) => ({ flow, unread: passage.unread }))];
}

/** The same flow of every protocol is one flow of all. */
export function merged(
  passages: readonly { readonly protocol: string; readonly passage: Passage }[],
): readonly { readonly protocol: string; readonly passage: Passage }[] {
  const [first, ...rest] = passages.map(({ passage }) => passage);
  const isOne =
    first !== undefined &&
    isEverything(first.possible) &&
    rest.every(({ sure, possible }) => sameFlows(sure, first.sure) && sameFlows(possible, first.possible));
  if (isOne) return [{ protocol: 'all', passage: first }];
  return passages.filter(({ passage }) => passage.possible.length > 0);
}

function isEverything([slab, ...more]: FlowSet): boolean {
  return more.length === 0 && slab?.fromPort === 0 && slab.toPort === lastPort;
}

/** A way as the model tells it: `outside` are all the addresses that there are to come from. */
export function reachesOf(way: Way, outside: AddressSet, end: readonly Hop[]): readonly Reach[] {
  const { family, protocol, flow, hops, via, listenerPort, clientPorts, requests, oneWay } = way;
  const sources = sameAddresses(flow.sources, outside) ? 'any' : toCidrs(flow.sources, family === 'ipv4' ? 32 : 128);
  return portsOf(protocol, flow).map((ports) => ({
    family,
    protocol,
    ...ports,
    sources,
    strength: way.strength ?? 'open',
    path: [
      ...hops.map((hop) => (hop.kind === 'internet' ? { ...hop, rule: comingFrom(family, sources) } : hop)),
      ...end,
    ],
    ...(via !== undefined && { via }),
    ...(listenerPort !== undefined && { listenerPort }),
    ...(clientPorts !== undefined && { clientPorts }),
    ...(oneWay && { oneWay }),
    ...(requests !== undefined && { requests }),
  }));
}

/** Where clients come from, in the words of a rule. */
function comingFrom(family: Family, sources: Reach['sources']): string {
  if (sources === 'any') return family === 'ipv4' ? '0.0.0.0/0' : '::/0';
  return sources.length > 2 ? `${sources.slice(0, 2).join(', ')} …` : sources.join(', ');
}

/** Ports of what has ports; one entry for each type of ICMP, unless all are meant. */
export function portsOf(
  protocol: string,
  { fromPort, toPort }: Pick<Slab, 'fromPort' | 'toPort'>,
): readonly Pick<Reach, 'fromPort' | 'toPort' | 'icmpType'>[] {
  if (protocol === 'tcp' || protocol === 'udp') return [{ fromPort, toPort }];
  if (protocol !== 'icmp' && protocol !== 'icmpv6') return [{}];
  if (fromPort === 0 && toPort === lastPort) return [{ icmpType: -1 }];
  const [first, last] = [Math.floor(fromPort / 256), Math.floor(toPort / 256)];
  return Array.from({ length: last - first + 1 }, (_, at) => ({ icmpType: first + at }));
}

/** Of several attempts, where the one that came furthest was stopped. */
export function furthest(stops: readonly Stopped[]): Stopped | undefined {
  return stops.toSorted((a, b) => stages.indexOf(b.stage) - stages.indexOf(a.stage))[0];
}

/** A stop with its control at the end of the hops that led there. */
export function stopAt(stage: Stopped['stage'], block: Block, hops: readonly Hop[], last: Hop): Stopped {
  return { stage, block, hops: [...hops, { ...last, stops: true }] };
}

/** One way instead of several that differ in the node alone that clients come through; from all their clients. */
export function throughAnyNode(ways: readonly Way[]): readonly Way[] {
  const key = (way: Way): string => {
    const { family, protocol, flow, via, listenerPort, unread, strength = 'open', requests = '' } = way;
    return [family, protocol, flow.fromPort, flow.toPort, via, listenerPort, unread.length, strength, requests].join(
      ' ',
    );
  };
  return [...Map.groupBy(ways, key).values()].flatMap(([first, ...rest]) => {
    if (!first) return [];
    const sources = rest.reduce((all, { flow }) => unite(all, flow.sources), first.flow.sources);
    return [{ ...first, flow: { ...first.flow, sources } }];
  });
}
