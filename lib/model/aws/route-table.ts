/** Kinds of things that a route leads to. */
export type RouteTargetKind =
  | 'local'
  | 'internet-gateway'
  | 'egress-only-internet-gateway'
  | 'nat-gateway'
  | 'vpn-gateway'
  | 'transit-gateway'
  | 'peering'
  | 'network-interface'
  | 'endpoint'
  | 'other';

/** One route. */
export interface Route {
  /** A CIDR block, or the id of a prefix list. */
  readonly destination: string;
  /** The blocks that it stands for; absent for a prefix list whose entries were not read. */
  readonly cidrs?: readonly string[];
  readonly target: { readonly kind: RouteTargetKind; readonly id: string };
  /** `active`; a `blackhole` leads to something that is gone and drops what it matches. */
  readonly state: string;
  /** Learned from a virtual private gateway or a route server: a static route to the same block goes first. */
  readonly propagated: boolean;
}

/** A route table and what it is associated with. */
export interface RouteTable {
  readonly id: string;
  readonly vpcId: string;
  /** Whether it serves the VPC's subnets that have no table of their own. */
  readonly isMain: boolean;
  readonly subnetIds: readonly string[];
  /** Gateways whose incoming traffic it routes. */
  readonly gatewayIds: readonly string[];
  /** Pools of brought addresses that are routed in through it ("Ingress routing with BYOIP"). */
  readonly publicIpv4Pools: readonly string[];
  readonly routes: readonly Route[];
}
