import type { ExposedKind, Exposure, OpenRule, Reach } from '../../../model/network/exposure.ts';
import type { Hop } from '../../../model/network/hop.ts';
import type { Unread } from '../../../model/unread.ts';
import { distinct } from '../../network/passage.ts';
import type { Arrival, Arrived } from './arrivals.ts';
import { sourcesIn, type ServiceTags } from './client-space.ts';

/** What is exposed, and all that was found of it. */
export interface Judged {
  readonly kind: ExposedKind;
  /** ARM id. */
  readonly id: string;
  readonly name: string;
  readonly location: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly arrived: readonly (Arrived & { readonly end: readonly Hop[] })[];
  /** Why nothing would answer; undefined where something runs. */
  readonly idle?: 'not-running' | 'not-attached';
  /** What its groups open to the internet. */
  readonly openRules: readonly OpenRule[];
  /** What was not read and may lead to it. */
  readonly unread: readonly Unread[];
}

/** The verdict of one resource. What is proven outweighs what is not known; what is not known, what is closed. */
export function azureExposure(judged: Judged, tags: ServiceTags): Exposure {
  const { kind, id, name, location, tags: own, idle, openRules } = judged;
  const arrivals = judged.arrived.flatMap(({ arrivals: each, end }) => each.map((arrival) => ({ arrival, end })));
  const proven = reaches(
    arrivals.filter(({ arrival }) => arrival.unread.length === 0),
    tags,
  );
  const possible = reaches(
    arrivals.filter(({ arrival }) => arrival.unread.length > 0),
    tags,
  );
  const gaps = distinct([
    ...(possible.length > 0 ? arrivals.flatMap(({ arrival }) => arrival.unread) : []),
    ...judged.unread,
  ]);
  const named = { kind, id: name, arn: id, name, tags: own, location, openRules };
  const stopped = furthest(judged.arrived);
  if (idle && proven.length > 0) return { ...named, verdict: 'latent', reaches: proven, blockedBy: idle, unread: gaps };
  if (proven.length > 0) return { ...named, verdict: 'exposed', reaches: proven, unread: gaps };
  if (gaps.length > 0) return { ...named, verdict: 'unknown', reaches: possible, unread: gaps };
  const verdict = openRules.length > 0 ? 'rule-open' : 'closed';
  const blockedBy = stopped?.block ?? 'no-public-address';
  const blockedPath: readonly Hop[] = stopped?.hops ?? [
    { kind: 'internet', id: 'internet' },
    { kind: 'resource', id, name, stops: true },
  ];
  return { ...named, verdict, reaches: [], blockedBy, blockedPath, unread: [] };
}

/** Of all that was tried, where the way that came furthest ends. */
export function furthest(arrived: readonly Arrived[]): Arrived['stopped'] {
  return arrived.flatMap(({ stopped }) => stopped ?? []).toSorted((a, b) => b.hops.length - a.hops.length)[0];
}

function reaches(
  arrivals: readonly { readonly arrival: Arrival; readonly end: readonly Hop[] }[],
  tags: ServiceTags,
): readonly Reach[] {
  return arrivals.flatMap(({ arrival: { entry, protocol, flow, hops }, end }): readonly Reach[] => {
    const { family, via, listenerPort } = entry;
    const sources = sourcesIn(flow.sources, family, tags);
    if (sources !== 'any' && sources.length === 0) return [];
    return [
      {
        family,
        protocol,
        fromPort: flow.fromPort,
        toPort: flow.toPort,
        sources,
        strength: 'open',
        path: [
          ...hops.map((hop) => (hop.kind === 'internet' ? { ...hop, rule: comingFrom(family, sources) } : hop)),
          ...end,
        ],
        ...(via !== undefined && { via }),
        ...(listenerPort !== undefined && { listenerPort }),
      },
    ];
  });
}

function comingFrom(family: Reach['family'], sources: Reach['sources']): string {
  if (sources === 'any') return family === 'ipv4' ? '0.0.0.0/0' : '::/0';
  return sources.length > 2 ? `${sources.slice(0, 2).join(', ')} …` : sources.join(', ');
}
