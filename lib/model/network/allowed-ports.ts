import { dayOf } from '../days.ts';
import type { AllowedPort, PortSelector } from '../standard.ts';
import { covers, parseCidr } from './cidr.ts';
import type { Reach } from './exposure.ts';

/** The thing that a port is reached at. */
export interface PortPlace {
  readonly account: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Ids of the root and the organizational units above the account; undefined when nobody could tell. */
  readonly organizationalUnits: readonly string[] | undefined;
}

/** A range of ports, both included. */
export interface PortRange {
  readonly fromPort: number;
  readonly toPort: number;
}

/** The allowed ports that hold on a day for a place, whoever comes and however. */
export function allowedAt(allowed: readonly AllowedPort[], place: PortPlace, asOf: Date): readonly AllowedPort[] {
  const day = dayOf(asOf);
  return allowed.filter(({ until, resources }) => (!until || day <= until) && (!resources || fits(resources, place)));
}

/** An organizational unit that nobody could read is not the one that is asked for. */
function fits({ tags = {}, accounts, organizationalUnits }: PortSelector, place: PortPlace): boolean {
  const tagged = Object.entries(tags).every(([key, value]) => {
    const own = Object.hasOwn(place.tags, key) ? place.tags[key] : undefined;
    return own !== undefined && (value === '*' || value === own);
  });
  const isIn = organizationalUnits?.some((unit) => place.organizationalUnits?.includes(unit)) ?? true;
  return tagged && isIn && (accounts?.includes(place.account) ?? true);
}

/**
 * What of a reach nobody allowed: ranges of ports for TCP and UDP, everything or nothing for the rest. Where something
 * stands between, the port that the client dials may be allowed as well as the resource's own.
 */
export function unallowed(
  reach: Reach,
  allowed: readonly AllowedPort[],
): readonly PortRange[] | 'everything' | 'nothing' {
  const { protocol, listenerPort, fromPort = 0, toPort = 65_535, via } = reach;
  if (protocol === 'icmp' || protocol === 'icmpv6') return 'nothing';
  if (protocol !== 'tcp' && protocol !== 'udp') return 'everything';
  const fitting = allowed.filter(
    (port) =>
      port.protocol === protocol && (!port.loadBalancerOnly || isBalanced(reach)) && comesFrom(reach, port.sources),
  );
  const isDialled = fitting.some(
    (port) => listenerPort !== undefined && port.fromPort <= listenerPort && listenerPort <= port.toPort,
  );
  if (via !== undefined && isDialled) return 'nothing';
  const left = without({ fromPort, toPort }, fitting);
  return left.length > 0 ? left : 'nothing';
}

/** Whether a load balancer stands before the resource, or is it. */
function isBalanced({ path }: Reach): boolean {
  return path.some(({ kind }) => kind === 'load-balancer' || kind === 'application-gateway');
}

function comesFrom({ sources, family }: Reach, allowed: readonly string[] | undefined): boolean {
  if (!allowed) return true;
  if (sources === 'any') return false;
  // A service tag is no block of addresses, and nobody allows one.
  if (sources.some((each) => !each.includes('/'))) return false;
  const own = allowed.filter((cidr) => cidr.includes(':') === (family === 'ipv6'));
  return covers(own.map(parseCidr), sources.map(parseCidr));
}

/** What of a range no other range takes. */
export function without(range: PortRange, taken: readonly PortRange[]): readonly PortRange[] {
  let next = range.fromPort;
  const left: PortRange[] = [];
  for (const { fromPort, toPort } of taken.toSorted((a, b) => a.fromPort - b.fromPort)) {
    if (toPort < next || fromPort > range.toPort) continue;
    if (fromPort > next) left.push({ fromPort: next, toPort: fromPort - 1 });
    next = toPort + 1;
  }
  return next <= range.toPort ? [...left, { fromPort: next, toPort: range.toPort }] : left;
}
