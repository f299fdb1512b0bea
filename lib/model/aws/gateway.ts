/** The kinds of gateway that lead out of a network. */
export const gatewayKinds = [
  'internet-gateway',
  'nat-gateway',
  'vpn-gateway',
  'customer-gateway',
  'transit-gateway',
  'vpn-connection',
] as const;

/** One of {@link gatewayKinds}. */
export type GatewayKind = (typeof gatewayKinds)[number];

/** A device of a network that somebody has to answer for. Those that are gone are none. */
export interface Gateway {
  readonly kind: GatewayKind;
  readonly id: string;
  readonly arn: string;
  /** Its `Name` tag, else its id. */
  readonly name: string;
  /** Account that owns it. */
  readonly owner: string;
  readonly tags: Readonly<Record<string, string>>;
  /** The operation that told of it. */
  readonly operation: string;
}

/** The gateways of a region. */
export interface Gateways {
  readonly gateways: readonly Gateway[];
  /** Kinds of which nothing is known, each with the operation that was not read. */
  readonly unread: readonly { readonly kind: GatewayKind; readonly operation: string }[];
}
