import { parseCidr } from '../../model/network/cidr.ts';
import type { Family } from '../../model/network/exposure.ts';
import { addressSet, type AddressSet } from './address-set.ts';
import { flows, type FlowSet } from './flow-set.ts';

/** What a rule of a security group or an entry of a network ACL says of protocol and ports. */
export interface Matched {
  readonly protocol: string;
  readonly fromPort?: number;
  readonly toPort?: number;
}

/** Every protocol that no rule names. */
export const otherProtocols = 'other';

/** All addresses of a family. */
export const everyAddress: Readonly<Record<Family, AddressSet>> = {
  ipv4: [parseCidr('0.0.0.0/0')],
  ipv6: [parseCidr('::/0')],
};

/** Whether a rule is about a protocol. */
export function isAbout(rule: Matched, protocol: string): boolean {
  return rule.protocol === 'all' || rule.protocol === protocol;
}

/** Flows of these sources to the ports that a rule names, of a protocol that it is about. */
export function matchedFlows(rule: Matched, sources: AddressSet): FlowSet {
  const { protocol, fromPort = -1, toPort = -1 } = rule;
  if (protocol === 'tcp' || protocol === 'udp') return flows(sources, Math.max(0, fromPort), toPort);
  const isIcmp = protocol === 'icmp' || protocol === 'icmpv6';
  if (!isIcmp || fromPort === -1) return flows(sources);
  const type = fromPort * 256;
  return toPort === -1 ? flows(sources, type, type + 255) : flows(sources, type + toPort, type + toPort);
}

/** The addresses of blocks, as far as they are of a family. */
export function addressesOf(cidrs: readonly string[], family: Family): AddressSet {
  return addressSet(cidrs.filter((cidr) => cidr.includes(':') === (family === 'ipv6')).map(parseCidr));
}
