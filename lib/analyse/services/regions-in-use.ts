import type { RegionUse } from '../../model/aws/region-use.ts';
import type { AnalysisDefinition } from '../analysis.ts';
import { awsAnswers, awsLayers } from './aws-answers.ts';
import { notScanned } from './not-scanned.ts';
import { regionGaps } from './region-gaps.ts';
import { awsUses } from './aws-uses.ts';

/** `aws.regionsInUse`: what an account uses in each of its regions. */
export const regionsInUse: AnalysisDefinition<'aws.regionsInUse'> = {
  per: 'aws-account',
  requires: ['aws.regions'],
  uses: awsLayers,
  analyse: (sources): readonly RegionUse[] => {
    const uses = awsUses(awsAnswers(sources)).filter(({ isAutomatic }) => !isAutomatic);
    const byRegion = Map.groupBy(uses, ({ region }) => region);
    const all = [...regionGaps(sources), ...notScanned(sources)];
    const gaps = new Map(all.map(({ region, unread }) => [region, unread]));
    return (sources.part('aws.regions') ?? []).map((region) => {
      const unread = gaps.get(region.name);
      return {
        ...region,
        uses: byRegion.get(region.name) ?? [],
        ...(unread && { unread }),
      };
    });
  },
};
