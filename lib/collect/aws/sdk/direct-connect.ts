/** What the scan needs of the client: loaded on demand, and bundled without the rest. */
export { DirectConnectClient, DescribeVirtualInterfacesCommand } from '@aws-sdk/client-direct-connect';
