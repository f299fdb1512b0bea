/** A VPC and how its traffic is logged. */
export interface Vpc {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
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
  readonly deliveryError?: string;
}

/** A subnet, as far as placing flow logs needs it. */
export interface Subnet {
  readonly id: string;
  readonly vpcId: string;
}
