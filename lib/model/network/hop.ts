/** What a connection passes on its way. */
export const hopKinds = [
  'internet',
  'accelerator',
  'distribution',
  'internet-gateway',
  'block-public-access',
  'route',
  'appliance',
  'network-acl',
  'load-balancer',
  'listener',
  'security-group',
  'network-interface',
  'policy',
  'public-address',
  'firewall',
  'application-gateway',
  'security-admin-rule',
  'network-security-group',
  'endpoint',
  'resource',
] as const;

/** One of {@link hopKinds}. */
export type HopKind = (typeof hopKinds)[number];

/** One control or thing on the way of a connection, in the order in which it is passed. Names are strangers': escape them. */
export interface Hop {
  readonly kind: HopKind;
  /** The object: `igw-…`, `rtb-…`, `acl-…`, `sg-…`, `eni-…`, an ARN, an ARM id. */
  readonly id: string;
  /** Its name, where it has one that differs from the id. */
  readonly name?: string;
  /** What of the object lets the connection pass, or stops it: a route's destination, an ACL's rule, a group's rule. */
  readonly rule?: string;
  /** The id of that rule, where it has one of its own: `sgr-…`. */
  readonly ruleId?: string;
  /** The operation whose answer shows it. */
  readonly operation?: string;
  /** Present on the hop that stops the connection: what stands behind it is not reached. */
  readonly stops?: true;
}
