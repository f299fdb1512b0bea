/** A network interface, what it belongs to, and how it can be addressed. */
export interface NetworkInterface {
  readonly id: string;
  readonly arn: string;
  /** Account that owns it; one in a shared subnet is listed to the subnet's owner too. */
  readonly owner: string;
  readonly vpcId: string;
  readonly subnetId: string;
  readonly description: string;
  /** `interface`, `nat_gateway`, `network_load_balancer` …: an open list, spelled in either of two ways. */
  readonly type: string;
  /** `available` when it is attached to nothing. */
  readonly status: string;
  /** The service that made it and keeps it, e.g. `amazon-elb`; absent for one that anybody could have made. */
  readonly requester?: string;
  readonly securityGroupIds: readonly string[];
  readonly instanceId?: string;
  /** Place among the instance's interfaces; 0 is the primary one. */
  readonly deviceIndex?: number;
  readonly privateIpv4: readonly string[];
  /** Public addresses that are translated to it. An address is public because it is associated, not by its range. */
  readonly publicIpv4: readonly string[];
  /** Ids of the Elastic IP allocations behind these (`eipalloc-…`). */
  readonly allocationIds: readonly string[];
  readonly ipv6: readonly string[];
  /** Blocks of both families that are delegated to it as a whole. */
  readonly prefixes: readonly string[];
  /** Internet gateways drop what comes for it ("DenyAllIgwTraffic"). */
  readonly deniesInternet: boolean;
  readonly tags: Readonly<Record<string, string>>;
}
