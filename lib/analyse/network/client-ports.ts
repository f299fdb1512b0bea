import { intersect, type AddressSet } from './address-set.ts';
import { lastPort, type FlowSet } from './flow-set.ts';

/**
 * The ports that clients must send from to be answered, as text: `1-1023,40000-40010`. Undefined where somebody is answered
 * on every port that clients send from by themselves, 1024 to 65535. `answered`: what leaves to the clients' ports.
 */
export function clientPortsText(answered: FlowSet): string | undefined {
  if (answered.length === 0 || alwaysAnswered(answered).length > 0) return undefined;
  return answered.map(({ fromPort, toPort }) => `${fromPort}-${toPort}`).join(',');
}

/** The clients that are answered on every port from 1024. */
function alwaysAnswered(answered: FlowSet): AddressSet {
  const above = answered.filter(({ toPort }) => toPort >= 1024);
  const isWhole = above.every(({ fromPort }, at) => fromPort <= (at === 0 ? 1024 : above[at - 1]!.toPort + 1));
  if (!isWhole || above.at(-1)?.toPort !== lastPort) return [];
  return above.map(({ sources }) => sources).reduce(intersect);
}
