import type { Database } from '../../model/aws/database.ts';
import type { NetworkInterface } from '../../model/aws/network-interface.ts';
import type { JudgedInterface } from './instance-exposure.ts';
import type { Network } from './network.ts';

/** The interfaces of one database. */
export interface DatabaseInterfaces {
  /** Those that are its own. */
  readonly own: readonly JudgedInterface[];
  /** Those that are its own or another database's: nothing tells which. */
  readonly perhaps: readonly JudgedInterface[];
}

/** How the services describe what they make in a VPC. */
const makers: Readonly<Record<Database['kind'], RegExp>> = {
  'db-instance': /^RDS/,
  'db-cluster': /^RDS/,
  'redshift-cluster': /^Redshift/,
  'msk-cluster': /\bMSK\b/,
};

/** The interfaces of each database, by its ARN. Nothing in an answer says so: groups, subnet, zone and maker must agree. */
export function databaseInterfaces(
  network: Network,
  databases: readonly Database[],
  interfaces: readonly JudgedInterface[],
): ReadonlyMap<string, DatabaseInterfaces> {
  const byGroups = Map.groupBy(databases, ({ securityGroupIds }) => groupsKey(securityGroupIds));
  const members = Map.groupBy(
    databases.filter(({ kind }) => kind === 'db-instance'),
    ({ clusterId }) => clusterId,
  );
  const candidates = interfaces
    // A description is to be believed where a service wrote it.
    .filter(({ eni }) => eni.instanceId === undefined && eni.requester !== undefined)
    .flatMap((each) => {
      const alike = byGroups.get(groupsKey(each.eni.securityGroupIds)) ?? [];
      const all = alike.filter((database) =>
        // The answer about a cluster names no subnets; those about its instances do.
        (database.kind === 'db-cluster' ? (members.get(database.id) ?? [database]) : [database]).some((one) =>
          mayBelong(network, one, each.eni),
        ),
      );
      return all.map((database) => ({ database, each, sure: !all.some((other) => isRival(database, other)) }));
    });
  const found = Map.groupBy(candidates, ({ database }) => database.arn);
  return new Map(
    databases.map(({ arn }) => {
      const [own, perhaps] = [true, false].map((asked) =>
        (found.get(arn) ?? []).filter(({ sure }) => sure === asked).map(({ each }) => each),
      );
      return [arn, { own: own ?? [], perhaps: perhaps ?? [] }];
    }),
  );
}

/** A cluster and its instances are one thing, and share interfaces. */
function isRival(database: Database, other: Database): boolean {
  if (other === database) return false;
  return other.kind === database.kind || other.clusterId === undefined || other.clusterId !== database.clusterId;
}

function mayBelong(network: Network, database: Database, eni: NetworkInterface): boolean {
  if (!makers[database.kind].test(eni.description)) return false;
  // Descriptions of brokers' interfaces end in the ARN of their cluster.
  if (eni.description.includes(':cluster/') && !eni.description.includes(database.arn)) return false;
  if (database.publicIpv4.length > 0) return eni.publicIpv4.some((address) => database.publicIpv4.includes(address));
  // The public address of a database that has none is another's.
  if (!database.publiclyAccessible && eni.publicIpv4.length > 0) return false;
  const subnet = network.subnet(eni.subnetId);
  const zone = 'thing' in subnet ? subnet.thing.zone : undefined;
  return (
    (database.subnetIds.length === 0 || database.subnetIds.includes(eni.subnetId)) &&
    (database.zone === undefined || zone === undefined || database.zone === zone)
  );
}

function groupsKey(ids: readonly string[]): string {
  return ids.toSorted().join(' ');
}
