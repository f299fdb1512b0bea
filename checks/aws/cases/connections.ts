import type { CaseSnapshot } from '../../../lib/model/check-case.ts';
import { account, inRegion } from './units.ts';

/** An account of the same organization as that of the cases. */
export const member = '444455556666';

/** An account that nobody knows. */
export const stranger = '999988887777';

/** The organization of the cases: their account and {@link member}. */
export const organization: Readonly<Record<string, unknown>> = {
  'organizations:DescribeOrganization': { Organization: { Id: 'o-abc1234567', MasterAccountId: account } },
  'organizations:ListAccounts': { Accounts: [{ Id: account }, { Id: member }] },
};

/** A region from which nothing leads anywhere, but for what `answers` say. */
export function connected(answers: Readonly<Record<string, unknown>>): CaseSnapshot {
  return inRegion({
    'ec2:DescribeSubnets': { Subnets: [] },
    'ec2:DescribeNetworkInterfaces': { NetworkInterfaces: [] },
    'ec2:DescribeVpcPeeringConnections': { VpcPeeringConnections: [] },
    'ec2:DescribeTransitGatewayAttachments': { TransitGatewayAttachments: [] },
    'ec2:DescribeVpnConnections': { VpnConnections: [] },
    'ec2:DescribeCustomerGateways': { CustomerGateways: [] },
    'ec2:DescribeClientVpnEndpoints': { ClientVpnEndpoints: [] },
    'ec2:DescribeClientVpnAuthorizationRules': [],
    'ec2:DescribeVpcEndpoints': { VpcEndpoints: [] },
    'ec2:DescribeVpcEndpointServices': [],
    'ec2:DescribeVpcEndpointServiceConfigurations': { ServiceConfigurations: [] },
    'ec2:DescribeVpcEndpointServicePermissions': [],
    'ec2:DescribeVpcEndpointConnections': { VpcEndpointConnections: [] },
    'ec2:DescribeInstanceConnectEndpoints': { InstanceConnectEndpoints: [] },
    'directconnect:DescribeVirtualInterfaces': { virtualInterfaces: [] },
    ...answers,
  });
}

/** A peering that `requester` asked `accepter` for. */
export function peering(id: string, requester: string, accepter: string, Code = 'active'): object {
  return {
    VpcPeeringConnectionId: id,
    RequesterVpcInfo: { OwnerId: requester, VpcId: 'vpc-a', CidrBlock: '10.0.0.0/16' },
    AccepterVpcInfo: { OwnerId: accepter, VpcId: 'vpc-b', CidrBlock: '10.1.0.0/16' },
    Status: { Code },
  };
}
