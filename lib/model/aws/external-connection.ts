/** The kinds of connection that lead from a network of the account to something else. */
export const connectionKinds = [
  'vpc-peering',
  'transit-gateway-attachment',
  'vpn-connection',
  'client-vpn-endpoint',
  'vpc-endpoint',
  'endpoint-service',
  'endpoint-connection',
  'instance-connect-endpoint',
  'direct-connect-interface',
  'shared-subnet',
] as const;

/** One of {@link connectionKinds}. */
export type ConnectionKind = (typeof connectionKinds)[number];

/** Who or what is at the other end. */
export type Counterpart =
  /** Twelve digits, or the alias of an owner who has no number. */
  | { readonly kind: 'account'; readonly id: string }
  /** A site outside the cloud; its public address, where one is known. */
  | { readonly kind: 'premises'; readonly address?: string }
  /** People who sign in; `everybody` when whoever signs in gets through, whatever group they are in. */
  | { readonly kind: 'users'; readonly everybody: boolean }
  /** Any account of AWS. */
  | { readonly kind: 'anyone' }
  /** Nobody knows: this operation was not read. */
  | { readonly kind: 'unread'; readonly operation: string };

/**
 * What one tunnel of a VPN connection negotiates, in AWS's words (`ikev2`, `AES256`, `SHA2-256`, 14). An empty list is
 * AWS's default: everything that it supports.
 */
export interface VpnTunnel {
  /** AWS's end of the tunnel, which names it in the API. */
  readonly outsideAddress: string;
  readonly ikeVersions: readonly string[];
  readonly phase1: VpnPhase;
  readonly phase2: VpnPhase;
}

/** The algorithms of one phase of IKE. */
export interface VpnPhase {
  readonly encryption: readonly string[];
  readonly integrity: readonly string[];
  readonly dhGroups: readonly number[];
}

/** A connection between a network of the account and something else. Those that are gone or refused are none. */
export interface ExternalConnection {
  readonly kind: ConnectionKind;
  /** `pcx-…`, `vpn-…` and so on. */
  readonly id: string;
  readonly arn: string;
  /** Its `Name` tag, else its id. */
  readonly name: string;
  readonly tags: Readonly<Record<string, string>>;
  /** In the words of the service. */
  readonly state: string;
  /** Somebody asked for it, and nobody has accepted it yet. */
  readonly isPending: boolean;
  readonly counterpart: Counterpart;
  /** What it leads to: CIDR blocks, and ids of networks and gateways. */
  readonly reach: readonly string[];
  /** How the other end proves who it is, where the connection asks for it. */
  readonly authentication?: readonly string[];
  /** Of a VPN connection. */
  readonly tunnels?: readonly VpnTunnel[];
  /** Of a peering: the other end asked for it. */
  readonly isIncoming?: boolean;
  /** Of an attachment: what is attached to the transit gateway, in AWS's words. */
  readonly resourceType?: string;
  /** Of a connection to an endpoint service, and of the service itself: `vpce-svc-…`. */
  readonly serviceId?: string;
  /** Of an endpoint service: somebody has to accept each connection. */
  readonly acceptanceRequired?: boolean;
  /** Of an endpoint service: the principal that it admits, as its permissions name it. */
  readonly principal?: string;
  /** Of a Client VPN endpoint: the CIDR blocks that everybody who signs in reaches. */
  readonly openTo?: readonly string[];
  /** The operation that told of it. */
  readonly operation: string;
}

/** The external connections of a region. */
export interface ExternalConnections {
  readonly connections: readonly ExternalConnection[];
  /** Kinds of which nothing is known, each with the operation that was not read, or whose answer nobody understands. */
  readonly unread: readonly { readonly kind: ConnectionKind; readonly operation: string }[];
}
