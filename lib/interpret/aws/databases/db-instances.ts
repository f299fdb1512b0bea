import type { DBInstance } from '@aws-sdk/client-rds';
import type { Database } from '../../../model/aws/database.ts';
import { listOf, required } from '../../shape.ts';
import type { Wire } from '../../wire.ts';
import { answerOf } from '../answer.ts';
import { tagMap } from '../tag-map.ts';
import type { DatabaseSource } from './database-source.ts';

/** States in which an RDS database answers nobody ("Viewing Amazon RDS DB instance status"). */
export const idleStates: ReadonlySet<string> = new Set(['stopped', 'stopping', 'creating', 'deleting', 'failed']);

/** Instances of RDS, Aurora, Neptune and DocumentDB, which one API lists. */
export const dbInstances: DatabaseSource = {
  operation: 'rds:DescribeDBInstances',
  databases: (answers) =>
    listOf(answerOf(answers, 'rds:DescribeDBInstances').DBInstances, 'DBInstances').map(databaseOf),
};

function databaseOf(instance: Wire<DBInstance>): Database {
  const port = instance.Endpoint?.Port ?? instance.DbInstancePort;
  const subnets = listOf(instance.DBSubnetGroup?.Subnets, 'Subnets');
  return {
    kind: 'db-instance',
    id: required(instance.DBInstanceIdentifier, 'DBInstanceIdentifier'),
    arn: required(instance.DBInstanceArn, 'DBInstanceArn'),
    engine: instance.Engine ?? '',
    publiclyAccessible: instance.PubliclyAccessible ?? false,
    running: !idleStates.has(instance.DBInstanceStatus ?? ''),
    ports: port ? [port] : [],
    securityGroupIds: listOf(instance.VpcSecurityGroups, 'VpcSecurityGroups').flatMap(
      ({ VpcSecurityGroupId }) => VpcSecurityGroupId ?? [],
    ),
    subnetIds: subnets.flatMap(({ SubnetIdentifier }) => SubnetIdentifier ?? []),
    ...(instance.DBClusterIdentifier !== undefined && { clusterId: instance.DBClusterIdentifier }),
    ...(instance.AvailabilityZone !== undefined && { zone: instance.AvailabilityZone }),
    publicIpv4: [],
    tags: tagMap(instance.TagList),
  };
}
