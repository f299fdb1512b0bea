import type { Evidence, Judgement } from '../judgement.ts';
import type { ServiceReview, ReviewedUse } from './service-review.ts';
import { useResource } from './use-resource.ts';
import { sightingEvidence } from './use-words.ts';
import { unitResource } from '../unit-resource.ts';
import { globalRegion, type Unit } from '../unit.ts';

type Some<T> = readonly [T, ...T[]];

/** The uses of one service, wherever in the account it is used. */
export type UsesOfService = Some<ReviewedUse>;

const evidenceCount = 12;

/** What tells of uses, place by place. */
export function useEvidence(uses: UsesOfService): Some<Evidence> {
  const all = uses.flatMap(({ use: { region, sightings } }) =>
    sightings.map((sighting) => sightingEvidence(region, sighting)),
  );
  const [first, ...rest] = all;
  if (!first) throw new TypeError('a use without any evidence is none');
  return [first, ...rest.slice(0, evidenceCount - 1)];
}

/** The regions of uses, each once; none where one stands in no region. */
export function regionsOf(uses: UsesOfService): readonly string[] {
  const regions = [...new Set(uses.map(({ use }) => use.region))];
  return regions.includes(globalRegion) ? [] : regions;
}

/** Where a service is used, in words: `ap-northeast-1, us-east-1`. */
export function placesOf(uses: UsesOfService): string {
  return [...new Set(uses.map(({ use }) => use.region))].join(', ');
}

/**
 * Judges the services of an account, subscription or tenant one by one, and says what was not read: a service that it alone
 * would tell of is missing.
 */
export function judgeUses(
  { uses, unread }: ServiceReview,
  unit: Unit,
  judge: (uses: UsesOfService) => readonly Judgement[],
): readonly Judgement[] {
  const services = Map.groupBy(uses, ({ use }) => useResource(use).id);
  const judged = [...services.values()].flatMap(([first, ...rest]) => (first ? judge([first, ...rest]) : []));
  const [gap] = unread;
  return gap ? [...judged, { status: 'unknown', resource: unitResource(unit), unread: gap }] : judged;
}
