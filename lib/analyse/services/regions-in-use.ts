import type { RegionUse } from '../../model/aws/region-use.ts';
import type { AnalysisDefinition } from '../analysis.ts';
import { awsAnswers, awsLayers } from './aws-answers.ts';
import { awsUses } from './aws-uses.ts';

/** `aws.regionsInUse`: what an account uses in each of its regions. */
export const regionsInUse: AnalysisDefinition<'aws.regionsInUse'> = {
  per: 'aws-account',
  requires: ['aws.regions'],
  uses: awsLayers,
  analyse: (sources): readonly RegionUse[] => {
    const uses = awsUses(awsAnswers(sources)).filter(({ isAutomatic }) => !isAutomatic);
    const byRegion = Map.groupBy(uses, ({ region }) => region);
    // Machines stand for all that is read of a region: what cannot list them can list nothing else.
    const looked = new Map(sources.inRegions('aws.instances').map((each) => [each.region, each]));
    return (sources.part('aws.regions') ?? []).map((region) => {
      const unread = looked.get(region.name)?.unread;
      return {
        ...region,
        uses: byRegion.get(region.name) ?? [],
        ...(unread && { unread }),
        isScanned: looked.has(region.name),
      };
    });
  },
};
