import type { Cluster } from '@aws-sdk/client-redshift';
import type { Database } from '../../../model/aws/database.ts';
import type { AwsUnit } from '../../../model/unit.ts';
import { listOf, required } from '../../shape.ts';
import type { Wire } from '../../wire.ts';
import { answerOf } from '../answer.ts';
import { partitionOf } from '../partition-of.ts';
import { tagMap } from '../tag-map.ts';
import type { DatabaseSource } from './database-source.ts';

/** Amazon Redshift's provisioned clusters. */
export const redshiftClusters: DatabaseSource = {
  operation: 'redshift:DescribeClusters',
  databases: (answers, unit) =>
    listOf(answerOf(answers, 'redshift:DescribeClusters').Clusters, 'Clusters').map((each) => databaseOf(each, unit)),
};

function databaseOf(cluster: Wire<Cluster>, { account, region }: AwsUnit): Database {
  const id = required(cluster.ClusterIdentifier, 'ClusterIdentifier');
  const nodes = listOf(cluster.ClusterNodes, 'ClusterNodes');
  return {
    kind: 'redshift-cluster',
    id,
    arn: `arn:${partitionOf(region)}:redshift:${region}:${account}:cluster:${id}`,
    engine: 'redshift',
    publiclyAccessible: cluster.PubliclyAccessible ?? false,
    running: cluster.ClusterStatus !== 'paused',
    ports: [cluster.Endpoint?.Port ?? 5439],
    securityGroupIds: listOf(cluster.VpcSecurityGroups, 'VpcSecurityGroups').flatMap(
      ({ VpcSecurityGroupId }) => VpcSecurityGroupId ?? [],
    ),
    subnetIds: [],
    ...(cluster.AvailabilityZone !== undefined && { zone: cluster.AvailabilityZone }),
    publicIpv4: nodes.flatMap(({ PublicIPAddress }) => PublicIPAddress ?? []),
    tags: tagMap(cluster.Tags),
  };
}
