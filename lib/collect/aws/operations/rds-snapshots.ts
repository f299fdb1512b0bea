import {
  DescribeDBClusterAutomatedBackupsCommand,
  DescribeDBClusterSnapshotAttributesCommand,
  DescribeDBClusterSnapshotsCommand,
  DescribeDBInstanceAutomatedBackupsCommand,
  DescribeDBSnapshotAttributesCommand,
  DescribeDBSnapshotsCommand,
  type DBClusterSnapshotMessage,
  type DBSnapshotMessage,
} from '@aws-sdk/client-rds';
import { defineOperation } from '../operation.ts';

const region = { per: 'region', budget: 'other', outsideNetworks: true } as const;
const atMost = 200;

/** Copies of databases that outlive these, and the accounts that may restore them. */
export const rdsSnapshotOperations = [
  defineOperation({
    ...region,
    id: 'rds:DescribeDBSnapshots',
    call: ({ rds }, options, page) =>
      rds.send(new DescribeDBSnapshotsCommand({ SnapshotType: 'manual', MaxRecords: 100, Marker: page }), options),
    next: (output) => output.Marker,
  }),
  defineOperation({
    ...region,
    id: 'rds:DescribeDBSnapshotAttributes',
    each: {
      of: ['rds:DescribeDBSnapshots'],
      inputs: ({ DBSnapshots = [] }: DBSnapshotMessage) =>
        DBSnapshots.flatMap(({ DBSnapshotIdentifier }) => (DBSnapshotIdentifier ? [{ DBSnapshotIdentifier }] : [])),
      atMost,
      refusedAlike: true,
    },
    call: ({ rds }, options, _page, { DBSnapshotIdentifier }) =>
      rds.send(new DescribeDBSnapshotAttributesCommand({ DBSnapshotIdentifier }), options),
  }),
  defineOperation({
    ...region,
    id: 'rds:DescribeDBClusterSnapshots',
    call: ({ rds }, options, page) =>
      rds.send(
        new DescribeDBClusterSnapshotsCommand({ SnapshotType: 'manual', MaxRecords: 100, Marker: page }),
        options,
      ),
    next: (output) => output.Marker,
  }),
  defineOperation({
    ...region,
    id: 'rds:DescribeDBClusterSnapshotAttributes',
    each: {
      of: ['rds:DescribeDBClusterSnapshots'],
      inputs: ({ DBClusterSnapshots = [] }: DBClusterSnapshotMessage) =>
        DBClusterSnapshots.flatMap(({ DBClusterSnapshotIdentifier }) =>
          DBClusterSnapshotIdentifier ? [{ DBClusterSnapshotIdentifier }] : [],
        ),
      atMost,
      refusedAlike: true,
    },
    call: ({ rds }, options, _page, { DBClusterSnapshotIdentifier }) =>
      rds.send(new DescribeDBClusterSnapshotAttributesCommand({ DBClusterSnapshotIdentifier }), options),
  }),
  defineOperation({
    ...region,
    id: 'rds:DescribeDBInstanceAutomatedBackups',
    // Those of deleted instances, and those whose replication was stopped.
    call: ({ rds }, options, page) =>
      rds.send(
        new DescribeDBInstanceAutomatedBackupsCommand({
          Filters: [{ Name: 'status', Values: ['retained'] }],
          MaxRecords: 100,
          Marker: page,
        }),
        options,
      ),
    next: (output) => output.Marker,
  }),
  defineOperation({
    ...region,
    id: 'rds:DescribeDBClusterAutomatedBackups',
    // Neptune's clusters are RDS's as well.
    leftBehindBy: ['rds', 'neptune-db'],
    call: ({ rds }, options, page) =>
      rds.send(
        new DescribeDBClusterAutomatedBackupsCommand({
          Filters: [{ Name: 'status', Values: ['retained'] }],
          MaxRecords: 100,
          Marker: page,
        }),
        options,
      ),
    next: (output) => output.Marker,
  }),
];
