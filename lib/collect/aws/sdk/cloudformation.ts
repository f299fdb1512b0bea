/** What the scan needs of the client: loaded on demand, and bundled without the rest. */
export { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
