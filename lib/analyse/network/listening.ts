import { flows, uniteFlows, type FlowSet } from './flow-set.ts';
import type { Internet } from './internet.ts';
import { isAbout, matchedFlows } from './traffic.ts';

/** Ports of TCP that groups let something in on, whoever it is: told as if everybody came. */
export function listening({ network }: Internet, groupIds: readonly string[], vpcId: string): FlowSet {
  const everybody = network.outside(vpcId, 'ipv4');
  return groupIds.reduce<FlowSet>((all, id) => {
    const group = network.group(id);
    if ('unread' in group) return flows(everybody);
    const rules = group.thing.ingress.filter((rule) => isAbout(rule, 'tcp'));
    return rules.map((rule) => matchedFlows(rule, everybody)).reduce(uniteFlows, all);
  }, []);
}
