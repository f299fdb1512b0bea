import type { Counterpart, VpnTunnel } from '../aws/external-connection.ts';
import type { Unread } from '../unread.ts';

/** The kinds of connection that lead from a network of a subscription to something else, or from there into it. */
export const azureConnectionKinds = [
  'vnet-peering',
  'vnet-gateway-connection',
  'point-to-site-vpn',
  'expressroute-circuit',
  'private-endpoint',
  'private-link-connection',
  'private-link-service',
] as const;

/** One of {@link azureConnectionKinds}. */
export type AzureConnectionKind = (typeof azureConnectionKinds)[number];

/** A connection between a network of the subscription and something else. Those that are gone or refused are none. */
export interface AzureConnection {
  readonly kind: AzureConnectionKind;
  /** ARM id. */
  readonly id: string;
  readonly name: string;
  readonly location: string;
  readonly tags: Readonly<Record<string, string>>;
  /** In the words of Azure. */
  readonly state: string;
  /** Somebody asked for it, and nobody has accepted it yet. */
  readonly isPending: boolean;
  /** Who is at the other end: `account` stands for a subscription. */
  readonly counterpart: Counterpart;
  /** What it leads to: CIDR blocks, and ids of networks, gateways and services. */
  readonly reach: readonly string[];
  /** How the other end proves who it is. */
  readonly authentication?: readonly string[];
  /**
   * Of a VPN: what its policy lets be negotiated, in the words of the standard; an empty list inside is Azure's default.
   * Absent where nothing is encrypted by a policy.
   */
  readonly tunnels?: readonly VpnTunnel[];
  /** Of a VPN: its gateway is of the SKU Basic, which keeps to Azure's default. */
  readonly onBasicGateway?: true;
  /** Of a private link service: those at the other end need nobody's approval. */
  readonly isApprovedByItself?: boolean;
  /** The operation that told of it. */
  readonly operation: string;
}

/** The external connections of a subscription. */
export interface AzureConnections {
  readonly connections: readonly AzureConnection[];
  /** Kinds of which nothing is known, or not everything. */
  readonly unread: readonly { readonly kind: AzureConnectionKind; readonly unread: Unread }[];
}
