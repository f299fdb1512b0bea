import type { Family } from '../network/exposure.ts';
import type { AzureRule } from './network-security-group.ts';

/** One IP configuration of an interface, of a machine or of an instance of a scale set. */
export interface IpConfiguration {
  readonly id: string;
  readonly name: string;
  readonly family: Family;
  /** Private; absent where none is given yet, and in the model of a scale set. */
  readonly address?: string;
  readonly subnetId?: string;
  readonly publicAddressId?: string;
  /** Of a scale set: each instance gets a public address of its own, and whether that is of the SKU Standard. */
  readonly ownPublicAddress?: { readonly isStandard: boolean };
  /** Ids of backend pools of load balancers. */
  readonly backendPoolIds: readonly string[];
  /** Ids of inbound NAT rules and pools. */
  readonly natRuleIds: readonly string[];
  readonly applicationSecurityGroupIds: readonly string[];
}

/** A network interface. */
export interface AzureInterface {
  readonly id: string;
  readonly name: string;
  readonly location: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly configurations: readonly IpConfiguration[];
  readonly networkSecurityGroupId?: string;
  readonly machineId?: string;
  /** Of a private endpoint or private link service: Azure's own, and reached from within alone. */
  readonly privateEndpointId?: string;
  readonly forwards: boolean;
}

/** A public address. */
export interface AzurePublicAddress {
  readonly id: string;
  readonly name: string;
  readonly location: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly family: Family;
  readonly address?: string;
  /** Basic lets everything in where no rule says otherwise; a SKU that is not said is Basic. */
  readonly sku: 'basic' | 'standard' | 'unknown';
  /** What it is attached to, as the address says. */
  readonly attachedTo?: string;
}

/** A subnet of a virtual network. */
export interface AzureSubnet {
  readonly id: string;
  readonly name: string;
  readonly prefixes: readonly string[];
  readonly networkSecurityGroupId?: string;
  readonly routeTableId?: string;
  readonly natGatewayId?: string;
  /** `Microsoft.Web/serverFarms` … */
  readonly delegations: readonly string[];
  /** How many IP configurations are in it. */
  readonly used: number;
}

/** A peering of two virtual networks. */
export interface AzurePeering {
  readonly id: string;
  readonly name: string;
  readonly remoteNetworkId: string;
  readonly remotePrefixes: readonly string[];
  /** `Connected`, `Initiated`, `Disconnected` */
  readonly state: string;
  readonly allowsForwarded: boolean;
  readonly usesRemoteGateways: boolean;
}

/** A virtual network. */
export interface VirtualNetwork {
  readonly id: string;
  readonly name: string;
  readonly location: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly prefixes: readonly string[];
  readonly subnets: readonly AzureSubnet[];
  readonly peerings: readonly AzurePeering[];
}

/** One route of a table. */
export interface AzureRoute {
  readonly name: string;
  /** A CIDR block, or the name of a service tag. */
  readonly destination: string;
  /** `internet`, `virtualappliance`, `virtualnetworkgateway`, `vnetlocal`, `none`, in lower case. */
  readonly nextHop: string;
  readonly nextHopAddress?: string;
}

/** A route table. */
export interface AzureRouteTable {
  readonly id: string;
  readonly name: string;
  readonly routes: readonly AzureRoute[];
}

/** The security admin rules of network managers that hold in a virtual network, in the order of their priorities. */
export interface SecurityAdminRules {
  readonly virtualNetworkId: string;
  readonly rules: readonly AzureRule[];
}

/** A bastion host: its public address answers on 443 for people who sign in. */
export interface BastionHost {
  readonly id: string;
  readonly name: string;
  readonly location: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly subnetId?: string;
  readonly publicAddressIds: readonly string[];
}
