/** What the scan needs of the client: loaded on demand, and bundled without the rest. */
export { DescribeFileSystemPolicyCommand, DescribeFileSystemsCommand, EFSClient } from '@aws-sdk/client-efs';
