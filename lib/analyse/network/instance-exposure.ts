import type { Instance } from '../../model/aws/instance.ts';
import type { NetworkInterface } from '../../model/aws/network-interface.ts';
import type { Exposure } from '../../model/network/exposure.ts';
import { exposureOf } from './exposure-of.ts';
import { endOf, reachesAt, type InterfaceWays } from './interface-exposures.ts';
import type { Internet } from './internet.ts';
import type { OpenPorts } from './open-ports.ts';

/** An interface with everything that leads to it. */
export interface JudgedInterface {
  readonly eni: NetworkInterface;
  readonly told: InterfaceWays;
}

/** The exposure of an instance: an instance is reached if any of its interfaces is. */
export function instanceExposure(
  internet: Internet,
  open: OpenPorts,
  { id, arn, name, tags }: Pick<Instance, 'id' | 'arn' | 'name' | 'tags'>,
  interfaces: readonly JudgedInterface[],
): Exposure {
  const each = interfaces.map(({ eni, told }) => reachesAt(internet, eni.vpcId, told, endOf(eni)));
  const idle = interfaces.map(({ told }) => told.idle).find((stopped) => stopped?.block === 'not-running');
  return exposureOf({
    kind: 'instance',
    id,
    arn,
    name,
    tags,
    reaches: each.flatMap(({ reaches }) => reaches),
    possible: each.flatMap(({ possible }) => possible),
    unread: each.flatMap(({ unread }) => unread),
    stops: interfaces.flatMap(({ told }) => told.stops),
    openRules: interfaces.flatMap(({ eni }) => open.of(eni.securityGroupIds)),
    ...(idle && { idle }),
  });
}
