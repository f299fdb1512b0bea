import type { Unread } from '../../model/unread.ts';
import type { AnalysisSources } from '../analysis.ts';
import { meantToRead } from '../meant-to-read.ts';

/** Something of a region that would tell of services in use, and was not read. */
export interface RegionGap {
  readonly region: string;
  readonly unread: Unread;
}

/** What of the regions was asked in vain: a kind that was refused hides the services that it alone tells of. */
export function regionGaps(sources: Pick<AnalysisSources, 'inRegions'>): readonly RegionGap[] {
  const stored = sources.inRegions('aws.storedData').flatMap(({ region, value, unread: whole }) => {
    const unread = [...(whole ? [whole] : []), ...(value?.unread ?? []).map((each) => each.unread)];
    // What is read only once a use has ended tells of no other.
    return unread.flatMap(meantToRead).map((each) => ({ region, unread: each }));
  });
  return [...standingGaps(sources), ...stored];
}

/** Lists of what stands in the regions that were not read: of all but what is stored. */
export function standingGaps({ inRegions }: Pick<AnalysisSources, 'inRegions'>): readonly RegionGap[] {
  const whole = [
    ...inRegions('aws.instances'),
    ...inRegions('aws.databases'),
    ...inRegions('aws.discovered'),
    ...inRegions('aws.serviceEndpoints'),
  ].flatMap(({ region, unread }) => (unread ? [{ region, unread }] : []));
  const discovered = inRegions('aws.discovered').flatMap(({ region, value }) =>
    (value?.unread ?? []).map((unread) => ({ region, unread })),
  );
  const endpoints = inRegions('aws.serviceEndpoints').flatMap(({ region, value }) =>
    (value?.unread ?? []).map(({ unread }) => ({ region, unread })),
  );
  // Where no network interface is, nothing was asked about what stands in networks.
  const empty = new Set(
    inRegions('aws.instances').flatMap(({ region, ...read }) => ('value' in read || read.unread ? [] : [region])),
  );
  const databases = inRegions('aws.databases').flatMap(({ region, value }) =>
    (empty.has(region) ? [] : (value?.unread ?? [])).map(({ kind, operation }) => {
      return { region, unread: { operation, code: 'NotCollected', message: `${kind} was not read in ${region}` } };
    }),
  );
  return [...whole, ...discovered, ...endpoints, ...databases];
}
