import type { ConnectionRelation } from '../aws/connection-relation.ts';
import type { ConnectionKind, VpnTunnel } from '../aws/external-connection.ts';
import type { AzureConnectionKind } from '../azure/connection.ts';

/** One line of facts/connections.ndjson: what leads out of the networks, and to whom. */
export interface ConnectionFact {
  readonly provider: 'aws' | 'azure';
  /** AWS account, or Azure subscription. */
  readonly account: string;
  readonly region: string;
  readonly kind: ConnectionKind | AzureConnectionKind;
  /** ARN, or ARM id. */
  readonly id: string;
  readonly name: string;
  /** Who answers for it, where a tag says so. */
  readonly owner?: string;
  /** An account's number, a subscription's id, the public address of premises, `users`, `anyone`; absent where it is not known. */
  readonly counterpart?: string;
  readonly relation: ConnectionRelation;
  /** In the words of the service. */
  readonly state: string;
  /** What it leads to: CIDR blocks, and ids of networks and gateways. */
  readonly reach: readonly string[];
  /** How the other end proves who it is, in the words of the service; absent where nothing says it. */
  readonly authentication?: readonly string[];
  /** Of a VPN connection: what each of its tunnels negotiates; an empty list is the provider's default. */
  readonly encryption?: readonly VpnTunnel[];
}
