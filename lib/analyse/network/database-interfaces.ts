import type { Database } from '../../model/aws/database.ts';
import type { NetworkInterface } from '../../model/aws/network-interface.ts';
import type { JudgedInterface } from './instance-exposure.ts';
import type { Network } from './network.ts';

/** How the services name what they make in a VPC, as the requester or in the description. */
const makers: Readonly<Record<Database['kind'], RegExp>> = {
  'db-instance': /rds/i,
  'db-cluster': /rds/i,
  'redshift-cluster': /redshift/i,
  'msk-cluster': /msk|kafka/i,
};

/** The interfaces of each database, by its ARN. Nothing in an answer says so: groups, subnet, zone and maker must agree. */
export function databaseInterfaces(
  network: Network,
  databases: readonly Database[],
  interfaces: readonly JudgedInterface[],
): ReadonlyMap<string, readonly JudgedInterface[]> {
  const made = interfaces.filter(({ eni }) => eni.instanceId === undefined);
  return new Map(
    databases.map((database) => {
      const own = made.filter(({ eni }) => mayBelong(network, database, eni));
      const sure = own.filter(({ eni }) => databases.filter((each) => mayBelong(network, each, eni)).length === 1);
      return [database.arn, sure];
    }),
  );
}

function mayBelong(network: Network, database: Database, eni: NetworkInterface): boolean {
  if (!makers[database.kind].test(`${eni.requester ?? ''} ${eni.description}`)) return false;
  if (database.publicIpv4.length > 0) return eni.publicIpv4.some((address) => database.publicIpv4.includes(address));
  // The public address of a database that has none is another's.
  if (!database.publiclyAccessible && eni.publicIpv4.length > 0) return false;
  const subnet = network.subnet(eni.subnetId);
  const zone = 'thing' in subnet ? subnet.thing.zone : undefined;
  return (
    sameIds(eni.securityGroupIds, database.securityGroupIds) &&
    (database.subnetIds.length === 0 || database.subnetIds.includes(eni.subnetId)) &&
    (database.zone === undefined || zone === undefined || database.zone === zone)
  );
}

function sameIds(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id));
}
