/** What the scan needs of the client: loaded on demand, and bundled without the rest. */
export { DescribeClusterCommand, EKSClient, ListClustersCommand } from '@aws-sdk/client-eks';
