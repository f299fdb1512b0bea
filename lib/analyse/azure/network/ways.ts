import type { OpenedByRule } from '../../../model/azure/exposures.ts';
import type { Hop } from '../../../model/network/hop.ts';
import type { OpenRule } from '../../../model/network/exposure.ts';
import { armKey } from '../../../model/azure/arm-id.ts';
import type { Unread } from '../../../model/unread.ts';
import type { Arrived, Arrivals } from './arrivals.ts';
import type { AzureNetwork } from './azure-network.ts';
import type { BalancerEntries } from './balancer-entries.ts';
import type { Seat } from './entry.ts';
import type { FirewallEntries } from './firewall-entries.ts';
import { publicEntries } from './public-entries.ts';

/** Everything by which the internet comes to seats. */
export interface Ways {
  readonly network: AzureNetwork;
  readonly arrivals: Arrivals;
  readonly balancers: BalancerEntries;
  readonly firewalls: FirewallEntries;
  /** What each group opens by itself, by its id in lower case. */
  readonly opened: ReadonlyMap<string, readonly OpenedByRule[]>;
  /** Ways that were not read, and may lead anywhere. */
  readonly unread: readonly Unread[];
}

/** What comes of every way to a seat; `end` is what stands at its end. */
export function arrivedAt(
  ways: Ways,
  seat: Seat,
  end: readonly Hop[],
): readonly (Arrived & { readonly end: readonly Hop[] })[] {
  const entries = [
    ...publicEntries(ways.network, seat.configuration),
    ...ways.balancers.to(seat),
    ...ways.firewalls.to(seat),
  ];
  return entries.map((entry) => ({ ...ways.arrivals.at(seat, entry), end }));
}

/** The groups that stand before a seat: the subnet's, and its own. */
export function groupsBefore({ network }: Ways, { configuration, networkSecurityGroupId }: Seat): readonly string[] {
  const { subnetId } = configuration;
  const found = subnetId === undefined ? undefined : network.subnet(subnetId);
  const ofSubnet = found && 'thing' in found ? found.thing.networkSecurityGroupId : undefined;
  return [ofSubnet, networkSecurityGroupId].filter((id) => id !== undefined);
}

/** What groups open to the internet, without the names of the rules. */
export function openRulesOf({ opened }: Ways, groupIds: readonly string[]): readonly OpenRule[] {
  const all = [...new Set(groupIds.map(armKey))].flatMap((id) => opened.get(id) ?? []);
  return all.map(({ family, protocol, fromPort, toPort }) => ({
    family,
    protocol,
    ...(fromPort !== undefined && { fromPort }),
    ...(toPort !== undefined && { toPort }),
  }));
}
