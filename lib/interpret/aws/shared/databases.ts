import type { DBClusterSnapshotAttribute, DBSnapshotAttribute } from '@aws-sdk/client-rds';
import type { SharedCopy } from '../../../model/aws/shared-copy.ts';
import type { AwsUnit } from '../../../model/unit.ts';
import { listOf, required } from '../../shape.ts';
import type { Wire } from '../../wire.ts';
import { answerOf, answersBy } from '../answer.ts';
import { gapAt } from '../endpoints/endpoint-source.ts';
import { tagMap } from '../tag-map.ts';
import { usersOf, type SharedSource } from './shared-source.ts';

const ofInstances = 'rds:DescribeDBSnapshotAttributes';
const ofClusters = 'rds:DescribeDBClusterSnapshotAttributes';

/** Snapshots of database instances that somebody made: no others can be shared ("Sharing a DB snapshot"). */
export const databaseSnapshots: SharedSource = {
  kind: 'rds-snapshot',
  operation: 'rds:DescribeDBSnapshots',
  more: [ofInstances],
  copies: (answers, unit) => {
    const restorers = answersBy(
      answers,
      ofInstances,
      'DBSnapshotIdentifier',
      ({ DBSnapshotAttributesResult: result }) => restorersOf(result?.DBSnapshotAttributes),
    );
    return listOf(answerOf(answers, 'rds:DescribeDBSnapshots').DBSnapshots, 'DBSnapshots').map((each): SharedCopy => {
      const id = required(each.DBSnapshotIdentifier, 'DBSnapshotIdentifier');
      return {
        kind: 'rds-snapshot',
        id,
        arn: required(each.DBSnapshotArn, 'DBSnapshotArn'),
        name: id,
        tags: tagMap(each.TagList),
        ...usedBy(restorers.get(id), ofInstances, id, unit),
      };
    });
  },
};

/** Snapshots of database clusters that somebody made. */
export const clusterSnapshots: SharedSource = {
  kind: 'rds-cluster-snapshot',
  operation: 'rds:DescribeDBClusterSnapshots',
  more: [ofClusters],
  copies: (answers, unit) => {
    const restorers = answersBy(
      answers,
      ofClusters,
      'DBClusterSnapshotIdentifier',
      ({ DBClusterSnapshotAttributesResult: result }) => restorersOf(result?.DBClusterSnapshotAttributes),
    );
    const { DBClusterSnapshots } = answerOf(answers, 'rds:DescribeDBClusterSnapshots');
    return listOf(DBClusterSnapshots, 'DBClusterSnapshots').map((each): SharedCopy => {
      const id = required(each.DBClusterSnapshotIdentifier, 'DBClusterSnapshotIdentifier');
      return {
        kind: 'rds-cluster-snapshot',
        id,
        arn: required(each.DBClusterSnapshotArn, 'DBClusterSnapshotArn'),
        name: id,
        tags: tagMap(each.TagList),
        ...usedBy(restorers.get(id), ofClusters, id, unit),
      };
    });
  },
};

/** Who may restore a snapshot: `all` stands for every AWS account. */
function restorersOf(
  attributes: readonly Wire<DBSnapshotAttribute | DBClusterSnapshotAttribute>[] | undefined,
): readonly string[] {
  return listOf(attributes, 'DBSnapshotAttributes')
    .filter(({ AttributeName }) => AttributeName === 'restore')
    .flatMap(({ AttributeValues }) => listOf(AttributeValues, 'AttributeValues'));
}

function usedBy(
  restorers: readonly string[] | undefined,
  operation: string,
  id: string,
  unit: AwsUnit,
): Pick<SharedCopy, 'operation' | 'isPublic' | 'sharedWith' | 'unread'> {
  if (!restorers) return { operation, unread: [gapAt(operation, id)] };
  const sharedWith = usersOf(
    restorers.filter((each) => each !== 'all'),
    unit,
  );
  return { operation, isPublic: restorers.includes('all'), sharedWith, unread: [] };
}
