/** What the scan needs of the client: loaded on demand, and bundled without the rest. */
export { CloudWatchLogsClient, DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
