import type { DemoSecurityGroup } from './security-group.ts';

/** A subnet; a public one routes to the VPC's internet gateway. */
export interface DemoSubnet {
  readonly name: string;
  readonly cidr: string;
  /** `a`, `c` … behind the region's name. */
  readonly zone: string;
  readonly public?: boolean;
}

/** An instance with one network interface. */
export interface DemoInstance {
  readonly name: string;
  readonly subnet: string;
  readonly groups: readonly string[];
  readonly publicIp?: string;
  readonly stopped?: boolean;
  /** The role that it carries, by an instance profile of the same name. */
  readonly role?: string;
  /** Whether Systems Manager manages it. */
  readonly managed?: boolean;
}

/** A load balancer with one listener and one target group: an application load balancer, or for TCP a network one. */
export interface DemoLoadBalancer {
  readonly name: string;
  readonly subnets: readonly string[];
  /** None for a network load balancer that lets everybody in. */
  readonly groups: readonly string[];
  readonly internal?: boolean;
  readonly protocol: 'HTTP' | 'HTTPS' | 'TCP';
  /** Of HTTPS: its security policy, if not a recent one. */
  readonly policy?: string;
  readonly port: number;
  readonly targetPort: number;
  /** Names of instances, or of databases, which are targets by their addresses. */
  readonly targets: readonly string[];
}

/** A database instance. */
export interface DemoDatabase {
  readonly name: string;
  readonly engine: 'postgres' | 'mysql';
  readonly port: number;
  readonly subnet: string;
  readonly groups: readonly string[];
  readonly public?: boolean;
}

/** A VPC with everything in it, as a person describes one. References are by name within the VPC. */
export interface DemoVpc {
  readonly name: string;
  readonly cidr: string;
  readonly isDefault?: boolean;
  /** Flow logs of the whole VPC, of each subnet, of one subnet only, or none. */
  readonly flowLogs?: 'vpc' | 'subnets' | 'one-subnet' | 'failing';
  readonly subnets: readonly DemoSubnet[];
  /** Name of a network ACL that no subnet uses. */
  readonly unusedAcl?: string;
  readonly groups: readonly DemoSecurityGroup[];
  readonly instances?: readonly DemoInstance[];
  readonly loadBalancers?: readonly DemoLoadBalancer[];
  readonly databases?: readonly DemoDatabase[];
}
