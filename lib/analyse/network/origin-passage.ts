import type { VpcOrigin } from '../../model/aws/global-entry.ts';
import type { SecurityGroupRule } from '../../model/aws/security-group.ts';
import { unreadList } from '../../model/aws/unread-list.ts';
import type { Family } from '../../model/network/exposure.ts';
import type { Hop } from '../../model/network/hop.ts';
import { lastPart } from '../../model/last-part.ts';
import { publicSpace } from '../../model/network/public-space.ts';
import type { Unread } from '../../model/unread.ts';
import { subtract, type AddressSet } from './address-set.ts';
import type { BalancerPaths } from './balancer-paths.ts';
import { groupsOf } from './arrivals.ts';
import type { Deliveries } from './deliveries.ts';
import { flows, type Slab } from './flow-set.ts';
import { noGroups, ruleAddresses, type GroupIds } from './group-passages.ts';
import { internetHop } from './hops.ts';
import type { Internet } from './internet.ts';
import { atMost, exactly } from './passage.ts';
import { addressesOf, isAbout, matchedFlows } from './traffic.ts';
import { unreadPrefixList } from './unread-prefix-list.ts';

/** One distribution's connection to an origin inside a VPC. */
interface OriginConnection {
  readonly internet: Internet;
  readonly balancers: BalancerPaths;
  readonly deliveries: Deliveries;
  /** Of the load balancer or instance. */
  readonly arn: string;
  readonly port: number;
  readonly family: Family;
  readonly distribution: VpcOrigin['distributions'][number];
}

/** The group that CloudFront makes for its interfaces in the VPC ("Restrict access with VPC origins"). */
const serviceGroup = 'CloudFront-VPCOrigins-Service-SG';
/** AWS's list of the addresses from which CloudFront calls origins. All its customers share them. */
const edgeList = 'com.amazonaws.global.cloudfront.origin-facing';
const someone = [{ first: 0n, last: 0n }];

/** Follows a distribution's viewers to its origin: its groups must let CloudFront in, and nothing else is asked. */
export function viaDistributions(connection: OriginConnection): void {
  const { internet: from, balancers, deliveries, arn, port, family, distribution } = connection;
  const hop: Hop = { kind: 'distribution', id: distribution.id, name: distribution.domain };
  const hops = [internetHop, { ...hop, operation: 'cloudfront:ListDistributions' }];
  const before = `cloudfront:${distribution.id}`;
  const viewers = flows(publicSpace[family]);
  const balancer = balancers.balancer(arn);
  if (balancer) {
    const admitted = admits(from, balancer.vpcId, groupsOf(balancer), balancer.subnetIds, port);
    if (!admitted) return;
    const clients = admitted === true ? exactly(viewers) : atMost(viewers, admitted);
    balancers.approach(arn, port, { family, clients, hops, dialled: 443, before, admitted: true });
    return;
  }
  const eni = from.network.firstInterface(lastPart(arn));
  if (!eni) return;
  const admitted = admits(from, eni.vpcId, eni.securityGroupIds, [eni.subnetId], port);
  if (!admitted) return;
  deliveries.arrive(eni.id, {
    family,
    protocol: 'tcp',
    flow: { fromPort: port, toPort: port, sources: from.network.outside(eni.vpcId, family) },
    unread: admitted === true ? [] : [admitted],
    hops,
    via: before,
    listenerPort: 443,
  });
}

/**
 * Whether the groups let in CloudFront on a port (on some, without one), whose interfaces stand in the VPC and whose group
 * CloudFront names. Where a subnet, a list's name or its entries were not read, nobody knows.
 */
export function admits(
  { network }: Internet,
  vpcId: string,
  groupIds: GroupIds,
  subnetIds: readonly string[],
  port?: number,
): boolean | Unread {
  const attached = network.hasGateway(vpcId);
  if (attached === false || groupIds === noGroups) return attached;
  const subnets = subnetIds.map((id) => network.subnet(id));
  const inside = subnets.map((subnet) => ('thing' in subnet ? addressesOf(subnet.thing.cidrs, 'ipv4') : []));
  const [subnetGap] = subnets.flatMap((subnet) => ('unread' in subnet ? [subnet.unread] : []));
  const answers = groupIds.flatMap((id): readonly (boolean | Unread)[] => {
    const group = network.group(id);
    if ('unread' in group) return [group.unread];
    const rules = group.thing.ingress.filter(
      (rule) => isAbout(rule, 'tcp') && matchedFlows(rule, someone).some(holds(port)),
    );
    return rules.map((rule) => letsCloudFront(network, rule, inside, subnetGap));
  });
  if (answers.includes(true)) return attached;
  return answers.find((answer) => typeof answer === 'object') ?? false;
}

function holds(port: number | undefined): (slab: Slab) => boolean {
  return ({ fromPort, toPort }) => port === undefined || (fromPort <= port && port <= toPort);
}

function letsCloudFront(
  network: Internet['network'],
  rule: SecurityGroupRule,
  inside: readonly AddressSet[],
  subnetGap: Unread | undefined,
): boolean | Unread {
  const { source } = rule;
  if (source.kind === 'security-group') return nameOf(network.group(source.id)) === serviceGroup;
  if (source.kind === 'prefix-list' && source.name === edgeList) return true;
  const addresses = ruleAddresses(rule, 'ipv4');
  // CloudFront's interfaces stand in subnets of the origin: in one whose addresses are let in, some may.
  if (inside.some((subnet) => subnet.length > 0 && subtract(subnet, addresses).length === 0)) return true;
  if (source.kind === 'prefix-list' && source.name === undefined) return unnamedList(source.id);
  const list = unreadList(rule);
  return list === undefined ? (subnetGap ?? false) : unreadPrefixList(list);
}

function unnamedList(id: string): Unread {
  const message = `the name of prefix list ${id} was not read`;
  return { operation: 'ec2:DescribeManagedPrefixLists', code: 'NotCollected', message };
}

function nameOf(found: ReturnType<Internet['network']['group']>): string | undefined {
  return 'thing' in found ? found.thing.name : undefined;
}
