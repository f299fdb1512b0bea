import type { StoredThing } from '../../../model/aws/stored-data.ts';
import { listOf, required } from '../../shape.ts';
import { answerOf } from '../answer.ts';
import { ec2Arn } from '../ec2-arn.ts';
import { tagMap } from '../tag-map.ts';
import { instanceIsGone, volumeIsGone } from './standing.ts';
import { known, type StoredSource } from './stored-source.ts';

/** EBS volumes that are attached to nothing. Of what they were a part, nobody says. */
export const volumes: StoredSource = {
  kind: 'ebs-volume',
  operation: 'ec2:DescribeVolumes',
  things: (answers, { unit }) =>
    listOf(answerOf(answers, 'ec2:DescribeVolumes').Volumes, 'Volumes')
      .filter(({ State }) => State === 'available')
      .map((volume): StoredThing => {
        const id = required(volume.VolumeId, 'VolumeId');
        const tags = tagMap(volume.Tags);
        return {
          kind: 'ebs-volume',
          services: ['ec2'],
          arn: ec2Arn(unit, unit.account, `volume/${id}`),
          id,
          name: tags['Name'] ?? id,
          tags,
          ...known({ created: volume.CreateTime, sizeGiB: volume.Size }),
          operation: 'ec2:DescribeVolumes',
        };
      }),
};

/** What a snapshot that is a copy names in place of its volume ("Copy an Amazon EBS snapshot"). */
const noVolume = 'vol-ffffffff';

/** EBS snapshots of the account. */
export const snapshots: StoredSource = {
  kind: 'ebs-snapshot',
  operation: 'ec2:DescribeSnapshots#own',
  standing: ['ec2:DescribeVolumes'],
  things: (answers, { unit }) => {
    const isGone = volumeIsGone(answers);
    return listOf(answerOf(answers, 'ec2:DescribeSnapshots#own').Snapshots, 'Snapshots').map(
      (snapshot): StoredThing => {
        const id = required(snapshot.SnapshotId, 'SnapshotId');
        const tags = tagMap(snapshot.Tags);
        const source = snapshot.VolumeId === noVolume ? undefined : snapshot.VolumeId;
        return {
          kind: 'ebs-snapshot',
          services: ['ec2'],
          arn: ec2Arn(unit, '', `snapshot/${id}`),
          id,
          name: tags['Name'] ?? id,
          tags,
          ...known({
            created: snapshot.StartTime,
            sizeGiB: snapshot.VolumeSize,
            source,
            sourceIsGone: isGone(source),
          }),
          operation: 'ec2:DescribeSnapshots#own',
        };
      },
    );
  },
};

/** Machine images of the account. */
export const images: StoredSource = {
  kind: 'machine-image',
  operation: 'ec2:DescribeImages#own',
  standing: ['ec2:DescribeInstances'],
  things: (answers, { unit, how }) => {
    const isGone = instanceIsGone(answers, how);
    return listOf(answerOf(answers, 'ec2:DescribeImages#own').Images, 'Images').map((image): StoredThing => {
      const id = required(image.ImageId, 'ImageId');
      const source = image.SourceInstanceId;
      return {
        kind: 'machine-image',
        services: ['ec2'],
        arn: ec2Arn(unit, '', `image/${id}`),
        id,
        name: image.Name ?? id,
        tags: tagMap(image.Tags),
        ...known({ created: image.CreationDate, source, sourceIsGone: isGone(source) }),
        operation: 'ec2:DescribeImages#own',
      };
    });
  },
};
