import type { Unread } from '../../model/unread.ts';
import { intersectFlows, uniteFlows, type FlowSet } from './flow-set.ts';

/**
 * What a control lets pass. `sure` passes whatever the answers say that were not read; `possible` passes at most, if they
 * let everything pass. Where all was read the two are the same and `unread` is empty.
 */
export interface Passage {
  readonly sure: FlowSet;
  readonly possible: FlowSet;
  readonly unread: readonly Unread[];
}

/** Nothing passes. */
export const nothing: Passage = { sure: [], possible: [], unread: [] };

/** Exactly this passes. */
export function exactly(flows: FlowSet): Passage {
  return { sure: flows, possible: flows, unread: [] };
}

/** At most this passes, and nobody knows whether it does. */
export function atMost(flows: FlowSet, unread: Unread): Passage {
  return { sure: [], possible: flows, unread: [unread] };
}

/** What passes both of two controls. */
export function through(one: Passage, other: Passage): Passage {
  const sure = intersectFlows(one.sure, other.sure);
  if (one.unread.length + other.unread.length === 0) return exactly(sure);
  const possible = intersectFlows(one.possible, other.possible);
  return possible.length === 0 ? nothing : { sure, possible, unread: distinct([...one.unread, ...other.unread]) };
}

/** What passes one of two ways. */
export function either(one: Passage, other: Passage): Passage {
  const sure = uniteFlows(one.sure, other.sure);
  if (one.unread.length + other.unread.length === 0) return exactly(sure);
  return {
    sure,
    possible: uniteFlows(one.possible, other.possible),
    unread: distinct([...one.unread, ...other.unread]),
  };
}

/** The same passage with other flows made from each of its two. */
export function mapFlows(passage: Passage, change: (flows: FlowSet) => FlowSet): Passage {
  const sure = change(passage.sure);
  if (passage.unread.length === 0) return exactly(sure);
  return { sure, possible: change(passage.possible), unread: passage.unread };
}

/** The same gaps once each. */
export function distinct(unread: readonly Unread[]): readonly Unread[] {
  return unread.filter((each, at) => unread.findIndex(({ operation }) => operation === each.operation) === at);
}
