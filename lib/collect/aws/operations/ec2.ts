import {
  DescribeAddressesCommand,
  DescribeFlowLogsCommand,
  DescribeInstancesCommand,
  DescribeInternetGatewaysCommand,
  DescribeManagedPrefixListsCommand,
  DescribeNetworkAclsCommand,
  DescribeNetworkInterfacesCommand,
  DescribeRouteTablesCommand,
  DescribeSecurityGroupRulesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeVpcBlockPublicAccessExclusionsCommand,
  DescribeVpcBlockPublicAccessOptionsCommand,
  DescribeVpcsCommand,
  GetManagedPrefixListEntriesCommand,
  type DescribeRouteTablesResult,
  type DescribeSecurityGroupsResult,
  type DescribeVpcBlockPublicAccessOptionsResult,
} from '@aws-sdk/client-ec2';
import { nextToken } from '../next-token.ts';
import { defineOperation } from '../operation.ts';

const region = { per: 'region', budget: 'ec2' } as const;

/**
 * The first call to a region. Whatever has a path to it has a network interface, so a region without any is empty. An
 * account can hide interfaces that services manage, unless the caller asks for them (EC2, "Managed resource visibility").
 */
export const describeNetworkInterfaces = defineOperation({
  ...region,
  id: 'ec2:DescribeNetworkInterfaces',
  call: ({ ec2 }, options, page) =>
    ec2.send(
      new DescribeNetworkInterfacesCommand({ MaxResults: 1000, IncludeManagedResources: true, NextToken: page }),
      options,
    ),
  next: nextToken,
});

/**
 * The network of a region. Every list is asked for in pages: unpaginated calls have a quarter of the request tokens
 * ("Request throttling for the Amazon EC2 API").
 */
export const ec2Operations = [
  defineOperation({
    ...region,
    id: 'ec2:DescribeSecurityGroups',
    call: ({ ec2 }, options, page) =>
      ec2.send(new DescribeSecurityGroupsCommand({ MaxResults: 1000, NextToken: page }), options),
    next: nextToken,
  }),
  defineOperation({
    ...region,
    id: 'ec2:DescribeSecurityGroupRules',
    call: ({ ec2 }, options, page) =>
      ec2.send(new DescribeSecurityGroupRulesCommand({ MaxResults: 1000, NextToken: page }), options),
    next: nextToken,
  }),
  defineOperation({
    ...region,
    id: 'ec2:DescribeSubnets',
    call: ({ ec2 }, options, page) =>
      ec2.send(new DescribeSubnetsCommand({ MaxResults: 1000, NextToken: page }), options),
    next: nextToken,
  }),
  defineOperation({
    ...region,
    id: 'ec2:DescribeVpcs',
    call: ({ ec2 }, options, page) => ec2.send(new DescribeVpcsCommand({ MaxResults: 1000, NextToken: page }), options),
    next: nextToken,
  }),
  defineOperation({
    ...region,
    id: 'ec2:DescribeRouteTables',
    call: ({ ec2 }, options, page) =>
      ec2.send(new DescribeRouteTablesCommand({ MaxResults: 100, NextToken: page }), options),
    next: nextToken,
  }),
  defineOperation({
    ...region,
    id: 'ec2:DescribeNetworkAcls',
    call: ({ ec2 }, options, page) =>
      ec2.send(new DescribeNetworkAclsCommand({ MaxResults: 1000, NextToken: page }), options),
    next: nextToken,
  }),
  defineOperation({
    ...region,
    id: 'ec2:DescribeInternetGateways',
    call: ({ ec2 }, options, page) =>
      ec2.send(new DescribeInternetGatewaysCommand({ MaxResults: 1000, NextToken: page }), options),
    next: nextToken,
  }),
  defineOperation({
    ...region,
    id: 'ec2:DescribeAddresses',
    call: ({ ec2 }, options) => ec2.send(new DescribeAddressesCommand({}), options),
  }),
  defineOperation({
    ...region,
    id: 'ec2:DescribeInstances',
    call: ({ ec2 }, options, page) =>
      ec2.send(
        new DescribeInstancesCommand({ MaxResults: 1000, IncludeManagedResources: true, NextToken: page }),
        options,
      ),
    next: nextToken,
  }),
  defineOperation({
    ...region,
    id: 'ec2:DescribeFlowLogs',
    call: ({ ec2 }, options, page) =>
      ec2.send(new DescribeFlowLogsCommand({ MaxResults: 1000, NextToken: page }), options),
    next: nextToken,
  }),
  defineOperation({
    ...region,
    id: 'ec2:DescribeManagedPrefixLists',
    call: ({ ec2 }, options, page) =>
      ec2.send(new DescribeManagedPrefixListsCommand({ MaxResults: 100, NextToken: page }), options),
    next: nextToken,
  }),
  defineOperation({
    ...region,
    id: 'ec2:GetManagedPrefixListEntries',
    each: {
      // Not of every list: each region has some ten lists of AWS's own that nobody uses.
      of: ['ec2:DescribeSecurityGroups', 'ec2:DescribeRouteTables'],
      inputs: (output: DescribeSecurityGroupsResult & DescribeRouteTablesResult) =>
        [...listsOfGroups(output), ...listsOfRoutes(output)].map((PrefixListId) => ({ PrefixListId })),
    },
    call: ({ ec2 }, options, page, { PrefixListId }) =>
      ec2.send(new GetManagedPrefixListEntriesCommand({ PrefixListId, MaxResults: 100, NextToken: page }), options),
    next: nextToken,
  }),
  defineOperation({
    ...region,
    id: 'ec2:DescribeVpcBlockPublicAccessOptions',
    call: ({ ec2 }, options) => ec2.send(new DescribeVpcBlockPublicAccessOptionsCommand({}), options),
  }),
  defineOperation({
    ...region,
    id: 'ec2:DescribeVpcBlockPublicAccessExclusions',
    onlyIf: {
      of: 'ec2:DescribeVpcBlockPublicAccessOptions',
      holds: ({ VpcBlockPublicAccessOptions }: DescribeVpcBlockPublicAccessOptionsResult) =>
        (VpcBlockPublicAccessOptions?.InternetGatewayBlockMode ?? 'off') !== 'off',
    },
    call: ({ ec2 }, options, page) =>
      ec2.send(new DescribeVpcBlockPublicAccessExclusionsCommand({ MaxResults: 1000, NextToken: page }), options),
    next: nextToken,
  }),
];

function listsOfGroups({ SecurityGroups = [] }: DescribeSecurityGroupsResult): readonly string[] {
  return SecurityGroups.flatMap(({ IpPermissions = [], IpPermissionsEgress = [] }) =>
    [...IpPermissions, ...IpPermissionsEgress].flatMap(({ PrefixListIds = [] }) =>
      PrefixListIds.flatMap(({ PrefixListId }) => PrefixListId ?? []),
    ),
  );
}

function listsOfRoutes({ RouteTables = [] }: DescribeRouteTablesResult): readonly string[] {
  return RouteTables.flatMap(({ Routes = [] }) =>
    Routes.flatMap(({ DestinationPrefixListId }) => DestinationPrefixListId ?? []),
  );
}
