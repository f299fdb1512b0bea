import {
  DescribeClientVpnAuthorizationRulesCommand,
  DescribeClientVpnEndpointsCommand,
  DescribeCustomerGatewaysCommand,
  DescribeInstanceConnectEndpointsCommand,
  DescribeNatGatewaysCommand,
  DescribeTransitGatewayAttachmentsCommand,
  DescribeTransitGatewaysCommand,
  DescribeVpcEndpointConnectionsCommand,
  DescribeVpcEndpointServiceConfigurationsCommand,
  DescribeVpcEndpointServicePermissionsCommand,
  DescribeVpcEndpointServicesCommand,
  DescribeVpcEndpointsCommand,
  DescribeVpcPeeringConnectionsCommand,
  DescribeVpnConnectionsCommand,
  DescribeVpnGatewaysCommand,
  type DescribeClientVpnEndpointsResult,
  type DescribeVpcEndpointServiceConfigurationsResult,
  type DescribeVpcEndpointsResult,
} from '@aws-sdk/client-ec2';
import { nextToken } from '../next-token.ts';
import { defineOperation } from '../operation.ts';

const region = { per: 'region', budget: 'ec2' } as const;

/** What leads from the networks of a region to others: to other accounts, to premises, to people. */
export const connectionOperations = [
  defineOperation({
    ...region,
    id: 'ec2:DescribeVpcPeeringConnections',
    call: ({ ec2 }, options, page) =>
      ec2.send(new DescribeVpcPeeringConnectionsCommand({ MaxResults: 1000, NextToken: page }), options),
    next: nextToken,
  }),
  defineOperation({
    ...region,
    id: 'ec2:DescribeTransitGateways',
    call: ({ ec2 }, options, page) =>
      ec2.send(new DescribeTransitGatewaysCommand({ MaxResults: 1000, NextToken: page }), options),
    next: nextToken,
  }),
  defineOperation({
    ...region,
    id: 'ec2:DescribeTransitGatewayAttachments',
    call: ({ ec2 }, options, page) =>
      ec2.send(new DescribeTransitGatewayAttachmentsCommand({ MaxResults: 1000, NextToken: page }), options),
    next: nextToken,
  }),
  defineOperation({
    ...region,
    id: 'ec2:DescribeVpnConnections',
    call: ({ ec2 }, options) => ec2.send(new DescribeVpnConnectionsCommand({}), options),
    // The device's configuration holds the keys of both tunnels.
    secrets: ['CustomerGatewayConfiguration', 'PreSharedKey'],
  }),
  defineOperation({
    ...region,
    id: 'ec2:DescribeVpnGateways',
    call: ({ ec2 }, options) => ec2.send(new DescribeVpnGatewaysCommand({}), options),
  }),
  defineOperation({
    ...region,
    id: 'ec2:DescribeCustomerGateways',
    call: ({ ec2 }, options) => ec2.send(new DescribeCustomerGatewaysCommand({}), options),
  }),
  defineOperation({
    ...region,
    id: 'ec2:DescribeNatGateways',
    call: ({ ec2 }, options, page) =>
      ec2.send(new DescribeNatGatewaysCommand({ MaxResults: 1000, NextToken: page }), options),
    next: nextToken,
  }),
  defineOperation({
    ...region,
    id: 'ec2:DescribeClientVpnEndpoints',
    call: ({ ec2 }, options, page) =>
      ec2.send(new DescribeClientVpnEndpointsCommand({ MaxResults: 1000, NextToken: page }), options),
    next: nextToken,
  }),
  defineOperation({
    ...region,
    id: 'ec2:DescribeClientVpnAuthorizationRules',
    each: {
      of: ['ec2:DescribeClientVpnEndpoints'],
      inputs: ({ ClientVpnEndpoints = [] }: DescribeClientVpnEndpointsResult) =>
        ClientVpnEndpoints.flatMap(({ ClientVpnEndpointId }) => (ClientVpnEndpointId ? [{ ClientVpnEndpointId }] : [])),
    },
    call: ({ ec2 }, options, page, { ClientVpnEndpointId }) =>
      ec2.send(
        new DescribeClientVpnAuthorizationRulesCommand({ ClientVpnEndpointId, MaxResults: 1000, NextToken: page }),
        options,
      ),
    next: nextToken,
  }),
  defineOperation({
    ...region,
    id: 'ec2:DescribeInstanceConnectEndpoints',
    call: ({ ec2 }, options, page) =>
      ec2.send(new DescribeInstanceConnectEndpointsCommand({ MaxResults: 50, NextToken: page }), options),
    next: nextToken,
  }),
];

/** PrivateLink in both directions: endpoints that lead out, and services that let others in. */
export const privateLinkOperations = [
  defineOperation({
    ...region,
    id: 'ec2:DescribeVpcEndpoints',
    call: ({ ec2 }, options, page) =>
      ec2.send(new DescribeVpcEndpointsCommand({ MaxResults: 1000, NextToken: page }), options),
    next: nextToken,
  }),
  defineOperation({
    ...region,
    id: 'ec2:DescribeVpcEndpointServices',
    each: {
      of: ['ec2:DescribeVpcEndpoints'],
      // Whose service it is has to be asked of those that are not AWS's own, which have names of their own.
      inputs: ({ VpcEndpoints = [] }: DescribeVpcEndpointsResult) =>
        VpcEndpoints.flatMap(({ ServiceName }) =>
          ServiceName?.includes('.vpce-svc-') ? [{ ServiceNames: [ServiceName] }] : [],
        ),
    },
    call: ({ ec2 }, options, page, { ServiceNames }: { readonly ServiceNames: readonly string[] }) =>
      ec2.send(
        new DescribeVpcEndpointServicesCommand({
          ServiceNames: [...ServiceNames],
          MaxResults: 1000,
          NextToken: page,
        }),
        options,
      ),
    next: nextToken,
  }),
  defineOperation({
    ...region,
    id: 'ec2:DescribeVpcEndpointServiceConfigurations',
    call: ({ ec2 }, options, page) =>
      ec2.send(new DescribeVpcEndpointServiceConfigurationsCommand({ MaxResults: 1000, NextToken: page }), options),
    next: nextToken,
  }),
  defineOperation({
    ...region,
    id: 'ec2:DescribeVpcEndpointServicePermissions',
    each: {
      of: ['ec2:DescribeVpcEndpointServiceConfigurations'],
      inputs: ({ ServiceConfigurations = [] }: DescribeVpcEndpointServiceConfigurationsResult) =>
        ServiceConfigurations.flatMap(({ ServiceId }) => (ServiceId ? [{ ServiceId }] : [])),
    },
    call: ({ ec2 }, options, page, { ServiceId }) =>
      ec2.send(
        new DescribeVpcEndpointServicePermissionsCommand({ ServiceId, MaxResults: 1000, NextToken: page }),
        options,
      ),
    next: nextToken,
  }),
  defineOperation({
    ...region,
    id: 'ec2:DescribeVpcEndpointConnections',
    call: ({ ec2 }, options, page) =>
      ec2.send(new DescribeVpcEndpointConnectionsCommand({ MaxResults: 1000, NextToken: page }), options),
    next: nextToken,
  }),
];
