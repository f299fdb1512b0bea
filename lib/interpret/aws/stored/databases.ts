import type { DBInstanceAutomatedBackup } from '@aws-sdk/client-rds';
import type { StoredThing } from '../../../model/aws/stored-data.ts';
import { listOf, momentOf, required } from '../../shape.ts';
import type { Wire } from '../../wire.ts';
import { answerOf } from '../answer.ts';
import { tagMap } from '../tag-map.ts';
import { clusterIsGone, databaseIsGone, type IsGone } from './standing.ts';
import { known, type StoredPlace, type StoredSource } from './stored-source.ts';

/** Snapshots of database instances that somebody made: they stay until somebody deletes them. */
export const databaseSnapshots: StoredSource = {
  kind: 'rds-snapshot',
  operation: 'rds:DescribeDBSnapshots',
  standing: ['rds:DescribeDBInstances'],
  things: (answers, place) => {
    const isGone = databaseIsGone(answers, place.how);
    return listOf(answerOf(answers, 'rds:DescribeDBSnapshots').DBSnapshots, 'DBSnapshots').map((each): StoredThing => {
      const source = each.DBInstanceIdentifier;
      const isCopy = isFromElsewhere(each.SourceDBSnapshotIdentifier, place) || each.SourceRegion !== undefined;
      return {
        kind: 'rds-snapshot',
        services: ['rds'],
        arn: required(each.DBSnapshotArn, 'DBSnapshotArn'),
        ...named(each.DBSnapshotIdentifier, 'DBSnapshotIdentifier'),
        tags: tagMap(each.TagList),
        ...known({
          created: each.SnapshotCreateTime,
          sizeGiB: each.AllocatedStorage,
          source,
          sourceIsGone: isCopy ? undefined : goneAs([each.DbiResourceId, source], isGone),
        }),
        operation: 'rds:DescribeDBSnapshots',
      };
    });
  },
};

/** Snapshots of database clusters (Aurora, Neptune, DocumentDB) that somebody made. */
export const clusterSnapshots: StoredSource = {
  kind: 'rds-cluster-snapshot',
  operation: 'rds:DescribeDBClusterSnapshots',
  standing: ['rds:DescribeDBClusters'],
  things: (answers, place) => {
    const isGone = clusterIsGone(answers, place.how);
    const { DBClusterSnapshots } = answerOf(answers, 'rds:DescribeDBClusterSnapshots');
    return listOf(DBClusterSnapshots, 'DBClusterSnapshots').map((each): StoredThing => {
      const source = each.DBClusterIdentifier;
      const isCopy = isFromElsewhere(each.SourceDBClusterSnapshotArn, place);
      return {
        kind: 'rds-cluster-snapshot',
        services: servicesOf(each.Engine),
        arn: required(each.DBClusterSnapshotArn, 'DBClusterSnapshotArn'),
        ...named(each.DBClusterSnapshotIdentifier, 'DBClusterSnapshotIdentifier'),
        tags: tagMap(each.TagList),
        ...known({
          created: each.SnapshotCreateTime,
          sizeGiB: sizeOfCluster(each.AllocatedStorage),
          source,
          sourceIsGone: isCopy ? undefined : goneAs([each.DbClusterResourceId, source], isGone),
        }),
        operation: 'rds:DescribeDBClusterSnapshots',
      };
    });
  },
};

/** Automated backups that were kept when their instance was deleted, or when they were replicated no more. */
export const automatedBackups: StoredSource = {
  kind: 'rds-automated-backup',
  operation: 'rds:DescribeDBInstanceAutomatedBackups',
  standing: ['rds:DescribeDBInstances'],
  things: (answers, { unit, how }) => {
    const isGone = databaseIsGone(answers, how);
    const { DBInstanceAutomatedBackups } = answerOf(answers, 'rds:DescribeDBInstanceAutomatedBackups');
    return listOf(DBInstanceAutomatedBackups, 'DBInstanceAutomatedBackups')
      .filter(({ Status }) => Status === undefined || Status === 'retained')
      .map((each): StoredThing => {
        const source = each.DBInstanceIdentifier;
        const isOfHere = each.Region === undefined || each.Region === unit.region;
        return {
          kind: 'rds-automated-backup',
          services: ['rds'],
          arn: required(each.DBInstanceAutomatedBackupsArn ?? each.DBInstanceArn, 'DBInstanceAutomatedBackupsArn'),
          ...named(each.DbiResourceId ?? source, 'DbiResourceId', source),
          tags: tagMap(each.TagList),
          ...known({
            sizeGiB: each.AllocatedStorage,
            source,
            sourceIsGone: isOfHere ? goneAs([each.DbiResourceId, source], isGone) : undefined,
            deletedOn: lastDay(each),
          }),
          operation: 'rds:DescribeDBInstanceAutomatedBackups',
        };
      });
  },
};

/** Automated backups that were kept when their cluster was deleted, or when they were replicated no more. */
export const clusterBackups: StoredSource = {
  kind: 'rds-cluster-automated-backup',
  operation: 'rds:DescribeDBClusterAutomatedBackups',
  onceEnded: true,
  standing: ['rds:DescribeDBClusters'],
  things: (answers, { unit, how }) => {
    const isGone = clusterIsGone(answers, how);
    const { DBClusterAutomatedBackups } = answerOf(answers, 'rds:DescribeDBClusterAutomatedBackups');
    return listOf(DBClusterAutomatedBackups, 'DBClusterAutomatedBackups')
      .filter(({ Status }) => Status === undefined || Status === 'retained')
      .map((each): StoredThing => {
        const source = each.DBClusterIdentifier;
        const isOfHere = each.Region === undefined || each.Region === unit.region;
        return {
          kind: 'rds-cluster-automated-backup',
          services: servicesOf(each.Engine),
          arn: required(each.DBClusterAutomatedBackupsArn ?? each.DBClusterArn, 'DBClusterAutomatedBackupsArn'),
          // It is deleted by this id, and by no name.
          ...named(each.DbClusterResourceId, 'DbClusterResourceId'),
          tags: tagMap(each.TagList),
          ...known({
            sizeGiB: sizeOfCluster(each.AllocatedStorage),
            source,
            sourceIsGone: isOfHere ? goneAs([each.DbClusterResourceId, source], isGone) : undefined,
            deletedOn: lastDay(each),
          }),
          operation: 'rds:DescribeDBClusterAutomatedBackups',
        };
      });
  },
};

/** Of Neptune's clusters rows of the register may speak by the prefix of its queries; DocumentDB has none but RDS's. */
function servicesOf(engine: string | undefined): readonly string[] {
  return engine === 'neptune' ? ['rds', 'neptune-db'] : ['rds'];
}

/** Aurora says 1 where it does not know: its storage grows by itself. */
function sizeOfCluster(allocated: number | undefined): number | undefined {
  return (allocated ?? 0) > 1 ? allocated : undefined;
}

type Backup = Pick<Wire<DBInstanceAutomatedBackup>, 'RestoreWindow' | 'BackupRetentionPeriod'>;

/** The last of it goes when the newest moment that it can restore is as old as backups are kept ("Retaining automated backups"). */
function lastDay({ RestoreWindow, BackupRetentionPeriod }: Backup): string | undefined {
  if (RestoreWindow?.LatestTime === undefined || BackupRetentionPeriod === undefined) return undefined;
  const newest = momentOf(RestoreWindow.LatestTime, 'LatestTime').getTime();
  return new Date(newest + BackupRetentionPeriod * 86_400_000).toISOString().slice(0, 10);
}

/** A copy from another region or account names a source that stands there, if it stands. */
function isFromElsewhere(source: string | undefined, { unit }: StoredPlace): boolean {
  const [, , , region, account] = source?.split(':') ?? [];
  return region !== undefined && (region !== unit.region || account !== unit.account);
}

/** By the id that is never given again, where there is one; else by the name, which a new database may have. */
function goneAs(ids: readonly (string | undefined)[], isGone: IsGone): boolean | undefined {
  return isGone(ids.find((each) => each !== undefined));
}

function named(id: string | undefined, field: string, name = id) {
  return { id: required(id, field), name: required(name, field) };
}
