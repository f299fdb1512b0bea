/** What the scan needs of the client: loaded on demand, and bundled without the rest. */
export { SSMClient, DescribeInstanceInformationCommand } from '@aws-sdk/client-ssm';
