import type { Cluster } from '@aws-sdk/client-kafka';
import type { Database } from '../../../model/aws/database.ts';
import { listOf, required } from '../../shape.ts';
import type { Wire } from '../../wire.ts';
import { answerOf } from '../answer.ts';
import { tagRecord } from '../tag-map.ts';
import type { DatabaseSource } from './database-source.ts';

/** Ports of brokers' public addresses: mutual TLS, SASL/SCRAM and IAM ("Port information", Amazon MSK). */
const publicPorts = [9194, 9196, 9198];
/** Those of their private addresses: plain text, TLS, SASL/SCRAM and IAM. */
const insidePorts = [9092, 9094, 9096, 9098];

/** Amazon MSK's clusters. */
export const mskClusters: DatabaseSource = {
  operation: 'kafka:ListClustersV2',
  databases: (answers) =>
    listOf(answerOf(answers, 'kafka:ListClustersV2').ClusterInfoList, 'ClusterInfoList').map(databaseOf),
};

function databaseOf(cluster: Wire<Cluster>): Database {
  const nodes = cluster.Provisioned?.BrokerNodeGroupInfo;
  const access = nodes?.ConnectivityInfo?.PublicAccess?.Type ?? 'DISABLED';
  return {
    kind: 'msk-cluster',
    id: required(cluster.ClusterName, 'ClusterName'),
    arn: required(cluster.ClusterArn, 'ClusterArn'),
    engine: 'kafka',
    publiclyAccessible: access !== 'DISABLED',
    running: cluster.State !== 'FAILED' && cluster.State !== 'DELETING' && cluster.State !== 'CREATING',
    ports: publicPorts,
    insidePorts: [...publicPorts, ...insidePorts],
    securityGroupIds: listOf(nodes?.SecurityGroups, 'SecurityGroups'),
    subnetIds: listOf(nodes?.ClientSubnets, 'ClientSubnets'),
    publicIpv4: [],
    tags: tagRecord(cluster.Tags),
  };
}
