/** What the scan needs of the client: loaded on demand, and bundled without the rest. */
export { DescribeKeyCommand, KMSClient, ListKeysCommand } from '@aws-sdk/client-kms';
