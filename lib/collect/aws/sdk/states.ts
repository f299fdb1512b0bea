/** What the scan needs of the client: loaded on demand, and bundled without the rest. */
export { SFNClient, DescribeStateMachineCommand, ListStateMachinesCommand } from '@aws-sdk/client-sfn';
