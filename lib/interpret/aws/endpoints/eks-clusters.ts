import type { Cluster } from '@aws-sdk/client-eks';
import type { ServiceEndpoint } from '../../../model/aws/service-endpoint.ts';
import { listOf, required } from '../../shape.ts';
import type { Wire } from '../../wire.ts';
import { answerOf, keyedAnswersOf } from '../answer.ts';
import { tagRecord } from '../tag-map.ts';
import { partitionOf } from '../partition-of.ts';
import { gapAt, unreadEndpoint, type EndpointSource } from './endpoint-source.ts';

/**
 * Clusters of Amazon EKS by the endpoint of their API server, which always asks who calls. The cluster's security group has
 * no say ("Cluster API server endpoint").
 */
export const eksClusters: EndpointSource = {
  kind: 'eks-cluster',
  operation: 'eks:ListClusters',
  more: ['eks:DescribeCluster'],
  endpoints: (answers, { account, region }) => {
    const told = keyedAnswersOf(answers, 'eks:DescribeCluster').map(({ output }) =>
      required(output.cluster, 'cluster'),
    );
    return listOf(answerOf(answers, 'eks:ListClusters').clusters, 'clusters').map((id) => {
      const cluster = told.find(({ name }) => name === id);
      if (cluster) return endpointOf(cluster);
      const arn = `arn:${partitionOf(region)}:eks:${region}:${account}:cluster/${id}`;
      const gap = gapAt('eks:DescribeCluster', id);
      return unreadEndpoint({ kind: 'eks-cluster', id, arn, operation: 'eks:DescribeCluster' }, gap);
    });
  },
};

function endpointOf(cluster: Wire<Cluster>): ServiceEndpoint {
  const id = required(cluster.name, 'name');
  const network = required(cluster.resourcesVpcConfig, 'resourcesVpcConfig');
  return {
    kind: 'eks-cluster',
    id,
    arn: required(cluster.arn, 'arn'),
    name: id,
    tags: tagRecord(cluster.tags),
    operation: 'eks:DescribeCluster',
    // The endpoints of IPv6 clusters are dual-stack ("Cluster API server endpoint").
    families: cluster.kubernetesNetworkConfig?.ipFamily === 'ipv6' ? ['ipv4', 'ipv6'] : ['ipv4'],
    ...(!required(network.endpointPublicAccess, 'endpointPublicAccess') && { stop: 'private-endpoint' }),
    admits: network.publicAccessCidrs ?? ['0.0.0.0/0', '::/0'],
    strength: 'authenticated',
    unread: [],
  };
}
