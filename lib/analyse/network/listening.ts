import type { Unread } from '../../model/unread.ts';
import { flows, uniteAll, type FlowSet } from './flow-set.ts';
import { internetHop } from './hops.ts';
import type { Internet } from './internet.ts';
import { isAbout, matchedFlows } from './traffic.ts';
import type { Way } from './way.ts';

/** A thing that something unread may lead to. */
interface Listens {
  readonly securityGroupIds: readonly string[];
  readonly vpcId: string;
}

/** Ports that the groups of a thing let something in on, whoever it is: told as if everybody came, and nobody knew. */
export function possibleWays(internet: Internet, thing: Listens, gap: Unread, via: string): readonly Way[] {
  return (['tcp', 'udp'] as const).flatMap((protocol) =>
    listening(internet, thing, protocol).map((flow) => ({
      family: 'ipv4',
      protocol,
      flow,
      unread: [gap],
      hops: [internetHop],
      via,
      proxied: true,
    })),
  );
}

function listening({ network }: Internet, { securityGroupIds, vpcId }: Listens, protocol: 'tcp' | 'udp'): FlowSet {
  const everybody = network.outside(vpcId, 'ipv4');
  const sets = securityGroupIds.flatMap((id): readonly FlowSet[] => {
    const group = network.group(id);
    if ('unread' in group) return [flows(everybody)];
    return group.thing.ingress.filter((rule) => isAbout(rule, protocol)).map((rule) => matchedFlows(rule, everybody));
  });
  return uniteAll(sets);
}
