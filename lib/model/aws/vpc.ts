/** A VPC and how its traffic is logged. */
export interface Vpc {
  readonly id: string;
  readonly arn: string;
  /** Its `Name` tag, else its id. */
  readonly name: string;
  /** Account that owns the VPC; a shared VPC is listed in the participants' accounts too. */
  readonly owner: string;
  readonly isDefault: boolean;
  /** CIDR blocks of both families that are associated with it. */
  readonly cidrs: readonly string[];
  /** Those of IPv6 whose addresses the internet does not know ("Ipv6AddressAttribute": `private`). */
  readonly privateIpv6: readonly string[];
}

/** A flow log of a VPC, a subnet or a network interface. */
export interface FlowLog {
  readonly id: string;
  /** `vpc-…`, `subnet-…` or `eni-…` */
  readonly resourceId: string;
  readonly active: boolean;
  /** `ACCEPT`, `REJECT` or `ALL` */
  readonly trafficType: string;
  /** Why records do not arrive, where delivery fails. */
  readonly deliveryError?: string;
}

/** A subnet. */
export interface Subnet {
  readonly id: string;
  readonly vpcId: string;
  /** Account that owns it; others see it because it is shared with them. */
  readonly owner: string;
  readonly zone: string;
  /** CIDR blocks of both families. */
  readonly cidrs: readonly string[];
  /** The mode in which VPC Block Public Access applies to it, as its owner set it; absent where EC2 does not say. */
  readonly blockMode?: string;
}
