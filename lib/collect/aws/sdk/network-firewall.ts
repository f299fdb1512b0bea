/** What the scan needs of the client: loaded on demand, and bundled without the rest. */
export {
  NetworkFirewallClient,
  DescribeLoggingConfigurationCommand,
  ListFirewallsCommand,
} from '@aws-sdk/client-network-firewall';
