/** What the scan needs of the client: loaded on demand, and bundled without the rest. */
export {
  DescribeBackupsCommand,
  DescribeFileCachesCommand,
  DescribeFileSystemsCommand,
  FSxClient,
} from '@aws-sdk/client-fsx';
