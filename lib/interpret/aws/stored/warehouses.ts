import type { Snapshot } from '@aws-sdk/client-redshift';
import type { StoredThing } from '../../../model/aws/stored-data.ts';
import { listOf, momentOf, numberOf, required } from '../../shape.ts';
import type { Wire } from '../../wire.ts';
import { answerOf } from '../answer.ts';
import { partitionOf } from '../partition-of.ts';
import { tagMap } from '../tag-map.ts';
import { warehouseIsGone } from './standing.ts';
import { known, type StoredSource } from './stored-source.ts';

/**
 * Snapshots of Amazon Redshift that somebody made, and automated ones whose cluster does not stand here: copies from another
 * region. All other automated ones go with their cluster ("DeleteCluster").
 */
export const warehouseSnapshots: StoredSource = {
  kind: 'redshift-snapshot',
  operation: 'redshift:DescribeClusterSnapshots',
  onceEnded: true,
  standing: ['redshift:DescribeClusters'],
  things: (answers, { unit, how }) => {
    const isGone = warehouseIsGone(answers, how);
    return listOf(answerOf(answers, 'redshift:DescribeClusterSnapshots').Snapshots, 'Snapshots')
      .filter(({ SnapshotType, ClusterIdentifier }) => SnapshotType === 'manual' || isGone(ClusterIdentifier) !== false)
      .map((each): StoredThing => {
        const name = required(each.SnapshotIdentifier, 'SnapshotIdentifier');
        const source = each.ClusterIdentifier;
        const isCopy = each.SourceRegion !== undefined && each.SourceRegion !== unit.region;
        const place = `arn:${partitionOf(unit.region)}:redshift:${unit.region}:${unit.account}`;
        const megabytes = numberOf(each.TotalBackupSizeInMegaBytes, 'TotalBackupSizeInMegaBytes');
        return {
          kind: each.SnapshotType === 'manual' ? 'redshift-snapshot' : 'redshift-automated-snapshot',
          services: ['redshift'],
          arn: each.SnapshotArn ?? `${place}:snapshot:${required(source, 'ClusterIdentifier')}/${name}`,
          id: name,
          name,
          tags: tagMap(each.Tags),
          ...known({
            created: each.SnapshotCreateTime,
            sizeGiB: megabytes === undefined ? undefined : megabytes / 1024,
            source,
            // A cluster of that name may be another one.
            sourceIsGone: isCopy ? undefined : isGone(source) || undefined,
            deletedOn: lastDay(each),
          }),
          operation: 'redshift:DescribeClusterSnapshots',
        };
      });
  },
};

/** A retention of -1 is for good. */
function lastDay(each: Wire<Snapshot>): string | undefined {
  const days = numberOf(each.ManualSnapshotRetentionPeriod, 'ManualSnapshotRetentionPeriod') ?? -1;
  if (days < 0 || each.SnapshotRetentionStartTime === undefined) return undefined;
  const start = momentOf(each.SnapshotRetentionStartTime, 'SnapshotRetentionStartTime').getTime();
  return new Date(start + days * 86_400_000).toISOString().slice(0, 10);
}
