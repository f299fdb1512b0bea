/** Versions of TLS and of what came before it, from the oldest. */
export const tlsVersions = ['SSLv3', '1.0', '1.1', '1.2', '1.3'] as const;

/** One of {@link tlsVersions}. */
export type TlsVersion = (typeof tlsVersions)[number];

/** How a listener of a load balancer takes in its clients. */
export interface ListenerTls {
  /** ARN; of a classic load balancer, that of the load balancer with the port. */
  readonly id: string;
  readonly port: number;
  /** `HTTP`, `HTTPS`, `TLS`, `SSL` … */
  readonly protocol: string;
  readonly loadBalancer: {
    readonly name: string;
    readonly isClassic: boolean;
    readonly internetFacing: boolean;
  };
  /** Name of the security policy, where there is one. */
  readonly policy?: string;
  /** Oldest version that it speaks; undefined where the policy is not known, or not read. */
  readonly oldest: TlsVersion | undefined;
  /** Of HTTP: whether each request is sent on to HTTPS, or answered by the load balancer itself; undefined where its rules were not read. */
  readonly redirects: boolean | undefined;
  /** Of HTTP: rules that hand requests on as they are; the default action is `default`. */
  readonly plainRules: readonly string[];
  /** Of a classic load balancer: policies of the listener that are not about TLS. */
  readonly otherPolicies: readonly string[];
}

/** The listeners of a region, as far as they were read. */
export interface ListenersTls {
  readonly listeners: readonly ListenerTls[];
  /** Load balancers of which the listeners were not read, by ARN, or `classic` for all of the first generation. */
  readonly unread: readonly { readonly loadBalancer: string; readonly operation: string }[];
}
