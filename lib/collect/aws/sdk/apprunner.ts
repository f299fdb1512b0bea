/** What the scan needs of the client: loaded on demand, and bundled without the rest. */
export { AppRunnerClient, DescribeServiceCommand, ListServicesCommand } from '@aws-sdk/client-apprunner';
