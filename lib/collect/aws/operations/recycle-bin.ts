import {
  ListImagesInRecycleBinCommand,
  ListSnapshotsInRecycleBinCommand,
  ListVolumesInRecycleBinCommand,
} from '@aws-sdk/client-ec2';
import { nextToken } from '../next-token.ts';
import { defineOperation } from '../operation.ts';

const region = { per: 'region', budget: 'ec2', outsideNetworks: true, leftBehindBy: ['ec2'] } as const;

/** What was deleted and is kept in the Recycle Bin until its time is over: no other list names it. */
export const recycleBinOperations = [
  defineOperation({
    ...region,
    id: 'ec2:ListSnapshotsInRecycleBin',
    call: ({ ec2 }, options, page) =>
      ec2.send(new ListSnapshotsInRecycleBinCommand({ MaxResults: 1000, NextToken: page }), options),
    next: nextToken,
  }),
  defineOperation({
    ...region,
    id: 'ec2:ListImagesInRecycleBin',
    call: ({ ec2 }, options, page) =>
      ec2.send(new ListImagesInRecycleBinCommand({ MaxResults: 1000, NextToken: page }), options),
    next: nextToken,
  }),
  defineOperation({
    ...region,
    id: 'ec2:ListVolumesInRecycleBin',
    call: ({ ec2 }, options, page) =>
      ec2.send(new ListVolumesInRecycleBinCommand({ MaxResults: 500, NextToken: page }), options),
    next: nextToken,
  }),
];
