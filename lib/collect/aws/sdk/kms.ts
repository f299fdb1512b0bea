/** What the scan needs of the client: loaded on demand, and bundled without the rest. */
export { DescribeKeyCommand, GetKeyPolicyCommand, KMSClient, ListKeysCommand } from '@aws-sdk/client-kms';
