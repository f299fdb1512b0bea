import type { LoadBalancers } from '../../model/aws/load-balancer.ts';
import type { NetworkInterface } from '../../model/aws/network-interface.ts';
import type { Exposure } from '../../model/network/exposure.ts';
import type { NetworkExposures } from '../../model/network/exposures.ts';
import type { AnalysisDefinition, AnalysisSources } from '../analysis.ts';
import { balancerExposure } from './balancer-exposure.ts';
import { BalancerPaths } from './balancer-paths.ts';
import { databaseExposure } from './database-exposure.ts';
import { databaseInterfaces } from './database-interfaces.ts';
import { Deliveries } from './deliveries.ts';
import { functionExposures } from './function-exposures.ts';
import { GlobalEntries } from './global-entries.ts';
import { carrierOf, groupExposures, type Carrier } from './group-exposures.ts';
import { isBalancerNode } from './is-balancer-node.ts';
import { instanceExposure, type JudgedInterface } from './instance-exposure.ts';
import { interfaceExposure, waysTo } from './interface-exposures.ts';
import { Internet } from './internet.ts';
import { Network } from './network.ts';
import { OpenPorts } from './open-ports.ts';
import { followUnread } from './unread-entries.ts';
import { unreadNodes, type UnreadNode } from './unread-nodes.ts';

/** `aws.exposures`: what the internet reaches of a region's network, and what stops it elsewhere. */
export const exposures: AnalysisDefinition<'aws.exposures'> = {
  per: 'aws-region',
  // Without its interfaces nothing is known of a region; what its rules open, is.
  requires: [],
  uses: [
    'aws.networkInterfaces',
    'aws.accelerators',
    'aws.blockPublicAccess',
    'aws.classicLoadBalancers',
    'aws.databases',
    'aws.instances',
    'aws.internetGateways',
    'aws.loadBalancers',
    'aws.networkAcls',
    'aws.routeTables',
    'aws.securityGroups',
    'aws.subnets',
    'aws.vpcOrigins',
    'aws.vpcs',
  ],
  analyse: networkExposures,
};

function networkExposures(sources: AnalysisSources): NetworkExposures {
  const internet = new Internet(new Network(sources));
  const open = new OpenPorts(internet);
  const balancers = allBalancers(sources);
  const deliveries = followed(internet, sources, balancers);
  const judged = standing(internet.network).map((eni): JudgedInterface => {
    return { eni, told: waysTo(internet, deliveries, eni) };
  });
  const databases = sources.part('aws.databases')?.databases ?? [];
  const ofDatabase = databaseInterfaces(internet.network, databases, judged);
  const owners = new Map(
    databases.flatMap(({ id, arn }) => (ofDatabase.get(arn)?.own ?? []).map(({ eni }) => [eni.id, id] as const)),
  );
  const found: readonly Exposure[] = [
    ...judged.map(({ eni, told }) => {
      const partOf = eni.instanceId ?? owners.get(eni.id);
      const ofOther = eni.owner !== sources.account && { ofOther: true as const };
      return interfaceExposure(internet, open, eni, told, { ...(partOf !== undefined && { partOf }), ...ofOther });
    }),
    ...instances(internet, open, judged),
    ...balancers.loadBalancers
      .filter(({ type }) => type !== 'gateway')
      .map((each) => balancerExposure(internet, open, deliveries, each)),
    ...databases.map((each) => databaseExposure(internet, open, each, ofDatabase.get(each.arn))),
    ...functionExposures(internet, deliveries),
  ];
  const nodes = unreadNodes(internet.network, sources);
  const carriers: readonly Carrier[] = [
    ...nodes.map(({ eni: { id, securityGroupIds: groupIds }, unread }) => {
      return { id, groupIds, ways: [], stops: [], unread: [unread] };
    }),
    ...judged.map(({ eni, told }) => carrierOf(eni, told)),
    ...balancers.loadBalancers.map(({ id, securityGroupIds: groupIds }) => {
      return { id, groupIds, ways: deliveries.waysTo(id), stops: deliveries.stopsOf(id) };
    }),
  ];
  return {
    exposures: found,
    groups: groupExposures(carriers),
    unreadKinds: [...unreadDatabases(sources), ...kindsOf(nodes)],
    unread: sources.unread('aws.networkInterfaces'),
    organizationalUnits: unitsAbove(sources),
  };
}

function unreadDatabases({ part }: AnalysisSources): NetworkExposures['unreadKinds'] {
  return (part('aws.databases')?.unread ?? []).map(({ kind, operation }) => {
    const message = `what stands in the region of the kind ${kind} was not read`;
    return { kind, unread: { operation, code: 'NotCollected', message } };
  });
}

function kindsOf(nodes: readonly UnreadNode[]): NetworkExposures['unreadKinds'] {
  return [...new Map(nodes.map(({ kind, unread }) => [kind, { kind, unread }])).values()];
}

function unitsAbove({ organization, account }: AnalysisSources): NetworkExposures['organizationalUnits'] {
  if (organization === 'none') return [];
  return organization?.paths.get(account)?.map(({ target }) => target);
}

function allBalancers({ part }: AnalysisSources): LoadBalancers {
  const both = [part('aws.loadBalancers'), part('aws.classicLoadBalancers')];
  return {
    loadBalancers: both.flatMap((each) => each?.loadBalancers ?? []),
    targetGroups: both.flatMap((each) => each?.targetGroups ?? []),
  };
}

function followed(internet: Internet, sources: AnalysisSources, balancers: LoadBalancers): Deliveries {
  const { part, unit } = sources;
  const deliveries = new Deliveries();
  const paths = new BalancerPaths(internet, balancers, deliveries);
  const global = new GlobalEntries(internet, paths, deliveries, unit.region);
  for (const balancer of balancers.loadBalancers) paths.follow(balancer);
  for (const accelerator of part('aws.accelerators') ?? []) global.accelerate(accelerator);
  for (const origin of part('aws.vpcOrigins') ?? []) global.distribute(origin);
  followUnread({ internet, sources, balancers: balancers.loadBalancers, paths, global, deliveries });
  return deliveries;
}

/** All interfaces, but for those of load balancers: what comes to them hangs on listeners, and is said of the load balancer. */
function standing({ interfaces }: Network): readonly NetworkInterface[] {
  return interfaces.filter((eni) => !isBalancerNode(eni));
}

function instances(internet: Internet, open: OpenPorts, judged: readonly JudgedInterface[]): readonly Exposure[] {
  const attached = judged.filter(({ eni }) => eni.instanceId !== undefined && eni.owner === internet.network.account);
  return [...Map.groupBy(attached, ({ eni }) => eni.instanceId ?? '')].map(([id, own]) => {
    const found = internet.network.instance(id);
    const named =
      'thing' in found
        ? found.thing
        : { id, arn: own[0]!.eni.arn.replace(/network-interface\/.*/, `instance/${id}`), name: id, tags: {} };
    return instanceExposure(internet, open, named, own);
  });
}
