import {
  DescribeImageAttributeCommand,
  DescribeImagesCommand,
  DescribeSnapshotAttributeCommand,
  DescribeSnapshotsCommand,
  GetSnapshotBlockPublicAccessStateCommand,
  type DescribeImagesResult,
  type DescribeSnapshotsResult,
} from '@aws-sdk/client-ec2';
import { nextToken } from '../next-token.ts';
import { defineOperation } from '../operation.ts';

const region = { per: 'region', budget: 'ec2' } as const;

/**
 * Snapshots and images of the account that every AWS account may use: asked for as such, which needs no call for each. With
 * which accounts they are shared by name, each has to be asked.
 */
export const sharedImageOperations = [
  defineOperation({
    ...region,
    id: 'ec2:DescribeSnapshots',
    outsideNetworks: true,
    call: ({ ec2 }, options, page) =>
      ec2.send(
        new DescribeSnapshotsCommand({
          OwnerIds: ['self'],
          RestorableByUserIds: ['all'],
          MaxResults: 1000,
          NextToken: page,
        }),
        options,
      ),
    next: nextToken,
  }),
  defineOperation({
    ...region,
    id: 'ec2:GetSnapshotBlockPublicAccessState',
    onlyIf: {
      of: 'ec2:DescribeSnapshots',
      holds: ({ Snapshots = [] }: DescribeSnapshotsResult) => Snapshots.length > 0,
    },
    call: ({ ec2 }, options) => ec2.send(new GetSnapshotBlockPublicAccessStateCommand({}), options),
  }),
  defineOperation({
    ...region,
    id: 'ec2:DescribeImages',
    outsideNetworks: true,
    call: ({ ec2 }, options, page) =>
      ec2.send(
        new DescribeImagesCommand({ Owners: ['self'], ExecutableUsers: ['all'], MaxResults: 1000, NextToken: page }),
        options,
      ),
    next: nextToken,
  }),
  defineOperation({
    ...region,
    id: 'ec2:DescribeSnapshotAttribute',
    each: {
      of: ['ec2:DescribeSnapshots#own'],
      inputs: ({ Snapshots = [] }: DescribeSnapshotsResult) =>
        Snapshots.flatMap(({ SnapshotId }) => (SnapshotId ? [{ SnapshotId }] : [])),
      atMost: 500,
      refusedAlike: true,
    },
    call: ({ ec2 }, options, _page, { SnapshotId }) =>
      ec2.send(new DescribeSnapshotAttributeCommand({ SnapshotId, Attribute: 'createVolumePermission' }), options),
  }),
  defineOperation({
    ...region,
    id: 'ec2:DescribeImageAttribute',
    each: {
      of: ['ec2:DescribeImages#own'],
      inputs: ({ Images = [] }: DescribeImagesResult) =>
        Images.flatMap(({ ImageId }) => (ImageId ? [{ ImageId }] : [])),
      atMost: 200,
      refusedAlike: true,
    },
    call: ({ ec2 }, options, _page, { ImageId }) =>
      ec2.send(new DescribeImageAttributeCommand({ ImageId, Attribute: 'launchPermission' }), options),
  }),
];
