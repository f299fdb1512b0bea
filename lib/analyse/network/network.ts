import type { BlockPublicAccess } from '../../model/aws/block-public-access.ts';
import type { Instance } from '../../model/aws/instance.ts';
import type { InternetGateway } from '../../model/aws/internet-gateway.ts';
import type { NetworkAcl } from '../../model/aws/network-acl.ts';
import type { NetworkInterface } from '../../model/aws/network-interface.ts';
import type { RouteTable } from '../../model/aws/route-table.ts';
import type { SecurityGroup } from '../../model/aws/security-group.ts';
import type { Subnet, Vpc } from '../../model/aws/vpc.ts';
import type { Family } from '../../model/network/exposure.ts';
import { publicSpace } from '../../model/network/public-space.ts';
import type { InterpretedPart } from '../../model/parts.ts';
import type { Unread } from '../../model/unread.ts';
import type { AnalysisSources } from '../analysis.ts';
import { subtract, type AddressSet } from './address-set.ts';
import { addressesOf, otherProtocols } from './traffic.ts';

/** A thing that an answer should hold and does not, or why the whole answer is not there. */
export type Found<Thing> = { readonly thing: Thing } | { readonly unread: Unread };

/** The network of one region, looked up by id; what was not read says so when it is asked for. */
export class Network {
  readonly account: string;
  readonly interfaces: readonly NetworkInterface[];
  readonly protocols: readonly string[];
  readonly tables: readonly RouteTable[];
  readonly blockPublicAccess: BlockPublicAccess | undefined;
  readonly #sources: Pick<AnalysisSources, 'unread'>;
  readonly #vpcs: ReadonlyMap<string, Vpc>;
  readonly #subnets: ReadonlyMap<string, Subnet>;
  readonly #groups: ReadonlyMap<string, SecurityGroup>;
  readonly #gateways: ReadonlyMap<string, InternetGateway>;
  readonly #instances: ReadonlyMap<string, Instance>;
  readonly #firstInterfaces: ReadonlyMap<string, NetworkInterface>;
  readonly #acls: ReadonlyMap<string, NetworkAcl>;
  readonly #tables: ReadonlyMap<string, RouteTable>;
  readonly #mainTables: ReadonlyMap<string, RouteTable>;
  readonly #edgeTables: ReadonlyMap<string, readonly RouteTable[]>;
  readonly #spaces = new Map<string, AddressSet>();

  constructor(sources: Pick<AnalysisSources, 'account' | 'part' | 'unread'>) {
    const { account, part } = sources;
    this.#sources = sources;
    this.account = account;
    this.interfaces = part('aws.networkInterfaces') ?? [];
    this.blockPublicAccess = part('aws.blockPublicAccess');
    this.#vpcs = byId(part('aws.vpcs'));
    this.#subnets = byId(part('aws.subnets'));
    this.#groups = byId(part('aws.securityGroups'));
    this.#gateways = byId(part('aws.internetGateways'));
    this.#instances = byId(part('aws.instances'));
    this.#firstInterfaces = firstInterfaces(this.interfaces);
    const acls = part('aws.networkAcls') ?? [];
    this.#acls = new Map(acls.flatMap((acl) => acl.subnetIds.map((subnet) => [subnet, acl])));
    this.tables = part('aws.routeTables') ?? [];
    this.#tables = new Map(this.tables.flatMap((table) => table.subnetIds.map((subnet) => [subnet, table])));
    this.#edgeTables = Map.groupBy(
      this.tables.filter(({ gatewayIds }) => gatewayIds.some((gateway) => gateway.startsWith('igw-'))),
      ({ vpcId }) => vpcId,
    );
    this.#mainTables = new Map(this.tables.flatMap((table) => (table.isMain ? [[table.vpcId, table]] : [])));
    this.protocols = protocolsOf([...this.#groups.values()], acls);
  }

  subnet(id: string): Found<Subnet> {
    return this.#find(this.#subnets, id, 'aws.subnets', 'ec2:DescribeSubnets');
  }

  group(id: string): Found<SecurityGroup> {
    return this.#find(this.#groups, id, 'aws.securityGroups', 'ec2:DescribeSecurityGroups');
  }

  gateway(id: string): Found<InternetGateway> {
    return this.#find(this.#gateways, id, 'aws.internetGateways', 'ec2:DescribeInternetGateways');
  }

  instance(id: string): Found<Instance> {
    return this.#find(this.#instances, id, 'aws.instances', 'ec2:DescribeInstances');
  }

  /** The interface at which an instance is called by what knows the instance alone: load balancers, accelerators, CloudFront. */
  firstInterface(instanceId: string): NetworkInterface | undefined {
    return this.#firstInterfaces.get(instanceId);
  }

  /** Tables that route what comes in through the internet gateways of a VPC. */
  edgeTables(vpcId: string): readonly RouteTable[] {
    return this.#edgeTables.get(vpcId) ?? [];
  }

  /** The network ACL of a subnet. */
  acl(subnetId: string): Found<NetworkAcl> {
    return this.#find(this.#acls, subnetId, 'aws.networkAcls', 'ec2:DescribeNetworkAcls');
  }

  /** The route table of a subnet: its own, else the main one of its VPC. */
  table({ id, vpcId }: Subnet): Found<RouteTable> {
    const own = this.#tables.get(id);
    if (own) return { thing: own };
    return this.#find(this.#mainTables, vpcId, 'aws.routeTables', 'ec2:DescribeRouteTables');
  }

  /** Whether an internet gateway is attached to a VPC. */
  hasGateway(vpcId: string): boolean | Unread {
    const unread = this.#sources.unread('aws.internetGateways');
    if (unread) return unread;
    if ([...this.#gateways.values()].some(({ vpcIds }) => vpcIds.includes(vpcId))) return true;
    // That of a shared VPC is another account's, and routes may name one that no answer holds.
    const routed = this.tables.filter((table) => table.vpcId === vpcId).flatMap(({ routes }) => routes);
    const missing = routed.find(({ target }) => target.kind === 'internet-gateway' && !this.#gateways.has(target.id));
    return missing ? absent('ec2:DescribeInternetGateways', missing.target.id) : false;
  }

  /** The VPC, where it is known. */
  vpc(id: string): Vpc | undefined {
    return this.#vpcs.get(id);
  }

  /** Why a VPC is not known. */
  unknownVpc(id: string): Unread {
    return this.#sources.unread('aws.vpcs') ?? absent('ec2:DescribeVpcs', id);
  }

  /** The addresses from which the internet reaches a VPC: public ones that are not its own. */
  outside(vpcId: string, family: Family): AddressSet {
    const key = `${vpcId} ${family}`;
    const known = this.#spaces.get(key);
    if (known) return known;
    const space = subtract(publicSpace[family], addressesOf(this.#vpcs.get(vpcId)?.cidrs ?? [], family));
    this.#spaces.set(key, space);
    return space;
  }

  unread(part: InterpretedPart): Unread | undefined {
    return this.#sources.unread(part);
  }

  #find<Thing>(things: ReadonlyMap<string, Thing>, id: string, part: InterpretedPart, operation: string): Found<Thing> {
    const thing = things.get(id);
    if (thing) return { thing };
    return { unread: this.#sources.unread(part) ?? absent(operation, id) };
  }
}

/** What an answer names and no answer holds: another account's, or gone in the meantime. */
function absent(operation: string, id: string): Unread {
  return { operation, code: 'NotInAnswer', message: `the answer does not hold ${id}, which others name` };
}

function firstInterfaces(interfaces: readonly NetworkInterface[]): ReadonlyMap<string, NetworkInterface> {
  // The first comes last, so that it wins.
  const ordered = interfaces.toSorted((a, b) => (b.deviceIndex ?? 0) - (a.deviceIndex ?? 0));
  return new Map(ordered.flatMap((eni) => (eni.instanceId === undefined ? [] : [[eni.instanceId, eni]])));
}

function byId<Thing extends { readonly id: string }>(things: readonly Thing[] = []): ReadonlyMap<string, Thing> {
  return new Map(things.map((thing) => [thing.id, thing]));
}

/** Protocols that some rule tells apart. */
function protocolsOf(groups: readonly SecurityGroup[], acls: readonly NetworkAcl[]): readonly string[] {
  const named = new Set<string>();
  for (const { ingress, egress } of groups) for (const { protocol } of [...ingress, ...egress]) named.add(protocol);
  for (const { entries } of acls) for (const { protocol } of entries) named.add(protocol);
  const always = ['tcp', 'udp', 'icmp', 'icmpv6', otherProtocols];
  return [...always, ...[...named].filter((each) => each !== 'all' && !always.includes(each)).toSorted()];
}
