/** A VPC and how its traffic is logged. */
export interface Vpc {
  readonly id: string;
  readonly arn: string;
  /** Its `Name` tag, else its id. */
  readonly name: string;
  /** Account that owns the VPC; a shared VPC is listed in the participants' accounts too. */
  readonly owner: string;
  readonly isDefault: boolean;
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

/** A subnet, as far as placing flow logs needs it. */
export interface Subnet {
  readonly id: string;
  readonly vpcId: string;
}
