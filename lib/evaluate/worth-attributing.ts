import { dayIn } from '../model/days.ts';
import { awsServiceName, isPlumbing } from '../model/aws/service-names.ts';
import type { Standard } from '../model/standard.ts';
import type { UseGap } from '../model/services/service-review.ts';
import { globalRegion } from '../model/unit.ts';
import { reviewUses } from '../analyse/services/review-uses.ts';

const open: ReadonlySet<UseGap> = new Set([
  'unregistered',
  'forbidden',
  'ended',
  'outside-regions',
  'outside-accounts',
]);

/**
 * What of an account is worth asking CloudTrail about: services that the register does not approve of there, and whatever is
 * in a region that nobody approved. Two calls a second are all that CloudTrail allows.
 */
export function worthAttributing(
  { register, approved, deployment: { timeZone } }: Standard,
  now: Date,
): (account: string) => (service: string, region: string) => boolean {
  const regions = new Set<string>(approved.regions);
  const today = dayIn(now, timeZone);
  return (account) => (key, region) => {
    if (regions.size > 0 && region !== globalRegion && !regions.has(region)) return !isPlumbing(key);
    const use = {
      provider: 'aws',
      account,
      region,
      key,
      name: awsServiceName(key),
      examples: [],
      sightings: [{ layer: 'inventory', operation: '', ref: key }],
      isAutomatic: isPlumbing(key),
    } as const;
    return reviewUses([use], register, today).some(({ gaps }) => gaps.some((gap) => open.has(gap)));
  };
}
