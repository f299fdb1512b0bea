import type { Snapshot } from '@aws-sdk/client-ec2';
import type { ServiceEndpoint } from '../../../model/aws/service-endpoint.ts';
import type { AwsUnit } from '../../../model/unit.ts';
import type { Answers } from '../../part.ts';
import { listOf, required } from '../../shape.ts';
import type { Wire } from '../../wire.ts';
import { answerOf } from '../answer.ts';
import { partitionOf } from '../partition-of.ts';
import { tagMap } from '../tag-map.ts';
import { gapAt, type EndpointSource } from './endpoint-source.ts';

const blockState = 'ec2:GetSnapshotBlockPublicAccessState';

/** EBS snapshots that every AWS account may make volumes of: only these are asked for. */
export const sharedSnapshots: EndpointSource = {
  kind: 'ebs-snapshot',
  operation: 'ec2:DescribeSnapshots',
  more: [blockState],
  endpoints: (answers, unit) =>
    listOf(answerOf(answers, 'ec2:DescribeSnapshots').Snapshots, 'Snapshots')
      .filter(isShared)
      .map((each) => endpointOf(each, answers, unit)),
};

/** The answer names permissions only where the caller says so himself; without them, the filter of the call stands. */
function isShared(snapshot: Wire<Snapshot>): boolean {
  const permissions = 'CreateVolumePermissions' in snapshot ? snapshot.CreateVolumePermissions : undefined;
  return !Array.isArray(permissions) || permissions.some((each: { Group?: unknown }) => each.Group === 'all');
}

function endpointOf(snapshot: Wire<Snapshot>, answers: Answers, unit: AwsUnit): ServiceEndpoint {
  const id = required(snapshot.SnapshotId, 'SnapshotId');
  const tags = tagMap(snapshot.Tags);
  const state = Object.hasOwn(answers, blockState) ? required(answerOf(answers, blockState).State, 'State') : undefined;
  return {
    kind: 'ebs-snapshot',
    id,
    arn: `arn:${partitionOf(unit.region)}:ec2:${unit.region}::snapshot/${id}`,
    name: tags['Name'] ?? id,
    tags,
    operation: 'ec2:DescribeSnapshots',
    families: [],
    // It makes private what is public already; `block-new-sharing` does not ("Block public access for Amazon EBS snapshots").
    ...(state === 'block-all-sharing' && { stop: 'snapshot-bpa' }),
    strength: 'open',
    unread: state === undefined ? [gapAt(blockState, id)] : [],
  };
}
