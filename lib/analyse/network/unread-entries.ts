import type { LoadBalancer } from '../../model/aws/load-balancer.ts';
import type { Unread } from '../../model/unread.ts';
import type { AnalysisSources } from '../analysis.ts';
import { groupsOf } from './arrivals.ts';
import type { BalancerPaths } from './balancer-paths.ts';
import type { Deliveries } from './deliveries.ts';
import type { GlobalEntries } from './global-entries.ts';
import { internetHop } from './hops.ts';
import type { Internet } from './internet.ts';
import { isBalancerNode } from './is-balancer-node.ts';
import { possibleWays } from './listening.ts';
import { admits } from './origin-passage.ts';

/** What may lead to an interface, had it been read: load balancers, accelerators, distributions. */
interface Surroundings {
  readonly internet: Internet;
  readonly sources: AnalysisSources;
  readonly balancers: readonly LoadBalancer[];
  readonly paths: BalancerPaths;
  readonly global: GlobalEntries;
  readonly deliveries: Deliveries;
}

/**
 * Follows what was not read as if it led everywhere that it can lead: whatever it reaches is then not known to be closed.
 */
export function followUnread(surroundings: Surroundings): void {
  const { sources } = surroundings;
  const accelerators = sources.unread('aws.accelerators');
  if (accelerators) throughAnAccelerator(surroundings, accelerators);
  const origins = sources.unread('aws.vpcOrigins');
  if (origins) throughADistribution(surroundings, origins);
  const balancers = sources.unread('aws.loadBalancers') ?? sources.unread('aws.classicLoadBalancers');
  if (balancers) throughALoadBalancer(surroundings, balancers);
}

function throughAnAccelerator({ internet, balancers, paths, global, deliveries }: Surroundings, gap: Unread): void {
  for (const family of ['ipv4', 'ipv6'] as const) {
    for (const balancer of balancers) {
      const clients = global.arriving(balancer.vpcId, balancer.subnetIds, family, gap);
      if (clients.possible.length === 0) continue;
      if (!balancer.listeners) paths.approachUnread(balancer);
      for (const { port } of balancer.listeners ?? []) {
        paths.approach(balancer.arn, port, {
          family,
          clients,
          hops: [internetHop],
          dialled: port,
          before: 'accelerator',
        });
      }
    }
    for (const eni of internet.network.interfaces) {
      const clients = global.arriving(eni.vpcId, [eni.subnetId], family, gap);
      if (eni.instanceId === undefined || clients.possible.length === 0) continue;
      const { subnetId, securityGroupIds: groupIds } = eni;
      for (const way of internet.enter({ subnetId, groupIds, family, clients, hops: [internetHop] }).ways) {
        deliveries.arrive(eni.id, { ...way, via: 'accelerator' });
      }
    }
  }
}

/** An origin in a VPC is a load balancer or an instance, and must let CloudFront in. */
function throughADistribution({ internet, balancers, deliveries }: Surroundings, gap: Unread): void {
  const origins = [
    ...balancers.map((each) => ({ ...each, groupIds: groupsOf(each) })),
    ...internet.network.interfaces
      .filter((eni) => eni.instanceId !== undefined && internet.network.firstInterface(eni.instanceId) === eni)
      .map((eni) => ({ ...eni, groupIds: eni.securityGroupIds, subnetIds: [eni.subnetId] })),
  ];
  for (const { id, vpcId, subnetIds, groupIds, securityGroupIds } of origins) {
    if (admits(internet, vpcId, groupIds, subnetIds) === false) continue;
    for (const way of possibleWays(internet, { securityGroupIds, vpcId }, gap, 'distribution'))
      deliveries.arrive(id, way);
  }
}

/** The interfaces of load balancers are listed with all others: without any in its VPC, an interface stands behind none. */
function throughALoadBalancer({ internet, deliveries }: Surroundings, gap: Unread): void {
  const { interfaces } = internet.network;
  const vpcs = new Set(interfaces.filter(isBalancerNode).map(({ vpcId }) => vpcId));
  for (const eni of interfaces) {
    if (isBalancerNode(eni) || !vpcs.has(eni.vpcId)) continue;
    for (const way of possibleWays(internet, eni, gap, 'load balancer')) deliveries.arrive(eni.id, way);
  }
}
