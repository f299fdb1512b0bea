import { DescribeImagesCommand, DescribeSnapshotsCommand, DescribeVolumesCommand } from '@aws-sdk/client-ec2';
import { nextToken } from '../next-token.ts';
import { defineOperation } from '../operation.ts';

const region = { per: 'region', budget: 'ec2', outsideNetworks: true } as const;

/**
 * Volumes, snapshots and images of the account: what keeps the data of machines when these are gone. The questions for
 * what everybody may use stand apart, because their answers hold that and nothing else.
 */
export const storedDataOperations = [
  defineOperation({
    ...region,
    id: 'ec2:DescribeVolumes',
    call: ({ ec2 }, options, page) =>
      ec2.send(new DescribeVolumesCommand({ MaxResults: 500, NextToken: page }), options),
    next: nextToken,
  }),
  defineOperation({
    ...region,
    id: 'ec2:DescribeSnapshots#own',
    call: ({ ec2 }, options, page) =>
      ec2.send(new DescribeSnapshotsCommand({ OwnerIds: ['self'], MaxResults: 1000, NextToken: page }), options),
    next: nextToken,
  }),
  defineOperation({
    ...region,
    id: 'ec2:DescribeImages#own',
    // A disabled image is not listed otherwise, and still holds what it holds.
    call: ({ ec2 }, options, page) =>
      ec2.send(
        new DescribeImagesCommand({ Owners: ['self'], IncludeDisabled: true, MaxResults: 1000, NextToken: page }),
        options,
      ),
    next: nextToken,
  }),
];
