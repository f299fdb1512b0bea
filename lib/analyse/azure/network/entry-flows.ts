import { isEveryPort } from '../../../model/network/port-range.ts';
import { flows, intersectFlows, subtractFlows, uniteFlows, type FlowSet } from '../../network/flow-set.ts';
import type { AddressSet } from '../../network/address-set.ts';
import { atMost, distinct, exactly, mapFlows, type Passage } from '../../network/passage.ts';
import { everything } from './client-space.ts';
import type { Entry } from './entry.ts';
import type { Decision } from './rule-passages.ts';

/** Nobody's rules: what the SKU of the entry says ("Standard SKU public IP … is closed to inbound traffic unless allowed"). */
export function withoutGroup({ withoutGroup: otherwise, family }: Entry): Passage {
  const all = flows(everything[family]);
  if (otherwise === 'open') return exactly(all);
  return otherwise === 'closed' ? exactly([]) : atMost(all, otherwise);
}

/** Security admin rules come first: what they deny stays out, and what they always allow comes in ("Security admin rules"). */
export function overruled(passage: Passage, above: Decision | undefined): Passage {
  if (!above || (above.denied.length === 0 && above.always.length === 0 && above.unread.length === 0)) return passage;
  const certain = (set: FlowSet): FlowSet => uniteFlows(subtractFlows(set, above.denied), above.always);
  const ruled = mapFlows(passage, certain);
  if (above.unread.length === 0) return ruled;
  // What a rule that nobody understands may decide is open to both.
  const doubtful = subtractFlows(above.possible, above.sure);
  return {
    sure: subtractFlows(ruled.sure, doubtful),
    possible: uniteFlows(ruled.possible, doubtful),
    unread: distinct([...ruled.unread, ...above.unread]),
  };
}

/** The slabs of a set that some of these ports are in: a rule that forwards asks for one of thousands. */
export function atPorts(set: FlowSet, ports: Entry['ports']): FlowSet {
  if (isEveryPort(ports)) return set;
  return set.filter(({ fromPort, toPort }) => fromPort <= ports.toPort && toPort >= ports.fromPort);
}

/** What of a set is asked for. Behind an address that the target sees instead, it is the ports alone that are limited. */
export function limit(set: FlowSet, asked: FlowSet, seenAs: string | undefined): FlowSet {
  if (seenAs === undefined) return intersectFlows(set, asked);
  const sources: AddressSet = asked[0]?.sources ?? [];
  return intersectFlows(
    set.map(({ fromPort, toPort }) => ({ fromPort, toPort, sources })).filter(({ sources: each }) => each.length > 0),
    asked,
  );
}
