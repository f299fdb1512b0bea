import type { PortRange } from '../network/allowed-ports.ts';

/** A rule that decides, in a network security group or from a network manager. Words are in lower case. */
export interface AzureRule {
  readonly id: string;
  readonly name: string;
  /** Lower numbers come first. */
  readonly priority: number;
  /** `alwaysAllow` of security admin rules alone; `unknown` for a word that is newer than this version. */
  readonly access: 'allow' | 'alwaysAllow' | 'deny' | 'unknown';
  /** `tcp`, `udp`, `icmp`, `esp`, `ah`; `*` for all. */
  readonly protocol: string;
  /** CIDR blocks, `*`, and names of service tags, in lower case. */
  readonly sources: readonly string[];
  /** Ids of application security groups. */
  readonly sourceGroups: readonly string[];
  readonly destinations: readonly string[];
  readonly destinationGroups: readonly string[];
  readonly destinationPorts: readonly PortRange[];
  /** Present where only some source ports match: a client chooses its own, so an Allow is an Allow, and a Deny is none. */
  readonly sourcePorts?: readonly PortRange[];
}

/** A network security group. */
export interface NetworkSecurityGroup {
  readonly id: string;
  readonly name: string;
  readonly location: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Rules about what comes in, its own and the default ones, in the order of their priorities. */
  readonly inbound: readonly AzureRule[];
  /** Ids of what it is attached to, as the group says. */
  readonly subnetIds: readonly string[];
  readonly interfaceIds: readonly string[];
}
