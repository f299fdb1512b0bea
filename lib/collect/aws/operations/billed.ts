import type { GetCostAndUsageResponse } from '@aws-sdk/client-cost-explorer';
import { defineOperation } from '../operation.ts';
import { saying } from '../saying.ts';

/** Full days that are asked for. */
const days = 90;

/**
 * What the account was billed in the last full days, by service and region: each request costs 0.01 USD, so it is called
 * only where somebody asked for it. Days and not months, because a month does not say when a use began or ended. The
 * reference of GroupBy leaves REGION out; it is one of the dimensions ("GetDimensionValues", AWS Billing and Cost Management
 * API Reference). Credits and refunds are left out: what they pay for was used all the same.
 */
export const getCostAndUsage = defineOperation({
  id: 'ce:GetCostAndUsage',
  per: 'account',
  budget: 'other',
  async call({ costExplorer }, options, page, _input, account, now) {
    const { GetCostAndUsageCommand } = await import('../sdk/cost-explorer.ts');
    const command = new GetCostAndUsageCommand({
      TimePeriod: { Start: dayBefore(now, days), End: dayBefore(now, 0) },
      Granularity: 'DAILY',
      Metrics: ['UnblendedCost', 'UsageQuantity'],
      GroupBy: [
        { Type: 'DIMENSION', Key: 'SERVICE' },
        { Type: 'DIMENSION', Key: 'REGION' },
      ],
      Filter: {
        And: [
          { Dimensions: { Key: 'LINKED_ACCOUNT', Values: [account] } },
          { Not: { Dimensions: { Key: 'RECORD_TYPE', Values: ['Credit', 'Refund'] } } },
        ],
      },
      NextPageToken: page,
    });
    const { ResultsByTime, NextPageToken }: GetCostAndUsageResponse = await (
      await costExplorer
    )
      .send(command, options)
      .catch(notEnabled);
    // The definitions of groups say again what was asked, page by page.
    return { ResultsByTime, NextPageToken };
  },
  next: (output) => output.NextPageToken,
});

/** The code says that a permission is missing; the sentence says that nobody has opened Cost Explorer, or to members. */
const notEnabled = saying('AccessDeniedException', 'Cost Explorer is not enabled for this account', {
  ifSaid: /not enabled/i,
  as: 'CostExplorerNotEnabled',
});

function dayBefore(now: Date, before: number): string {
  return new Date(now.getTime() - before * 86_400_000).toISOString().slice(0, 10);
}
