import { DescribeDBClustersCommand, DescribeDBInstancesCommand } from '@aws-sdk/client-rds';
import { defineOperation } from '../operation.ts';

/** Database instances and clusters of RDS, Aurora, Neptune and DocumentDB. */
export const rdsOperations = [
  defineOperation({
    id: 'rds:DescribeDBInstances',
    per: 'region',
    budget: 'other',
    call: ({ rds }, options, page) =>
      rds.send(new DescribeDBInstancesCommand({ MaxRecords: 100, Marker: page }), options),
    next: (output) => output.Marker,
    secrets: ['MasterUserPassword'],
  }),
  defineOperation({
    id: 'rds:DescribeDBClusters',
    per: 'region',
    budget: 'other',
    call: ({ rds }, options, page) =>
      rds.send(new DescribeDBClustersCommand({ MaxRecords: 100, Marker: page }), options),
    next: (output) => output.Marker,
    secrets: ['MasterUserPassword'],
  }),
];
