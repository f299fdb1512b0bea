import type { ListVpcOriginsResult } from '@aws-sdk/client-cloudfront';
import { defineOperation } from '../operation.ts';

const account = { per: 'account', budget: 'workload', absent: ['ENOTFOUND'] } as const;

/** Distributions, and the origins that they reach inside VPCs. Custom headers of origins are often secrets. */
export const cloudfrontOperations = [
  defineOperation({
    ...account,
    id: 'cloudfront:ListDistributions',
    async call({ cloudfront }, options, page) {
      const { ListDistributionsCommand } = await import('../sdk/cloudfront.ts');
      return (await cloudfront).send(new ListDistributionsCommand({ MaxItems: 100, Marker: page }), options);
    },
    next: ({ DistributionList }) => DistributionList?.NextMarker,
    secrets: ['CustomHeaders'],
  }),
  defineOperation({
    ...account,
    id: 'cloudfront:ListVpcOrigins',
    async call({ cloudfront }, options, page) {
      const { ListVpcOriginsCommand } = await import('../sdk/cloudfront.ts');
      return (await cloudfront).send(new ListVpcOriginsCommand({ MaxItems: 100, Marker: page }), options);
    },
    next: ({ VpcOriginList }) => VpcOriginList?.NextMarker,
  }),
  defineOperation({
    ...account,
    id: 'cloudfront:GetVpcOrigin',
    each: {
      of: ['cloudfront:ListVpcOrigins'],
      inputs: ({ VpcOriginList }: ListVpcOriginsResult) =>
        (VpcOriginList?.Items ?? []).flatMap(({ Id }) => (Id ? [{ Id }] : [])),
    },
    async call({ cloudfront }, options, _page, { Id }) {
      const { GetVpcOriginCommand } = await import('../sdk/cloudfront.ts');
      return (await cloudfront).send(new GetVpcOriginCommand({ Id }), options);
    },
  }),
];
