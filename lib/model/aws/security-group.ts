/** From where a rule lets traffic in. */
export type RuleSource =
  | { readonly kind: 'cidr'; readonly family: 'ipv4' | 'ipv6'; readonly cidr: string }
  /** `name` and `cidrs` are the list's, where `ec2:DescribeManagedPrefixLists` and `ec2:GetManagedPrefixListEntries` were read. */
  | { readonly kind: 'prefix-list'; readonly id: string; readonly name?: string; readonly cidrs?: readonly string[] }
  | { readonly kind: 'security-group'; readonly id: string };

/**
 * One permission to one source. `protocol` is `tcp`, `udp`, `icmp`, `icmpv6`, a protocol number, or `all`.
 * Ports are inclusive and present for TCP and UDP only. For ICMP they are type and code (-1 for any), and for other
 * protocols, which have none, they are absent.
 */
export interface SecurityGroupRule {
  readonly protocol: string;
  readonly fromPort?: number;
  readonly toPort?: number;
  readonly source: RuleSource;
  readonly description?: string;
  /** `sgr-…`, where `ec2:DescribeSecurityGroupRules` was read. */
  readonly ruleId?: string;
}

/** A VPC security group. */
export interface SecurityGroup {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  /** Account that owns the group; another's group is listed too where its VPC is shared. */
  readonly owner: string;
  readonly vpcId: string;
  readonly ingress: readonly SecurityGroupRule[];
  readonly egress: readonly SecurityGroupRule[];
}
