import { addressSet, intersect, sameAddresses, subtract, unite, type AddressSet } from './address-set.ts';

/** Sources that reach each of these ports; never empty. */
export interface Slab {
  readonly fromPort: number;
  readonly toPort: number;
  readonly sources: AddressSet;
}

/**
 * What of one family and protocol passes: for each port, from where. Slabs ascend, do not overlap, and differ from the one
 * they touch, so that equal sets are equal lists. For ICMP the port is 256 × type + code; protocols without ports have
 * all of them or none.
 */
export type FlowSet = readonly Slab[];

/** The last port, and the last type and code of ICMP. */
export const lastPort = 65_535;

/** Everything from `sources` to these ports. */
export function flows(sources: AddressSet, fromPort = 0, toPort = lastPort): FlowSet {
  return sources.length === 0 || fromPort > toPort ? [] : [{ fromPort, toPort, sources }];
}

/** Slabs in the order of their ports as a set: those from nobody left out, neighbours from the same sources as one. */
export function joinSlabs(slabs: readonly Slab[]): FlowSet {
  const joined: OpenSlab[] = [];
  for (const { fromPort, toPort, sources } of slabs) append(joined, fromPort, toPort, sources);
  return joined;
}

/** What is in one set or the other. */
export function uniteFlows(one: FlowSet, other: FlowSet): FlowSet {
  if (one.length === 0) return other;
  return other.length === 0 ? one : combine(one, other, unite);
}

/** What is in any of these sets: all at once, for a group may have sixty rules. */
export function uniteAll(sets: readonly FlowSet[]): FlowSet {
  const [first = [], second, ...more] = sets.filter((set) => set.length > 0);
  if (!second) return first;
  if (more.length === 0) return uniteFlows(first, second);
  const all = sets.flat();
  return swept(all, (port) =>
    addressSet(all.flatMap(({ fromPort, toPort, sources }) => (fromPort <= port && port <= toPort ? sources : []))),
  );
}

/** What is in both sets. */
export function intersectFlows(one: FlowSet, other: FlowSet): FlowSet {
  const slabs: OpenSlab[] = [];
  // Both are in the order of their ports: whichever ends first is done with.
  for (let [at, beside] = [0, 0]; at < one.length && beside < other.length;) {
    const [a, b] = [one[at]!, other[beside]!];
    const fromPort = Math.max(a.fromPort, b.fromPort);
    const toPort = Math.min(a.toPort, b.toPort);
    if (fromPort <= toPort) append(slabs, fromPort, toPort, intersect(a.sources, b.sources));
    if (a.toPort === toPort) at += 1;
    if (b.toPort === toPort) beside += 1;
  }
  return slabs;
}

/** What is in the first set and not in the second. */
export function subtractFlows(from: FlowSet, taken: FlowSet): FlowSet {
  return taken.length === 0 || from.length === 0 ? from : combine(from, taken, subtract);
}

/** What of a set comes from these sources. */
export function fromSources(set: FlowSet, sources: AddressSet): FlowSet {
  return intersectFlows(set, flows(sources));
}

/** Every source that reaches some port. */
export function sourcesOf(set: FlowSet): AddressSet {
  return set.reduce<AddressSet>((all, slab) => unite(all, slab.sources), []);
}

const none: AddressSet = [];

/** Applies `join` to the sources at every port. */
function combine(one: FlowSet, other: FlowSet, join: (a: AddressSet, b: AddressSet) => AddressSet): FlowSet {
  return swept([...one, ...other], (port) => join(sourcesAt(one, port), sourcesAt(other, port)));
}

/** The sources at every port, asked for once between two ports at which some slab begins or ends. */
function swept(all: FlowSet, sourcesOfPort: (port: number) => AddressSet): FlowSet {
  const starts = all.flatMap(({ fromPort, toPort }) => [fromPort, toPort + 1]);
  const edges = [...new Set(starts)].toSorted((a, b) => a - b);
  const slabs: OpenSlab[] = [];
  edges.slice(0, -1).forEach((fromPort, at) => append(slabs, fromPort, edges[at + 1]! - 1, sourcesOfPort(fromPort)));
  return slabs;
}

interface OpenSlab {
  readonly fromPort: number;
  toPort: number;
  readonly sources: AddressSet;
}

/** Adds the next slab to those before it; what comes from the same sources at the ports next to theirs is one with them. */
function append(slabs: OpenSlab[], fromPort: number, toPort: number, sources: AddressSet): void {
  if (sources.length === 0) return;
  const before = slabs.at(-1);
  if (before && before.toPort === fromPort - 1 && sameAddresses(before.sources, sources)) before.toPort = toPort;
  else slabs.push({ fromPort, toPort, sources });
}

/** The sources that reach a port. */
export function sourcesAt(set: FlowSet, port: number): AddressSet {
  return set.find(({ fromPort, toPort }) => fromPort <= port && port <= toPort)?.sources ?? none;
}

/** Whether two sets hold the same flows. */
export function sameFlows(one: FlowSet, other: FlowSet): boolean {
  if (one === other) return true;
  return (
    one.length === other.length &&
    one.every(({ fromPort, toPort, sources }, at) => {
      const beside = other[at]!;
      return fromPort === beside.fromPort && toPort === beside.toPort && sameAddresses(sources, beside.sources);
    })
  );
}
