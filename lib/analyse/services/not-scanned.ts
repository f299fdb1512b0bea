import type { AnalysisSources } from '../analysis.ts';
import type { RegionGap } from './region-gaps.ts';

/** Enabled regions that were left out of the scan, and so nobody knows what they hold; none where the regions were not listed. */
export function notScanned({ part, inRegions }: Pick<AnalysisSources, 'part' | 'inRegions'>): readonly RegionGap[] {
  const scanned = new Set(inRegions('aws.instances').map(({ region }) => region));
  return (part('aws.regions') ?? [])
    .filter(({ name }) => !scanned.has(name))
    .map(({ name: region }) => {
      const message = `${region} is enabled, and was not scanned`;
      return { region, unread: { operation: 'ec2:DescribeInstances', code: 'NotCollected', message } };
    });
}
