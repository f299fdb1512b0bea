import { armKey } from '../../../model/azure/arm-id.ts';
import type { AzureFirewall } from '../../../model/azure/firewall.ts';
import type { Unread } from '../../../model/unread.ts';
import { overlaps } from '../../../model/network/cidr.ts';
import { addressRange } from './client-space.ts';
import type { InnerEntry } from './entry.ts';
import type { Carried } from './judged-machines.ts';
import type { Ways } from './ways.ts';

/**
 * Firewalls that translate to addresses of other subscriptions: a hub's firewall leads to machines that its own
 * subscription does not know, and theirs does not know it. What they lead to is unknown, and is said of the firewall.
 */
export function judgedFirewalls({ network, firewalls }: Ways, all: readonly AzureFirewall[]): readonly Carried[] {
  const leaving = firewalls.inner.filter((inner) => inner.address !== '' && isElsewhere(network.networks, inner));
  const byFirewall = Map.groupBy(leaving, ({ entry }) => entry.via);
  return all.flatMap(({ id, name, location, tags }) => {
    const unread = byFirewall.get(id)?.map(unreadTarget) ?? [];
    if (unread.length === 0) return [];
    const judged = { kind: 'azure-firewall', id, name, location, tags, arrived: [], openRules: [], unread } as const;
    return [{ groupIds: [], judged }];
  });
}

/** Whether an address is in none of the networks that were read and that the way leads to. */
function isElsewhere(read: Ways['network']['networks'], { address, networks }: InnerEntry): boolean {
  const target = addressRange(address);
  if (!target) return false;
  return !read.some(({ id, prefixes }) => {
    if (networks && !networks.has(armKey(id))) return false;
    return prefixes.some((prefix) => {
      const range = addressRange(prefix);
      return range !== undefined && overlaps(range, target);
    });
  });
}

function unreadTarget({ address, entry }: InnerEntry): Unread {
  const rule = entry.hops.at(-1)?.name ?? '';
  const message = `the rule ${rule} leads the internet to ${address}:${entry.ports.fromPort}, which is in no network of this subscription`;
  return { operation: 'Microsoft.Network/virtualNetworks', code: 'NotInAnswer', message };
}
