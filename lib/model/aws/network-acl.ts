/** One entry of a network ACL. */
export interface AclEntry {
  /** Entries are tried in the order of their numbers, and the first that matches decides. */
  readonly number: number;
  readonly egress: boolean;
  readonly allows: boolean;
  /** As in a security group's rule: `tcp`, `udp`, `icmp`, `icmpv6`, a number, `all`. */
  readonly protocol: string;
  readonly cidr: string;
  /** Both included; present for TCP and UDP. Of ICMP: type and code, -1 for any. */
  readonly fromPort?: number;
  readonly toPort?: number;
}

/** A network ACL. */
export interface NetworkAcl {
  readonly id: string;
  readonly arn: string;
  readonly vpcId: string;
  readonly owner: string;
  readonly isDefault: boolean;
  readonly subnetIds: readonly string[];
  readonly entries: readonly AclEntry[];
  readonly tags: Readonly<Record<string, string>>;
}
