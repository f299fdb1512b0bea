import { DescribeDBInstancesCommand } from '@aws-sdk/client-rds';
import { defineOperation } from '../operation.ts';

/** Database instances. */
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
];
