import type { NetworkInterface } from '../../model/aws/network-interface.ts';
import type { GroupExposure } from '../../model/network/exposures.ts';
import type { Unread } from '../../model/unread.ts';
import type { InterfaceWays } from './interface-exposures.ts';
import { distinct } from './passage.ts';
import type { Stopped } from './subnet-entrance.ts';
import { furthest, portsOf, type Way } from './way.ts';

/** Something that carries security groups, and the ways that lead to it. */
export interface Carrier {
  readonly id: string;
  readonly groupIds: readonly string[];
  readonly ways: readonly Way[];
  readonly stops: readonly Stopped[];
  /** Why nobody knows what leads to it. */
  readonly unread?: readonly Unread[];
}

/** What is reached through each group. Behind a proxy a group sees the proxy, so that a rule for the world is not needed. */
export function groupExposures(carriers: readonly Carrier[]): readonly GroupExposure[] {
  const carried = carriers.flatMap((carrier) => carrier.groupIds.map((groupId) => ({ groupId, carrier })));
  return [...Map.groupBy(carried, ({ groupId }) => groupId)].map(([groupId, own]) =>
    groupExposure(
      groupId,
      own.map(({ carrier }) => carrier),
    ),
  );
}

function groupExposure(groupId: string, carriers: readonly Carrier[]): GroupExposure {
  const seen = carriers.flatMap(({ ways }) => ways.filter(({ proxied }) => !proxied));
  const stopped = furthest(carriers.flatMap(({ stops }) => stops));
  const told = new Map(
    seen.filter(isProven).flatMap(({ family, protocol, flow }) =>
      portsOf(protocol, flow).map((ports) => {
        const reached = { family, protocol, ...ports };
        return [JSON.stringify(reached), reached] as const;
      }),
    ),
  );
  return {
    groupId,
    carriers: carriers.map(({ id }) => id),
    reached: [...told.values()],
    ...(stopped && { blockedBy: stopped.block, blockedPath: stopped.hops }),
    unread: distinct([...carriers, ...seen].flatMap(({ unread = [] }) => unread)),
  };
}

function isProven({ unread }: Way): boolean {
  return unread.length === 0;
}

/** The carrier of an interface's groups, named as the resource that it is part of. */
export function carrierOf(eni: NetworkInterface, { ways, stops, idle, unread }: InterfaceWays): Carrier {
  const { instanceId: id = eni.id, securityGroupIds: groupIds } = eni;
  if (idle) return { id, groupIds, ways: [], stops: [...stops, idle] };
  const known = unread.length === 0 ? ways : ways.map((way) => ({ ...way, unread: [...way.unread, ...unread] }));
  return { id, groupIds, ways: known, stops };
}
