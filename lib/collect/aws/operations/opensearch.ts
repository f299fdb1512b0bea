import type { ListDomainNamesResponse } from '@aws-sdk/client-opensearch';
import { inBatches } from '../in-batches.ts';
import { defineOperation } from '../operation.ts';

const region = { per: 'region', budget: 'workload', absent: ['ENOTFOUND'] } as const;

/** Domains of Amazon OpenSearch Service, five to a call ("DescribeDomains", Amazon OpenSearch Service API Reference). */
export const opensearchOperations = [
  defineOperation({
    ...region,
    id: 'es:ListDomainNames',
    outsideNetworks: true,
    async call({ opensearch }, options) {
      const { ListDomainNamesCommand } = await import('../sdk/opensearch.ts');
      return (await opensearch).send(new ListDomainNamesCommand({}), options);
    },
  }),
  defineOperation({
    ...region,
    id: 'es:DescribeDomains',
    each: {
      of: ['es:ListDomainNames'],
      inputs: ({ DomainNames = [] }: ListDomainNamesResponse) =>
        inBatches(
          DomainNames.flatMap(({ DomainName }) => DomainName ?? []),
          5,
        ).map((names) => ({ DomainNames: names })),
    },
    async call({ opensearch }, options, _page, { DomainNames }: { DomainNames: readonly string[] }) {
      const { DescribeDomainsCommand } = await import('../sdk/opensearch.ts');
      return (await opensearch).send(new DescribeDomainsCommand({ DomainNames: [...DomainNames] }), options);
    },
  }),
];
