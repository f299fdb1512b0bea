/** What the scan needs of the client: loaded on demand, and bundled without the rest. */
export { DescribeRepositoriesCommand, ECRPUBLICClient } from '@aws-sdk/client-ecr-public';
