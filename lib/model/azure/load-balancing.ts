import type { PortRange } from '../network/allowed-ports.ts';

/** A frontend: public where it has a public address or prefix. */
export interface AzureFrontend {
  readonly id: string;
  readonly name: string;
  readonly publicAddressId?: string;
  readonly isPublic: boolean;
  /** Of an internal one: where it stands. */
  readonly privateAddress?: string;
  readonly subnetId?: string;
}

/** Addresses that a backend pool names itself, instead of interfaces. */
export interface PoolAddress {
  readonly address: string;
  readonly virtualNetworkId?: string;
}

/** What a load balancer forwards: a rule, an inbound NAT rule or pool. */
export interface ForwardingRule {
  readonly id: string;
  readonly name: string;
  readonly kind: 'load-balancing' | 'nat-rule' | 'nat-pool';
  readonly frontendId: string;
  /** `tcp`, `udp`; `*` for all. */
  readonly protocol: string;
  readonly frontendPorts: PortRange;
  readonly backendPorts: PortRange;
  readonly backendPoolIds: readonly string[];
  /** Of a NAT rule to one machine. */
  readonly backendConfigurationId?: string;
  /** The backend sees the address of the frontend (floating IP). */
  readonly isFloating: boolean;
}

/** A load balancer. */
export interface AzureLoadBalancer {
  readonly id: string;
  readonly name: string;
  readonly location: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly sku: 'basic' | 'standard' | 'gateway' | 'unknown';
  readonly frontends: readonly AzureFrontend[];
  readonly poolAddresses: ReadonlyMap<string, readonly PoolAddress[]>;
  readonly rules: readonly ForwardingRule[];
}

/** A listener of an application gateway. */
export interface GatewayListener {
  readonly name: string;
  readonly frontendId: string;
  readonly port: number;
  /** `http`, `https`, `tcp`, `tls`, in lower case. */
  readonly protocol: string;
}

/** An application gateway. */
export interface ApplicationGateway {
  readonly id: string;
  readonly name: string;
  readonly location: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly isV1: boolean;
  readonly runs: boolean;
  readonly subnetId?: string;
  readonly frontends: readonly AzureFrontend[];
  readonly listeners: readonly GatewayListener[];
}
