import type { Image, Snapshot } from '@aws-sdk/client-ec2';
import type { SharedCopy } from '../../../model/aws/shared-copy.ts';
import type { Answers } from '../../part.ts';
import { listOf, required } from '../../shape.ts';
import type { Wire } from '../../wire.ts';
import { answerOf, answersBy } from '../answer.ts';
import { ec2Arn } from '../ec2-arn.ts';
import { gapAt } from '../endpoints/endpoint-source.ts';
import { tagMap } from '../tag-map.ts';
import { usersOf, type SharedSource } from './shared-source.ts';

const blockState = 'ec2:GetSnapshotBlockPublicAccessState';

/** EBS snapshots of the account. Which of them everybody may use is asked for by itself, whatever is asked about each. */
export const snapshots: SharedSource = {
  kind: 'ebs-snapshot',
  operation: 'ec2:DescribeSnapshots#own',
  more: ['ec2:DescribeSnapshots', blockState, 'ec2:DescribeSnapshotAttribute'],
  copies: (answers, unit) => {
    const permissions = answersBy(
      answers,
      'ec2:DescribeSnapshotAttribute',
      'SnapshotId',
      ({ CreateVolumePermissions }) => listOf(CreateVolumePermissions, 'CreateVolumePermissions'),
    );
    const shared = snapshotsIn(answers, 'ec2:DescribeSnapshots');
    // It makes private what is public already; `block-new-sharing` does not ("Block public access for Amazon EBS snapshots").
    const isBlocked = Object.hasOwn(answers, blockState)
      ? required(answerOf(answers, blockState).State, 'State') === 'block-all-sharing'
      : undefined;
    const all = [...(snapshotsIn(answers, 'ec2:DescribeSnapshots#own') ?? []), ...(shared ?? [])];
    return [...new Map(all.map((each) => [required(each.SnapshotId, 'SnapshotId'), each] as const))].map(
      ([id, { Tags }]): SharedCopy => {
        const tags = tagMap(Tags);
        const allowed = permissions.get(id);
        const isPublic = publicAs(
          shared?.some(({ SnapshotId }) => SnapshotId === id),
          allowed,
        );
        return {
          kind: 'ebs-snapshot',
          id,
          arn: ec2Arn(unit, '', `snapshot/${id}`),
          name: tags['Name'] ?? id,
          tags,
          ...toldBy(allowed, isPublic, 'ec2:DescribeSnapshots', 'ec2:DescribeSnapshotAttribute', id),
          ...(allowed && {
            sharedWith: usersOf(
              allowed.map(({ UserId }) => UserId),
              unit,
            ),
          }),
          ...(isBlocked !== undefined && { isBlocked }),
        };
      },
    );
  },
};

/** Machine images of the account, which an organization may be let use as a whole. */
export const images: SharedSource = {
  kind: 'machine-image',
  operation: 'ec2:DescribeImages#own',
  more: ['ec2:DescribeImages', 'ec2:DescribeImageAttribute'],
  copies: (answers, unit) => {
    const permissions = answersBy(answers, 'ec2:DescribeImageAttribute', 'ImageId', ({ LaunchPermissions }) =>
      listOf(LaunchPermissions, 'LaunchPermissions'),
    );
    const shared = imagesIn(answers, 'ec2:DescribeImages');
    const all = [...(imagesIn(answers, 'ec2:DescribeImages#own') ?? []), ...(shared ?? [])];
    return [...new Map(all.map((each) => [required(each.ImageId, 'ImageId'), each] as const))].map(
      ([id, image]): SharedCopy => {
        const allowed = permissions.get(id);
        // An image says so itself. Blocking public access leaves those that are public ("Block public access to your AMIs").
        const isPublic =
          image.Public ??
          publicAs(
            shared?.some(({ ImageId }) => ImageId === id),
            allowed,
          );
        return {
          kind: 'machine-image',
          id,
          arn: ec2Arn(unit, '', `image/${id}`),
          name: image.Name ?? id,
          tags: tagMap(image.Tags),
          ...toldBy(allowed, isPublic, 'ec2:DescribeImages', 'ec2:DescribeImageAttribute', id),
          ...(allowed && {
            sharedWith: usersOf(
              allowed.map((each) => each.UserId ?? each.OrganizationArn ?? each.OrganizationalUnitArn),
              unit,
            ),
          }),
        };
      },
    );
  },
};

/** What tells of a copy: the list of what everybody may use, or else what was answered about it alone. */
function toldBy(
  allowed: readonly object[] | undefined,
  isPublic: boolean | undefined,
  list: string,
  about: string,
  id: string,
): Pick<SharedCopy, 'operation' | 'unread'> & { readonly isPublic?: boolean } {
  return {
    operation: isPublic && !allowed ? list : about,
    ...(isPublic !== undefined && { isPublic }),
    unread: allowed ? [] : [gapAt(about, id)],
  };
}

/** Either answer proves that everybody may; each alone shows that not everybody may. */
function publicAs(
  isListed: boolean | undefined,
  allowed: readonly { readonly Group?: string | undefined }[] | undefined,
): boolean | undefined {
  if (isListed === true) return true;
  return allowed?.some(({ Group }) => Group === 'all') ?? isListed;
}

function snapshotsIn(
  answers: Answers,
  operation: 'ec2:DescribeSnapshots' | 'ec2:DescribeSnapshots#own',
): readonly Wire<Snapshot>[] | undefined {
  return Object.hasOwn(answers, operation) ? listOf(answerOf(answers, operation).Snapshots, 'Snapshots') : undefined;
}

function imagesIn(
  answers: Answers,
  operation: 'ec2:DescribeImages' | 'ec2:DescribeImages#own',
): readonly Wire<Image>[] | undefined {
  return Object.hasOwn(answers, operation) ? listOf(answerOf(answers, operation).Images, 'Images') : undefined;
}
