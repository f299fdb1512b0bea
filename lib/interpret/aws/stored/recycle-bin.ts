import type { StoredThing } from '../../../model/aws/stored-data.ts';
import { listOf, required } from '../../shape.ts';
import { answerOf } from '../answer.ts';
import { ec2Arn } from '../ec2-arn.ts';
import { volumeIsGone } from './standing.ts';
import { known, type StoredSource } from './stored-source.ts';

/** Snapshots that were deleted and can be restored until their time is over. They keep the ARN that they had. */
export const recycledSnapshots: StoredSource = {
  kind: 'recycled-snapshot',
  operation: 'ec2:ListSnapshotsInRecycleBin',
  onceEnded: true,
  standing: ['ec2:DescribeVolumes'],
  things: (answers, { unit }) => {
    const isGone = volumeIsGone(answers);
    const { Snapshots } = answerOf(answers, 'ec2:ListSnapshotsInRecycleBin');
    return listOf(Snapshots, 'Snapshots').map((snapshot): StoredThing => {
      const id = required(snapshot.SnapshotId, 'SnapshotId');
      const source = snapshot.VolumeId;
      return {
        kind: 'recycled-snapshot',
        services: ['ec2'],
        arn: ec2Arn(unit, '', `snapshot/${id}`),
        id,
        name: id,
        tags: {},
        ...known({ source, sourceIsGone: isGone(source), deletedOn: snapshot.RecycleBinExitTime?.slice(0, 10) }),
        operation: 'ec2:ListSnapshotsInRecycleBin',
      };
    });
  },
};

/** Machine images that were deregistered and can be restored until their time is over. */
export const recycledImages: StoredSource = {
  kind: 'recycled-image',
  operation: 'ec2:ListImagesInRecycleBin',
  onceEnded: true,
  things: (answers, { unit }) =>
    listOf(answerOf(answers, 'ec2:ListImagesInRecycleBin').Images, 'Images').map((image): StoredThing => {
      const id = required(image.ImageId, 'ImageId');
      return {
        kind: 'recycled-image',
        services: ['ec2'],
        arn: ec2Arn(unit, '', `image/${id}`),
        id,
        name: image.Name ?? id,
        tags: {},
        ...known({ deletedOn: image.RecycleBinExitTime?.slice(0, 10) }),
        operation: 'ec2:ListImagesInRecycleBin',
      };
    }),
};

/** Volumes that were deleted and can be restored until their time is over. */
export const recycledVolumes: StoredSource = {
  kind: 'recycled-volume',
  operation: 'ec2:ListVolumesInRecycleBin',
  onceEnded: true,
  things: (answers, { unit }) =>
    listOf(answerOf(answers, 'ec2:ListVolumesInRecycleBin').Volumes, 'Volumes').map((volume): StoredThing => {
      const id = required(volume.VolumeId, 'VolumeId');
      return {
        kind: 'recycled-volume',
        services: ['ec2'],
        arn: ec2Arn(unit, unit.account, `volume/${id}`),
        id,
        name: id,
        tags: {},
        ...known({
          created: volume.CreateTime,
          sizeGiB: volume.Size,
          deletedOn: volume.RecycleBinExitTime?.slice(0, 10),
        }),
        operation: 'ec2:ListVolumesInRecycleBin',
      };
    }),
};
