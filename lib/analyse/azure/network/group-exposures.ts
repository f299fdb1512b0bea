import { armKey } from '../../../model/azure/arm-id.ts';
import type { AzureGroupExposure, OpenedByRule } from '../../../model/azure/exposures.ts';
import type { OpenRule } from '../../../model/network/exposure.ts';
import type { Unread } from '../../../model/unread.ts';
import { distinct } from '../../network/passage.ts';
import type { Arrived } from './arrivals.ts';
import { furthest } from './azure-exposure.ts';
import type { AzureNetwork } from './azure-network.ts';
import { openedRules } from './opened-rules.ts';

/** Something behind groups, and what came of the ways to it. */
export interface Carrier {
  readonly id: string;
  /** In lower case. */
  readonly groupIds: readonly string[];
  readonly arrived: readonly Arrived[];
  readonly idle?: 'not-running' | 'not-attached';
  readonly unread: readonly Unread[];
}

/** What each group opens to the internet by itself, by its id in lower case. */
export function openedByGroups({ groups, tags }: AzureNetwork): ReadonlyMap<string, readonly OpenedByRule[]> {
  return new Map(groups.map((group) => [armKey(group.id), openedRules(group, tags)]));
}

/** What is reached through each group, and where the rest is stopped. */
export function groupExposures(
  { groups }: AzureNetwork,
  carriers: readonly Carrier[],
  opened: ReadonlyMap<string, readonly OpenedByRule[]>,
): readonly AzureGroupExposure[] {
  const byGroup = Map.groupBy(
    carriers.flatMap((carrier) => carrier.groupIds.map((groupId) => ({ groupId, carrier }))),
    ({ groupId }) => groupId,
  );
  return groups.map(({ id }) => {
    const groupId = armKey(id);
    const own = (byGroup.get(groupId) ?? []).map(({ carrier }) => carrier);
    return { ...groupExposure(groupId, own), opened: opened.get(groupId) ?? [] };
  });
}

function groupExposure(groupId: string, carriers: readonly Carrier[]): Omit<AzureGroupExposure, 'opened'> {
  const stopped = furthest(carriers.flatMap(({ arrived }) => arrived));
  const idle = carriers.find((each) => each.idle)?.idle;
  const blockedBy = stopped?.block ?? idle ?? (carriers.length === 0 ? 'not-in-use' : 'no-public-address');
  return {
    groupId,
    carriers: carriers.map(({ id }) => id),
    reached: carriers.filter((each) => !each.idle).flatMap(reachedOf),
    blockedBy,
    ...(stopped && { blockedPath: stopped.hops }),
    unread: distinct(carriers.flatMap(({ unread }) => unread)),
  };
}

/** What clients reach at a carrier; behind a firewall a group sees the firewall alone, and needs no rule for the world. */
function reachedOf({ arrived }: Carrier): readonly OpenRule[] {
  const proven = arrived
    .flatMap(({ arrivals }) => arrivals)
    .filter(({ unread, entry }) => unread.length === 0 && entry.seenAs === undefined);
  return proven.map(({ entry: { family }, protocol, flow: { fromPort, toPort } }) => ({
    family,
    protocol,
    fromPort,
    toPort,
  }));
}
