import type { DescribeConfigurationRecordersResponse } from '@aws-sdk/client-config-service';
import type { ListIndexesOutput } from '@aws-sdk/client-resource-explorer-2';
import { defineOperation } from '../operation.ts';
import { saying } from '../saying.ts';

const region = { per: 'region', outsideNetworks: true, absent: ['ENOTFOUND'] } as const;

const indexes = 'resource-explorer-2:ListIndexes';
const recorders = 'config:DescribeConfigurationRecorders';

/**
 * What services that know resources of every kind say of a region. Nothing is switched on for it: where Resource Explorer
 * has no index and Config no recorder, they are not asked.
 */
export const discoveryOperations = [
  defineOperation({
    ...region,
    id: indexes,
    budget: 'resource-explorer',
    // Named is this region alone, or else every region would be told of all of them.
    async call({ resourceExplorer }, options, page) {
      const { ListIndexesCommand } = await import('../sdk/resource-explorer.ts');
      const client = await resourceExplorer;
      const Regions = [await client.config.region()];
      return client.send(new ListIndexesCommand({ Regions, MaxResults: 100, NextToken: page }), options);
    },
    next: (output) => output.NextToken,
  }),
  defineOperation<{ NextToken?: string }, ListIndexesOutput>({
    ...region,
    id: 'resource-explorer-2:ListResources',
    budget: 'resource-explorer',
    // A first Search makes indexes for whoever may make them; ListResources where one stands makes nothing ("Turning on Resource Explorer").
    onlyIf: { of: indexes, holds: ({ Indexes = [] }) => Indexes.length > 0 },
    async call({ resourceExplorer }, options, page) {
      const { ListResourcesCommand } = await import('../sdk/resource-explorer.ts');
      const client = await resourceExplorer;
      // An aggregator's index knows every region. A page of 1,000 would be the only one ("ListResources", Resource Explorer API Reference).
      const Filters = { FilterString: `region:${await client.config.region()}` };
      const command = new ListResourcesCommand({ Filters, MaxResults: 500, NextToken: page });
      return client
        .send(command, options)
        .catch(saying('UnauthorizedException', 'this region has no default view, or it may not be used'));
    },
    next: (output) => output.NextToken,
  }),
  defineOperation({
    ...region,
    id: recorders,
    budget: 'other',
    async call({ config }, options) {
      const { DescribeConfigurationRecordersCommand } = await import('../sdk/config.ts');
      return (await config).send(new DescribeConfigurationRecordersCommand({}), options);
    },
  }),
  defineOperation<{ nextToken?: string }, DescribeConfigurationRecordersResponse>({
    ...region,
    id: 'config:GetDiscoveredResourceCounts',
    budget: 'other',
    // Without a recorder the answer is empty, which would say that there is nothing.
    onlyIf: { of: recorders, holds: ({ ConfigurationRecorders = [] }) => ConfigurationRecorders.length > 0 },
    async call({ config }, options, page) {
      const { GetDiscoveredResourceCountsCommand } = await import('../sdk/config.ts');
      return (await config).send(new GetDiscoveredResourceCountsCommand({ limit: 100, nextToken: page }), options);
    },
    next: (output) => output.nextToken,
  }),
  defineOperation({
    ...region,
    id: 'tagging:GetResources',
    budget: 'other',
    async call({ tagging }, options, page) {
      const { GetResourcesCommand } = await import('../sdk/tagging.ts');
      return (await tagging).send(new GetResourcesCommand({ ResourcesPerPage: 100, PaginationToken: page }), options);
    },
    // The last page has an empty token.
    next: (output) => output.PaginationToken || undefined,
  }),
];
