import { anyGlob } from '../analyse/services/glob.ts';
import type { ServiceFact } from '../model/facts/service-fact.ts';
import { plainRegion } from '../model/plain-region.ts';
import type { ReviewedUse, UseGap } from '../model/services/service-review.ts';
import type { Sighting } from '../model/services/service-use.ts';
import { seenOf, userOf } from '../model/services/use-words.ts';
import type { Standard } from '../model/standard.ts';

/** What an account, subscription or tenant uses, as facts. */
export function serviceFacts(uses: readonly ReviewedUse[], standard: Standard): readonly ServiceFact[] {
  const isAzureType = anyGlob(standard.approved.azure.types);
  return uses.map((reviewed) => factOf(reviewed, standard, isAzureType));
}

const evidenceCount = 6;

/** `isAzureType`: whether the standard's own list names a type. */
function factOf(reviewed: ReviewedUse, standard: Standard, isAzureType: (type: string) => boolean): ServiceFact {
  const { use, entry, gaps } = reviewed;
  const { provider, account, region, name, key, category, examples, sightings, owner, isAutomatic } = use;
  const counts = sightings.flatMap(({ count }) => count ?? []);
  const usedBy = userOf(use);
  const [approved, regionApproved] = [
    isApproved(reviewed, standard, isAzureType),
    isRegionApproved(reviewed, standard),
  ];
  return {
    provider,
    account,
    region,
    service: name,
    key,
    ...(category && { category }),
    ...(counts.length > 0 && { count: Math.max(...counts) }),
    examples,
    evidence: sightings.toSorted((a, b) => weight(a) - weight(b)).slice(0, evidenceCount),
    ...seenOf(use),
    ...(owner !== undefined && { owner }),
    ...(usedBy !== undefined && { usedBy }),
    ...(entry && { entry: entry.id }),
    gaps,
    ...(approved !== undefined && { approved }),
    ...(regionApproved !== undefined && { regionApproved }),
    automatic: isAutomatic,
  };
}

const layers: readonly Sighting['layer'][] = ['inventory', 'application', 'access', 'stored', 'billing', 'api'];

function weight({ layer, attemptOnly }: Sighting): number {
  return layers.indexOf(layer) + (attemptOnly ? layers.length : 0);
}

const refused: ReadonlySet<UseGap> = new Set(['unregistered', 'forbidden', 'ended']);

/** By the register where there is one, else by the standard's own list of Azure types. */
function isApproved(
  { use, gaps }: ReviewedUse,
  { register, approved }: Standard,
  isAzureType: (type: string) => boolean,
): boolean | undefined {
  if (register.length > 0) return !gaps.some((gap) => refused.has(gap));
  if (use.provider !== 'azure' || approved.azure.types.length === 0) return undefined;
  return use.isAutomatic || isAzureType(use.key);
}

function isRegionApproved({ use, entry, gaps }: ReviewedUse, { approved }: Standard): boolean | undefined {
  if (use.region === 'global') return undefined;
  if (gaps.includes('outside-regions')) return false;
  const list = use.provider === 'azure' ? approved.azure.locations : use.provider === 'aws' ? approved.regions : [];
  if (list.length > 0) return list.some((each) => plainRegion(each) === plainRegion(use.region));
  return entry && entry.regions.length > 0 ? true : undefined;
}
