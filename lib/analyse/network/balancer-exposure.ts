import type { LoadBalancer } from '../../model/aws/load-balancer.ts';
import type { Exposure } from '../../model/network/exposure.ts';
import { groupsOf } from './arrivals.ts';
import type { Deliveries } from './deliveries.ts';
import { exposureOf } from './exposure-of.ts';
import { reachesAt } from './interface-exposures.ts';
import { noGroups } from './group-passages.ts';
import type { Internet } from './internet.ts';
import type { OpenPorts } from './open-ports.ts';
import { throughAnyNode } from './way.ts';

/** The exposure of a load balancer: its listeners' ports, whichever node answers. */
export function balancerExposure(
  internet: Internet,
  open: OpenPorts,
  deliveries: Deliveries,
  balancer: LoadBalancer,
): Exposure {
  const { id, arn, name, type, vpcId } = balancer;
  const groups = groupsOf(balancer);
  const ways = throughAnyNode(deliveries.waysTo(id));
  const { reaches, possible, unread } = reachesAt(internet, vpcId, { ways, unread: [] }, []);
  const gaps = deliveries.unreadOf(id);
  const exposure = exposureOf({
    kind: type === 'classic' ? 'classic-load-balancer' : 'load-balancer',
    id,
    arn,
    name,
    tags: {},
    reaches,
    possible,
    unread,
    stops: deliveries.stopsOf(id),
    ...(groups !== noGroups && { openRules: open.of(groups) }),
  });
  if (gaps.length === 0) return exposure;
  // What stands behind it may be reached, too: listeners, rules or targets were not read.
  const verdict = exposure.reaches.length > 0 ? exposure.verdict : 'unknown';
  return { ...exposure, verdict, unread: [...exposure.unread, ...gaps] };
}
