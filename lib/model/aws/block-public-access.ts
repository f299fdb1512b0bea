/** How a region blocks traffic through internet gateways ("Block public access to VPCs and subnets"). */
export interface BlockPublicAccess {
  /** `off`, `block-ingress` or `block-bidirectional`. */
  readonly mode: string;
  readonly exclusions: readonly BlockPublicAccessExclusion[];
  /** False where exclusions may exist and were not read. */
  readonly exclusionsRead: boolean;
}

/** A VPC or subnet that is exempt from it. */
export interface BlockPublicAccessExclusion {
  readonly id: string;
  /** `vpc-…` or `subnet-…` */
  readonly resourceId: string;
  /** `allow-bidirectional`, or `allow-egress`, which lets nothing in. */
  readonly mode: string;
  /** Deleted ones are still listed. */
  readonly isActive: boolean;
}
