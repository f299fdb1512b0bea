/** What the scan needs of the client: loaded on demand, and bundled without the rest. */
export {
  ConfigServiceClient,
  DescribeConfigurationRecordersCommand,
  GetDiscoveredResourceCountsCommand,
} from '@aws-sdk/client-config-service';
