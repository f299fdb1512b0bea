import type { Exposure, OpenRule, Reach } from '../../model/network/exposure.ts';
import type { Unread } from '../../model/unread.ts';
import { distinct } from './passage.ts';
import type { Stopped } from './subnet-entrance.ts';
import { furthest } from './way.ts';

/** What an exposure is put together from. */
export interface Gathered extends Pick<Exposure, 'kind' | 'id' | 'arn' | 'name' | 'tags' | 'partOf' | 'ofOther'> {
  /** Proven ones. */
  readonly reaches: readonly Reach[];
  /** Those that what was not read may open. */
  readonly possible: readonly Reach[];
  readonly unread: readonly Unread[];
  readonly stops: readonly Stopped[];
  readonly openRules?: readonly OpenRule[];
  /** What does not run answers nobody. */
  readonly idle?: Stopped;
}

/** Puts what was gathered of a resource into a verdict: the worst that is proven, else what may be. */
export function exposureOf(gathered: Gathered): Exposure {
  const { reaches, possible, unread, stops, openRules, idle, ...named } = gathered;
  const stopped = furthest(idle ? [...stops, idle] : stops);
  const rules = openRules && { openRules };
  const blocked = stopped && { blockedBy: stopped.block, blockedPath: stopped.hops };
  const proven = sorted(reaches);
  if (proven.length > 0 && idle) {
    return { ...named, verdict: 'latent', reaches: proven, ...rules, ...blocked, unread: [] };
  }
  if (proven.length > 0) {
    const said = possible.length > 0 ? distinct(unread) : [];
    const verdict = worst(proven);
    // What may be is worse than a way that is inspected, or that asks for a sign-in.
    if (said.length > 0 && verdict !== 'exposed') {
      return { ...named, verdict: 'unknown', reaches: sorted([...reaches, ...possible]), ...rules, unread: said };
    }
    return { ...named, verdict, reaches: proven, ...rules, unread: said };
  }
  if (possible.length > 0) {
    return { ...named, verdict: 'unknown', reaches: sorted(possible), ...rules, unread: distinct(unread) };
  }
  const verdict = openRules && openRules.length > 0 ? 'rule-open' : 'closed';
  return { ...named, verdict, reaches: [], ...rules, ...blocked, unread: [] };
}

function worst(reaches: readonly Reach[]): Exposure['verdict'] {
  if (reaches.some(({ strength }) => strength === 'open')) return 'exposed';
  return reaches.some(({ strength }) => strength === 'conditional') ? 'conditional' : 'authenticated';
}

/** An order that does not hang on that of the answers. */
function sorted(reaches: readonly Reach[]): readonly Reach[] {
  const key = (reach: Reach): string =>
    [
      reach.family,
      reach.protocol,
      String(reach.fromPort ?? reach.icmpType ?? 0).padStart(6, '0'),
      reach.via ?? '',
      reach.listenerPort ?? '',
      reach.sources === 'any' ? '' : reach.sources.join(),
    ].join(' ');
  return reaches
    .map((reach) => ({ reach, at: key(reach) }))
    .toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)))
    .map(({ reach }) => reach);
}
