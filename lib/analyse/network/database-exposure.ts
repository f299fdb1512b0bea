import type { Database } from '../../model/aws/database.ts';
import type { Exposure } from '../../model/network/exposure.ts';
import type { Hop } from '../../model/network/hop.ts';
import type { DatabaseInterfaces } from './database-interfaces.ts';
import { enterSubnet } from './edge-routing.ts';
import { exposureOf } from './exposure-of.ts';
import { flows, intersectFlows } from './flow-set.ts';
import type { JudgedInterface } from './instance-exposure.ts';
import { reachesAt } from './interface-exposures.ts';
import { internetHop } from './hops.ts';
import type { Internet } from './internet.ts';
import type { OpenPorts } from './open-ports.ts';
import type { Stopped } from './subnet-entrance.ts';
import { addressesOf } from './traffic.ts';
import { stopAt, type Way } from './way.ts';

/** The exposure of a database: of the ports that it listens on, at the interfaces that are its own, and may be. */
export function databaseExposure(
  internet: Internet,
  open: OpenPorts,
  database: Database,
  { own, perhaps }: DatabaseInterfaces = { own: [], perhaps: [] },
): Exposure {
  const { kind, id, arn, tags, securityGroupIds, running } = database;
  const end: Hop = { kind: 'resource', id: arn, name: id, operation: operations[kind] };
  const told =
    database.publiclyAccessible && !own.some(({ eni }) => eni.publicIpv4.length > 0)
      ? bySubnets(internet, database)
      : { ways: [], stops: own.flatMap((each) => each.told.stops) };
  const ways = [
    ...own.flatMap((each) => waysAt(database, each)),
    ...perhaps.flatMap((each) => waysPerhapsAt(database, each)),
    ...told.ways,
    ...gatewayWays(internet, database),
  ];
  const inVpc = own[0]?.eni.vpcId ?? vpcOf(internet, database);
  const hidden = database.publiclyAccessible ? [] : [stopAt('address', 'no-public-address', [internetHop], end)];
  return exposureOf({
    kind,
    id,
    arn,
    name: id,
    tags,
    ...reachesAt(internet, inVpc, { ways: onPorts(ways, database), unread: [] }, [end]),
    stops: [...hidden, ...told.stops],
    openRules: open.of(securityGroupIds),
    ...(!running && { idle: stopAt('state', 'not-running', [internetHop], end) }),
  });
}

const operations: Readonly<Record<Database['kind'], string>> = {
  'db-instance': 'rds:DescribeDBInstances',
  'db-cluster': 'rds:DescribeDBClusters',
  'redshift-cluster': 'redshift:DescribeClusters',
  'msk-cluster': 'kafka:ListClustersV2',
};

/** The address of an interface is public only for a database that is; what forwards to it does not ask. */
function waysAt({ publiclyAccessible }: Database, { told }: JudgedInterface): readonly Way[] {
  return told.ways.filter(({ via }) => publiclyAccessible || via !== undefined);
}

/** Ways through others to an interface of which nothing says whether it is this database's; the subnets tell the rest. */
function waysPerhapsAt(database: Database, each: JudgedInterface): readonly Way[] {
  const message = `nothing says whether ${each.eni.id} is of ${database.id} or of another database`;
  const gap = { operation: operations[database.kind], code: 'NotInAnswer', message };
  const through = each.told.ways.filter(({ via }) => via !== undefined);
  return through.map((way) => ({ ...way, unread: [...way.unread, gap] }));
}

function onPorts(ways: readonly Way[], { ports, insidePorts = ports }: Database): readonly Way[] {
  const tcp = ways.filter(({ protocol }) => protocol === 'tcp' || protocol === 'all');
  if (ports.length === 0) return tcp;
  return tcp.flatMap((way) =>
    (way.via === undefined ? ports : insidePorts).flatMap((port) =>
      intersectFlows([way.flow], flows(way.flow.sources, port, port)).map((flow) => ({
        ...way,
        protocol: 'tcp',
        flow,
      })),
    ),
  );
}

/**
 * Where its interfaces are not known: it stands in one of its subnets, in that of its zone if that is known. Reached for
 * sure only if it is in whichever it stands.
 */
function bySubnets(
  internet: Internet,
  { kind, subnetIds, zone, securityGroupIds: groupIds, id }: Database,
): { readonly ways: readonly Way[]; readonly stops: readonly Stopped[] } {
  const candidates = subnetIds.filter((subnetId) => {
    const subnet = internet.network.subnet(subnetId);
    return zone === undefined || !('thing' in subnet) || subnet.thing.zone === zone;
  });
  const attempts = candidates.map((subnetId) => {
    const subnet = internet.network.subnet(subnetId);
    const { vpcId, cidrs } = 'thing' in subnet ? subnet.thing : { vpcId: '', cidrs: [] };
    const own = addressesOf(cidrs, 'ipv4');
    return enterSubnet(internet, { subnetId, vpcId, own }, { subnetId, groupIds, family: 'ipv4' });
  });
  const stops = attempts.flatMap(({ stopped }) => stopped ?? []);
  const first = attempts.find(({ ways }) => ways.length > 0);
  if (first && stops.length === 0) return { ways: first.ways, stops: [] };
  if (!first && candidates.length > 0) return { ways: [], stops };
  const message = `the answer does not say in which subnet ${id} stands`;
  const gap = { operation: operations[kind], code: 'NotInAnswer', message };
  const anywhere = internet.groups
    .of(groupIds, 'ingress', 'ipv4', 'tcp')
    .possible.map((flow): Way => ({ family: 'ipv4', protocol: 'tcp', flow, unread: [], hops: [internetHop] }));
  return { ways: (first?.ways ?? anywhere).map((way) => ({ ...way, unread: [...way.unread, gap] })), stops };
}

/** The internet access gateway of Aurora asks everybody for an IAM token. */
function gatewayWays({ network }: Internet, database: Database): readonly Way[] {
  if (!database.iamGateway) return [];
  const sources = network.outside('', 'ipv4');
  return database.ports.map((port) => ({
    family: 'ipv4',
    protocol: 'tcp',
    flow: { fromPort: port, toPort: port, sources },
    unread: [],
    hops: [internetHop],
    strength: 'authenticated',
  }));
}

function vpcOf({ network }: Internet, { subnetIds: [first = ''] }: Database): string {
  const subnet = network.subnet(first);
  return 'thing' in subnet ? subnet.thing.vpcId : '';
}
