/** A database, a warehouse or a cluster of brokers that stands in a VPC. */
export interface Database {
  readonly kind: 'db-instance' | 'db-cluster' | 'redshift-cluster' | 'msk-cluster';
  /** As the service names it. */
  readonly id: string;
  readonly arn: string;
  readonly engine: string;
  readonly publiclyAccessible: boolean;
  /** Whether it runs: one that was stopped answers nobody. */
  readonly running: boolean;
  /** Ports that clients dial; empty where the service does not say. */
  readonly ports: readonly number[];
  /** Ports that clients inside the network dial, where these are others. */
  readonly insidePorts?: readonly number[];
  /** Of a cluster of instances, and of an instance of one: the cluster. */
  readonly clusterId?: string;
  readonly securityGroupIds: readonly string[];
  /** Subnets in which it may stand. */
  readonly subnetIds: readonly string[];
  /** The zone in which it stands now, where the service says. */
  readonly zone?: string;
  /** Public addresses of its nodes, where the service says. */
  readonly publicIpv4: readonly string[];
  /** Reached through a gateway of the service that signs everybody in by IAM ("InternetAccessGatewayEnabled"). */
  readonly iamGateway?: true;
  readonly tags: Readonly<Record<string, string>>;
}

/** The databases of a region. */
export interface Databases {
  readonly databases: readonly Database[];
  /** Kinds of which nothing is known, each with the operation that was not read, or whose answer nobody understands. */
  readonly unread: readonly { readonly kind: Database['kind']; readonly operation: string }[];
}
