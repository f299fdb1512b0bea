import { intersect, sameAddresses, subtract, toCidrs, type AddressSet } from '../../lib/analyse/network/address-set.ts';
import { flows, lastPort, uniteFlows, type FlowSet } from '../../lib/analyse/network/flow-set.ts';
import { addressesOf } from '../../lib/analyse/network/traffic.ts';
import type { Family } from '../../lib/model/network/exposure.ts';
import { publicSpace } from '../../lib/model/network/public-space.ts';

/** What a case and the product say of a reach alike. */
export interface ReachLike {
  readonly family: string;
  readonly protocol: string;
  readonly fromPort?: number | undefined;
  readonly toPort?: number | undefined;
  readonly icmpType?: number | undefined;
  readonly sources: 'any' | readonly string[];
}

/** Reaches as one text that is equal for equal sets, however they are cut; `own` are the network's own blocks. */
export function reachText(reaches: readonly ReachLike[], own: readonly string[]): string {
  const sets = new Map<string, FlowSet>();
  for (const reach of reaches) {
    const family = reach.family as Family;
    for (const protocol of reach.protocol === 'all' ? everyProtocol[family] : [reach.protocol]) {
      const key = `${family} ${protocol}`;
      sets.set(key, uniteFlows(sets.get(key) ?? [], flowsOf(reach, outside(family, own))));
    }
  }
  const texts = [...sets].flatMap(([key, set]) => set.map((slab) => slabText(key, slab, own)));
  return texts.toSorted().join('; ');
}

const everyProtocol: Readonly<Record<Family, readonly string[]>> = {
  ipv4: ['tcp', 'udp', 'icmp', 'other'],
  ipv6: ['tcp', 'udp', 'icmpv6', 'other'],
};

function outside(family: Family, own: readonly string[]): AddressSet {
  return subtract(publicSpace[family], addressesOf(own, family));
}

function flowsOf(reach: ReachLike, space: AddressSet): FlowSet {
  const { family, sources, icmpType = -1, protocol } = reach;
  const from = sources === 'any' ? space : intersect(space, addressesOf(sources, family as Family));
  if (protocol === 'tcp' || protocol === 'udp') return flows(from, reach.fromPort ?? 0, reach.toPort ?? lastPort);
  return icmpType === -1 ? flows(from) : flows(from, icmpType * 256, icmpType * 256 + 255);
}

function slabText(key: string, { fromPort, toPort, sources }: FlowSet[number], own: readonly string[]): string {
  const family: Family = key.startsWith('ipv4') ? 'ipv4' : 'ipv6';
  const any = sameAddresses(sources, outside(family, own));
  return `${key} ${fromPort}-${toPort} ${any ? 'any' : toCidrs(sources, family === 'ipv4' ? 32 : 128).join(',')}`;
}
