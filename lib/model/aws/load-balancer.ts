/** What a listener does with a request. */
export interface ListenerForward {
  /** ARN of the target group. */
  readonly targetGroupArn: string;
  /** Somebody who forwards asks for a sign-in first (Cognito, OIDC, a token). */
  readonly authenticates: boolean;
  /** CIDR blocks that a client must come from, where a rule's condition says so. */
  readonly sources?: readonly string[];
  /** CIDR blocks whose clients a rule that comes before takes, whatever they ask for. */
  readonly exceptSources?: readonly string[];
  /** The other conditions of the rule, in words of the API: `path-pattern /admin*`. */
  readonly requests?: string;
}

/** A listener of a load balancer of either generation. */
export interface Listener {
  /** ARN; of a classic load balancer, its port. */
  readonly id: string;
  readonly port: number;
  /** `HTTP`, `HTTPS`, `TCP`, `TLS`, `UDP`, `TCP_UDP` … */
  readonly protocol: string;
  readonly forwards: readonly ListenerForward[];
  /** Whether the rules beside the default action were read, where there can be some. */
  readonly rulesRead: boolean;
}

/** A load balancer of either generation. */
export interface LoadBalancer {
  /** ARN; of a classic one, its name. */
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  /** `other` is a type that is newer than this code: nobody here knows what it lets through. */
  readonly type: 'application' | 'network' | 'gateway' | 'classic' | 'other';
  readonly internetFacing: boolean;
  /** Families that its clients come in. */
  readonly families: readonly ('ipv4' | 'ipv6')[];
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
  /** Empty for a network load balancer that was made without one: it lets everybody in. */
  readonly securityGroupIds: readonly string[];
  /** Whether a node may use targets in other zones; undefined where it was not read. */
  readonly crossZone?: boolean | undefined;
  /** Undefined where they were not read. */
  readonly listeners: readonly Listener[] | undefined;
}

/** A target of a group. */
export interface Target {
  /** An instance's id, an IP address, a function's ARN, a load balancer's ARN. */
  readonly id: string;
  /** The group's, unless the target has its own. */
  readonly port: number;
}

/** A target group; of a classic load balancer, one for each port of its instances. */
export interface TargetGroup {
  readonly arn: string;
  readonly name: string;
  /** `instance`, `ip`, `lambda` or `alb`. */
  readonly type: string;
  readonly protocol: string;
  /** Family of the addresses at which its targets are called. */
  readonly family: 'ipv4' | 'ipv6';
  readonly vpcId: string;
  /** ARNs of the load balancers that forward to it, by whatever rule. */
  readonly loadBalancerArns: readonly string[];
  /** Undefined where they were not read. */
  readonly targets: readonly Target[] | undefined;
  /** Whether targets see the client's address; undefined where it was not read. */
  readonly preservesClient: boolean | undefined;
  /** Overrules the load balancer's; undefined where the group leaves it to that. */
  readonly crossZone?: boolean | undefined;
}

/** The load balancers of a region. */
export interface LoadBalancers {
  readonly loadBalancers: readonly LoadBalancer[];
  readonly targetGroups: readonly TargetGroup[];
}
