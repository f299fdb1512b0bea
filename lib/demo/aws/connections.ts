import type {
  CustomerGateway,
  TransitGatewayAttachment,
  TunnelOption,
  VpcPeeringConnection,
  VpnConnection,
} from '@aws-sdk/client-ec2';
import { identifier } from '../identifier.ts';
import type { PlacedVpc } from './placed-vpc.ts';

/** What leads out of a region, as a person describes it. VPCs of the region are named. */
export interface DemoConnections {
  readonly peerings?: readonly {
    readonly name: string;
    readonly vpc: string;
    readonly account: string;
    readonly cidr: string;
  }[];
  /** VPCs that are attached to another account's transit gateway. */
  readonly attachments?: readonly { readonly name: string; readonly vpc: string; readonly gatewayOwner: string }[];
  readonly vpns?: readonly {
    readonly name: string;
    /** The public address of the site's device. */
    readonly site: string;
    readonly cidr: string;
    /** What both tunnels negotiate; without it AWS's defaults. */
    readonly tunnel?: Pick<TunnelOption, 'IkeVersions' | 'Phase1EncryptionAlgorithms' | 'Phase1DHGroupNumbers'>;
    readonly owner?: string;
  }[];
  /** Firewalls of AWS Network Firewall, with the kinds of logs that they write. */
  readonly firewalls?: readonly { readonly name: string; readonly logs: readonly string[] }[];
}

interface Place {
  readonly account: string;
  readonly region: string;
}

/** What the region answers when it is asked what leads out of it. */
export function connectionResponses(
  place: Place,
  { peerings = [], attachments = [], vpns = [], firewalls = [] }: DemoConnections,
  placed: readonly PlacedVpc[],
): Record<string, unknown> {
  return {
    'ec2:DescribeVpcPeeringConnections': {
      VpcPeeringConnections: peerings.map((each) => peeringOf(place, each, vpcNamed(placed, each.vpc))),
    },
    'ec2:DescribeTransitGateways': { TransitGateways: [] },
    'ec2:DescribeTransitGatewayAttachments': {
      TransitGatewayAttachments: attachments.map((each) => attachmentOf(place, each, vpcNamed(placed, each.vpc))),
    },
    'ec2:DescribeVpnConnections': { VpnConnections: vpns.map((each) => vpnOf(place, each)) },
    'ec2:DescribeVpnGateways': { VpnGateways: [] },
    'ec2:DescribeCustomerGateways': { CustomerGateways: vpns.map((each) => siteOf(place, each)) },
    'ec2:DescribeNatGateways': { NatGateways: [] },
    ...firewallResponses(place, firewalls),
    ...nothing,
  };
}

/** What no region of the demo has. */
const nothing = {
  'ec2:DescribeClientVpnEndpoints': { ClientVpnEndpoints: [] },
  'ec2:DescribeClientVpnAuthorizationRules': [],
  'ec2:DescribeInstanceConnectEndpoints': { InstanceConnectEndpoints: [] },
  'ec2:DescribeVpcEndpoints': { VpcEndpoints: [] },
  'ec2:DescribeVpcEndpointServices': [],
  'ec2:DescribeVpcEndpointServiceConfigurations': { ServiceConfigurations: [] },
  'ec2:DescribeVpcEndpointServicePermissions': [],
  'ec2:DescribeVpcEndpointConnections': { VpcEndpointConnections: [] },
  'directconnect:DescribeVirtualInterfaces': { virtualInterfaces: [] },
};

function firewallResponses(
  { account, region }: Place,
  firewalls: NonNullable<DemoConnections['firewalls']>,
): Record<string, unknown> {
  const arnOf = (name: string): string => `arn:aws:network-firewall:${region}:${account}:firewall/${name}`;
  return {
    'network-firewall:ListFirewalls': {
      Firewalls: firewalls.map(({ name }) => ({ FirewallName: name, FirewallArn: arnOf(name) })),
    },
    'network-firewall:DescribeLoggingConfiguration': firewalls.map(({ name, logs }) => ({
      input: { FirewallArn: arnOf(name) },
      output: {
        FirewallArn: arnOf(name),
        LoggingConfiguration: {
          LogDestinationConfigs: logs.map((LogType) => ({
            LogType,
            LogDestinationType: 'CloudWatchLogs',
            LogDestination: { logGroup: `/firewall/${name}` },
          })),
        },
      },
    })),
  };
}

const nameTag = (Value: string): { Key: string; Value: string }[] => [{ Key: 'Name', Value }];

function tagsOf(name: string, owner: string | undefined): { Key: string; Value: string }[] {
  return [...nameTag(name), ...(owner === undefined ? [] : [{ Key: 'Owner', Value: owner }])];
}

function idOf(prefix: string, { account, region }: Place, name: string): string {
  return identifier(prefix, `${account} ${region} ${name}`);
}

function vpcNamed(placed: readonly PlacedVpc[], name: string): PlacedVpc {
  const found = placed.find(({ vpc }) => vpc === name);
  if (!found) throw new Error(`the demo region has no VPC ${name}`);
  return found;
}

type Described<Kind extends keyof DemoConnections> = NonNullable<DemoConnections[Kind]>[number];

function peeringOf(place: Place, { name, account, cidr }: Described<'peerings'>, vpc: PlacedVpc): VpcPeeringConnection {
  return {
    VpcPeeringConnectionId: idOf('pcx', place, name),
    RequesterVpcInfo: {
      OwnerId: place.account,
      VpcId: vpc.vpcId,
      Region: place.region,
      CidrBlock: vpc.described.cidr,
      CidrBlockSet: [{ CidrBlock: vpc.described.cidr }],
    },
    AccepterVpcInfo: {
      OwnerId: account,
      VpcId: idOf('vpc', place, `${name} peer`),
      Region: place.region,
      CidrBlock: cidr,
      CidrBlockSet: [{ CidrBlock: cidr }],
    },
    Status: { Code: 'active', Message: 'Active' },
    Tags: nameTag(name),
  };
}

function attachmentOf(
  place: Place,
  { name, gatewayOwner }: Described<'attachments'>,
  vpc: PlacedVpc,
): TransitGatewayAttachment {
  return {
    TransitGatewayAttachmentId: idOf('tgw-attach', place, name),
    TransitGatewayId: idOf('tgw', { ...place, account: gatewayOwner }, 'core'),
    TransitGatewayOwnerId: gatewayOwner,
    ResourceOwnerId: place.account,
    ResourceType: 'vpc',
    ResourceId: vpc.vpcId,
    State: 'available',
    Tags: nameTag(name),
  };
}

function siteOf(place: Place, { name, site, owner }: Described<'vpns'>): CustomerGateway {
  return {
    CustomerGatewayId: idOf('cgw', place, name),
    IpAddress: site,
    BgpAsn: '65000',
    State: 'available',
    Type: 'ipsec.1',
    Tags: tagsOf(name, owner),
  };
}

function vpnOf(place: Place, { name, cidr, tunnel = {}, owner }: Described<'vpns'>): VpnConnection {
  const outside = ['203.0.113.201', '203.0.113.202'];
  return {
    VpnConnectionId: idOf('vpn', place, name),
    CustomerGatewayId: idOf('cgw', place, name),
    VpnGatewayId: idOf('vgw', place, name),
    State: 'available',
    Type: 'ipsec.1',
    Category: 'VPN',
    Options: {
      StaticRoutesOnly: true,
      TunnelOptions: outside.map((OutsideIpAddress) => ({ OutsideIpAddress, ...tunnel })),
    },
    Routes: [{ DestinationCidrBlock: cidr, State: 'available' }],
    Tags: tagsOf(name, owner),
  };
}
