import type { StoredThing } from '../../../model/aws/stored-data.ts';
import { listOf, required } from '../../shape.ts';
import { answerOf } from '../answer.ts';
import { memorydbIsGone } from './standing.ts';
import { known, type StoredSource } from './stored-source.ts';

/** Clusters of Amazon MemoryDB: a database, whatever it is kept in. */
export const memorydbClusters: StoredSource = {
  kind: 'memorydb-cluster',
  operation: 'memorydb:DescribeClusters',
  onceEnded: true,
  things: (answers) =>
    listOf(answerOf(answers, 'memorydb:DescribeClusters').Clusters, 'Clusters').map((cluster): StoredThing => {
      const name = required(cluster.Name, 'Name');
      return {
        kind: 'memorydb-cluster',
        services: ['memorydb'],
        arn: required(cluster.ARN, 'ARN'),
        id: name,
        name,
        tags: {},
        operation: 'memorydb:DescribeClusters',
      };
    }),
};

/** Snapshots of these. */
export const memorydbSnapshots: StoredSource = {
  kind: 'memorydb-snapshot',
  operation: 'memorydb:DescribeSnapshots',
  onceEnded: true,
  standing: ['memorydb:DescribeClusters'],
  things: (answers) => {
    const isGone = memorydbIsGone(answers);
    return listOf(answerOf(answers, 'memorydb:DescribeSnapshots').Snapshots, 'Snapshots').map((each): StoredThing => {
      const name = required(each.Name, 'Name');
      const source = each.ClusterConfiguration?.Name;
      const shards = listOf(each.ClusterConfiguration?.Shards, 'Shards');
      const [first] = shards.flatMap(({ SnapshotCreationTime }) => SnapshotCreationTime ?? []);
      return {
        kind: 'memorydb-snapshot',
        services: ['memorydb'],
        arn: required(each.ARN, 'ARN'),
        id: name,
        name,
        tags: {},
        ...known({ created: first, source, sourceIsGone: isGone(source) }),
        operation: 'memorydb:DescribeSnapshots',
      };
    });
  },
};
