/** What the scan needs of the client: loaded on demand, and bundled without the rest. */
export {
  ECSClient,
  DescribeTaskDefinitionCommand,
  DescribeTasksCommand,
  ListClustersCommand,
  ListTasksCommand,
} from '@aws-sdk/client-ecs';
