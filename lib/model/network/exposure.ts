import type { Unread } from '../unread.ts';
import type { Hop } from './hop.ts';

/** The two families of addresses. */
export type Family = 'ipv4' | 'ipv6';

/**
 * What a connection from the internet to a resource comes to, the worst first. `exposed`: a path is proven, for anybody or
 * for some. `conditional`: only through an appliance whose rules nobody here can evaluate. `authenticated`: an endpoint
 * on the internet that always asks for credentials. `latent`: all is open, but nothing runs that could answer.
 * `rule-open`: a rule lets the internet in, and something else stops it. `unknown`: what would decide it was not read.
 */
export const exposureVerdicts = [
  'exposed',
  'unknown',
  'conditional',
  'authenticated',
  'latent',
  'rule-open',
  'closed',
] as const;

/** One of {@link exposureVerdicts}. */
export type ExposureVerdict = (typeof exposureVerdicts)[number];

/** What somebody on the internet can reach of a resource, and how. */
export interface Reach {
  readonly family: Family;
  /** `tcp`, `udp`, `icmp`, `icmpv6`, a protocol's number; `all` for every one of them, `other` for all that nobody named. */
  readonly protocol: string;
  /** Ports of the resource, both included; present for TCP and UDP. */
  readonly fromPort?: number;
  readonly toPort?: number;
  /** Of ICMP; -1 for any. */
  readonly icmpType?: number;
  /**
   * `any` is every public address of the family that is not the network's own (in Azure, where rules are subtracted from each
   * other: one in 256 of them at least); else CIDR blocks, and names of Azure's service tags.
   */
  readonly sources: 'any' | readonly string[];
  readonly strength: 'open' | 'conditional' | 'authenticated';
  /** From the internet to the resource. */
  readonly path: readonly Hop[];
  /** The load balancer, accelerator or distribution that it goes through. */
  readonly via?: string;
  /** The port that the client dials, where something goes between. */
  readonly listenerPort?: number;
  /** The ports that a client must send from to get an answer, where not every one does: a client can choose them. */
  readonly clientPorts?: string;
  /** Datagrams arrive, and no answer leaves. */
  readonly oneWay?: true;
  /** What a request must hold to be forwarded, e.g. `path /admin*`. */
  readonly requests?: string;
}

/** A rule that lets the whole internet in. */
export interface OpenRule {
  readonly family: Family;
  readonly protocol: string;
  readonly fromPort?: number;
  readonly toPort?: number;
  readonly icmpType?: number;
}

/** Kinds of things that can be exposed, as findings and facts name them. */
export type ExposedKind =
  | 'network-interface'
  | 'instance'
  | 'load-balancer'
  | 'classic-load-balancer'
  | 'db-instance'
  | 'db-cluster'
  | 'redshift-cluster'
  | 'msk-cluster'
  | 'eks-cluster'
  | 'opensearch-domain'
  | 'lambda-function'
  | 'rest-api'
  | 'http-api'
  | 'apprunner-service'
  | 'ebs-snapshot'
  | 'machine-image'
  | 's3-bucket'
  | 'virtual-machine'
  | 'scale-set'
  | 'azure-network-interface'
  | 'application-gateway'
  | 'bastion-host'
  | 'azure-firewall'
  | 'storage-account'
  | 'sql-server'
  | 'sql-managed-instance'
  | 'postgresql-server'
  | 'mysql-server'
  | 'web-app'
  | 'web-app-scm'
  | 'aks-cluster'
  | 'key-vault'
  | 'cosmos-account'
  | 'container-registry'
  | 'ai-service'
  | 'search-service'
  | 'service-bus'
  | 'event-hub'
  | 'redis-cache'
  | 'ml-workspace'
  | 'app-configuration'
  | 'container-app';

/** One resource, held against the internet. */
export interface Exposure {
  readonly kind: ExposedKind;
  /** As the service names it: `eni-…`, `i-…`, a load balancer's ARN, a database's identifier; in Azure, the name. */
  readonly id: string;
  /** ARN, or ARM id. */
  readonly arn: string;
  readonly name: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Of Azure, where a subscription has many: `japaneast`. */
  readonly location?: string;
  readonly verdict: ExposureVerdict;
  /** What is reached; of a `latent` resource, what would be; of an `unknown` one, what may be. */
  readonly reaches: readonly Reach[];
  /** What rules let the whole internet in on; undefined where there are no such rules to have. */
  readonly openRules?: readonly OpenRule[];
  /** The first control that stops the way which comes furthest, as {@link blocks} names them. */
  readonly blockedBy?: Block;
  /** The way up to the control that stops it. */
  readonly blockedPath?: readonly Hop[];
  /** What was not read and would decide. */
  readonly unread: readonly Unread[];
  /** The resource that it is part of, and that is judged in its place: the instance of an interface. */
  readonly partOf?: string;
  /** It stands in a network of this account and is another's, who sees it too: judged there. */
  readonly ofOther?: true;
}

/** Controls that stop a connection. */
export const blocks = [
  'account-bpa',
  'admin-rule',
  'blackhole',
  'bpa',
  'cross-zone',
  'deny-igw',
  'egress-only-igw',
  'igw-not-attached',
  'lb-internal',
  'lb-no-path',
  'lb-sg-egress',
  'nacl-inbound',
  'nacl-outbound',
  'nat-gateway',
  'no-igw-route',
  'no-ingress',
  'no-listener',
  'no-nsg-standard',
  'no-public-address',
  'not-attached',
  'not-in-use',
  'not-running',
  'nsg',
  'private-endpoint',
  'private-ipv6',
  'public-access-disabled',
  'resource-policy',
  'return-route',
  'service-rules',
  'sg',
  'snapshot-bpa',
  'target-nacl',
  'target-sg',
] as const;

/** One of {@link blocks}. */
export type Block = (typeof blocks)[number];
