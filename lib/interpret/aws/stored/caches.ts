import type { StoredThing } from '../../../model/aws/stored-data.ts';
import { listOf, required } from '../../shape.ts';
import { answerOf } from '../answer.ts';
import { gibOf } from './gib-of.ts';
import { cacheIsGone, serverlessCacheIsGone } from './standing.ts';
import { known, type StoredSource } from './stored-source.ts';

/** Caches with servers; those of a replication group are deleted together, and are one thing. */
export const caches: StoredSource = {
  kind: 'elasticache-cluster',
  operation: 'elasticache:DescribeCacheClusters',
  onceEnded: true,
  things: (answers) =>
    listOf(answerOf(answers, 'elasticache:DescribeCacheClusters').CacheClusters, 'CacheClusters').map(
      (each): StoredThing => {
        const arn = required(each.ARN, 'ARN');
        const group = each.ReplicationGroupId;
        const id = group ?? required(each.CacheClusterId, 'CacheClusterId');
        return {
          kind: 'elasticache-cluster',
          services: ['elasticache'],
          arn: group === undefined ? arn : `${arn.split(':', 5).join(':')}:replicationgroup:${group}`,
          id,
          name: id,
          tags: {},
          ...known({ created: each.CacheClusterCreateTime }),
          operation: 'elasticache:DescribeCacheClusters',
        };
      },
    ),
};

/** Caches without servers. */
export const serverlessCaches: StoredSource = {
  kind: 'elasticache-serverless-cache',
  operation: 'elasticache:DescribeServerlessCaches',
  onceEnded: true,
  things: (answers) =>
    listOf(answerOf(answers, 'elasticache:DescribeServerlessCaches').ServerlessCaches, 'ServerlessCaches').map(
      (each): StoredThing => {
        const name = required(each.ServerlessCacheName, 'ServerlessCacheName');
        return {
          kind: 'elasticache-serverless-cache',
          services: ['elasticache'],
          arn: required(each.ARN, 'ARN'),
          id: name,
          name,
          tags: {},
          ...known({ created: each.CreateTime }),
          operation: 'elasticache:DescribeServerlessCaches',
        };
      },
    ),
};

/** Snapshots of caches with servers. How large they are is said in words ("13 MB"), and so left out. */
export const cacheSnapshots: StoredSource = {
  kind: 'elasticache-snapshot',
  operation: 'elasticache:DescribeSnapshots',
  onceEnded: true,
  standing: ['elasticache:DescribeCacheClusters'],
  things: (answers) => {
    const isGone = cacheIsGone(answers);
    return listOf(answerOf(answers, 'elasticache:DescribeSnapshots').Snapshots, 'Snapshots').map(
      (each): StoredThing => {
        const name = required(each.SnapshotName, 'SnapshotName');
        const source = each.ReplicationGroupId ?? each.CacheClusterId;
        const [first] = listOf(each.NodeSnapshots, 'NodeSnapshots').flatMap((node) => node.SnapshotCreateTime ?? []);
        return {
          kind: 'elasticache-snapshot',
          services: ['elasticache'],
          arn: required(each.ARN, 'ARN'),
          id: name,
          name,
          tags: {},
          ...known({ created: first, source, sourceIsGone: isGone(source) }),
          operation: 'elasticache:DescribeSnapshots',
        };
      },
    );
  },
};

/** Snapshots of caches without servers. */
export const serverlessCacheSnapshots: StoredSource = {
  kind: 'elasticache-serverless-snapshot',
  operation: 'elasticache:DescribeServerlessCacheSnapshots',
  onceEnded: true,
  standing: ['elasticache:DescribeServerlessCaches'],
  things: (answers) => {
    const isGone = serverlessCacheIsGone(answers);
    const { ServerlessCacheSnapshots } = answerOf(answers, 'elasticache:DescribeServerlessCacheSnapshots');
    return listOf(ServerlessCacheSnapshots, 'ServerlessCacheSnapshots').map((each): StoredThing => {
      const name = required(each.ServerlessCacheSnapshotName, 'ServerlessCacheSnapshotName');
      const source = each.ServerlessCacheConfiguration?.ServerlessCacheName;
      const bytes = each.BytesUsedForCache;
      return {
        kind: 'elasticache-serverless-snapshot',
        services: ['elasticache'],
        arn: required(each.ARN, 'ARN'),
        id: name,
        name,
        tags: {},
        ...known({
          created: each.CreateTime,
          sizeGiB: bytes !== undefined && /^\d+$/.test(bytes) ? gibOf(Number(bytes), 'BytesUsedForCache') : undefined,
          source,
          sourceIsGone: isGone(source),
          deletedOn: each.ExpiryTime?.slice(0, 10),
        }),
        operation: 'elasticache:DescribeServerlessCacheSnapshots',
      };
    });
  },
};
