import type { EnabledRegion } from '../../model/aws/region-use.ts';
import type { PartDefinition } from '../part.ts';
import { listOf, required } from '../shape.ts';
import { answerOf } from './answer.ts';

/** `aws.regions`: the regions that the account can use, in order. */
export const regions: PartDefinition<'aws.regions'> = {
  per: 'aws-account',
  operations: ['ec2:DescribeRegions'],
  interpret: (answers) =>
    listOf(answerOf(answers, 'ec2:DescribeRegions').Regions, 'Regions')
      .filter(({ OptInStatus }) => OptInStatus !== 'not-opted-in')
      .map(({ RegionName, OptInStatus }): EnabledRegion => {
        return { name: required(RegionName, 'RegionName'), isOptedIn: OptInStatus === 'opted-in' };
      })
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
};
