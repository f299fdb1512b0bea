/** What the scan needs of the client: loaded on demand, and bundled without the rest. */
export { CostExplorerClient, GetCostAndUsageCommand } from '@aws-sdk/client-cost-explorer';
