/** A network interface and what it belongs to. */
export interface NetworkInterface {
  readonly id: string;
  readonly vpcId: string;
  readonly subnetId: string;
  readonly description: string;
  readonly securityGroupIds: readonly string[];
  readonly instanceId?: string;
}
