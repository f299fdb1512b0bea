import type { PortRange } from './allowed-ports.ts';
import type { Reach } from './exposure.ts';
import { portRangeText } from './port-range.ts';

/** Ports as people write them: `tcp/22`, `udp/0-65535`, `icmp 8`, `all`. */
export function portsText({ protocol, icmpType }: Pick<Reach, 'protocol' | 'icmpType'>, range?: PortRange): string {
  if (icmpType !== undefined) return icmpType === -1 ? protocol : `${protocol} ${icmpType}`;
  if (!range || (protocol !== 'tcp' && protocol !== 'udp')) return protocol;
  return `${protocol}/${portRangeText(range)}`;
}
