import type { Exposure } from '../../model/network/exposure.ts';
import type { Hop } from '../../model/network/hop.ts';
import { lastPart } from '../../model/last-part.ts';
import type { Deliveries } from './deliveries.ts';
import { exposureOf } from './exposure-of.ts';
import { reachesAt } from './interface-exposures.ts';
import type { Internet } from './internet.ts';
import { throughAnyNode } from './way.ts';

/** Functions that load balancers invoke: they are reached without an interface of their own. */
export function functionExposures(internet: Internet, deliveries: Deliveries): readonly Exposure[] {
  return deliveries.functions.map((arn) => {
    const name = nameOf(arn);
    const end: Hop = { kind: 'resource', id: arn, name };
    const ways = throughAnyNode(deliveries.waysTo(arn));
    return exposureOf({
      kind: 'lambda-function',
      id: name,
      arn,
      name,
      tags: {},
      ...reachesAt(internet, '', { ways, unread: [] }, [end]),
      stops: [],
    });
  });
}

/** The name in a function's ARN, which a version or an alias may follow. */
function nameOf(arn: string): string {
  return arn.split(':')[6] ?? lastPart(arn);
}
