import type { PortRange } from '../network/allowed-ports.ts';
import type { Unread } from '../unread.ts';

/** A rule that translates what comes to a firewall's public address to a private one. */
export interface DnatRule {
  /** Of the collection or group that holds it. */
  readonly id: string;
  readonly name: string;
  readonly protocols: readonly ('tcp' | 'udp')[];
  /** CIDR blocks, or `*`. */
  readonly sources: readonly string[];
  /** Ids of IP groups, whose addresses are not read. */
  readonly sourceGroups: readonly string[];
  /** Public addresses of the firewall. */
  readonly destinations: readonly string[];
  readonly ports: readonly PortRange[];
  /** Absent where it translates to a name that only DNS knows. */
  readonly translatedAddress?: string;
  readonly translatedPort: number;
}

/** An Azure Firewall. */
export interface AzureFirewall {
  readonly id: string;
  readonly name: string;
  readonly location: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly subnetId?: string;
  readonly privateAddress?: string;
  readonly publicAddressIds: readonly string[];
  readonly policyId?: string;
  /** Its own and its policy's, inherited ones among them. */
  readonly dnat: readonly DnatRule[];
  /** Why some of its rules may be missing. */
  readonly unread?: Unread;
}

/** The firewalls of a subscription. */
export interface AzureFirewalls {
  readonly firewalls: readonly AzureFirewall[];
}
