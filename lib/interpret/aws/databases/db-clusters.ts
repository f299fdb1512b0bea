import type { DBCluster } from '@aws-sdk/client-rds';
import type { Database } from '../../../model/aws/database.ts';
import { listOf, required } from '../../shape.ts';
import type { Wire } from '../../wire.ts';
import { answerOf } from '../answer.ts';
import { tagMap } from '../tag-map.ts';
import type { DatabaseSource } from './database-source.ts';
import { idleStates } from './db-instances.ts';

/**
 * Clusters of RDS. Only Multi-AZ clusters, and Aurora behind its internet access gateway, are public as clusters; of
 * others the instances are. A cluster names its subnet group and not the subnets.
 */
export const dbClusters: DatabaseSource = {
  operation: 'rds:DescribeDBClusters',
  databases: (answers) => listOf(answerOf(answers, 'rds:DescribeDBClusters').DBClusters, 'DBClusters').map(databaseOf),
};

function databaseOf(cluster: Wire<DBCluster>): Database {
  const id = required(cluster.DBClusterIdentifier, 'DBClusterIdentifier');
  return {
    kind: 'db-cluster',
    id,
    clusterId: id,
    arn: required(cluster.DBClusterArn, 'DBClusterArn'),
    engine: cluster.Engine ?? '',
    publiclyAccessible: cluster.PubliclyAccessible ?? false,
    running: !idleStates.has(cluster.Status ?? ''),
    ports: cluster.Port ? [cluster.Port] : [],
    securityGroupIds: listOf(cluster.VpcSecurityGroups, 'VpcSecurityGroups').flatMap(
      ({ VpcSecurityGroupId }) => VpcSecurityGroupId ?? [],
    ),
    subnetIds: [],
    publicIpv4: [],
    ...('InternetAccessGatewayEnabled' in cluster &&
      cluster.InternetAccessGatewayEnabled === true && { iamGateway: true as const }),
    tags: tagMap(cluster.TagList),
  };
}
