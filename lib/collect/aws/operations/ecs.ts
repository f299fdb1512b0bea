import type { DescribeTasksResponse, ListClustersResponse, ListTasksResponse } from '@aws-sdk/client-ecs';
import { inBatches } from '../in-batches.ts';
import { defineOperation } from '../operation.ts';

const region = { per: 'region', budget: 'workload' } as const;
const next = (output: { nextToken?: string | undefined }): string | undefined => output.nextToken;

/** Members that hold, or may hold, what a container is told at its start. */
const containerSecrets = [
  'environment',
  'environmentFiles',
  'secrets',
  'command',
  'entryPoint',
  'dockerLabels',
  // Of the log configuration, and of the log router: tokens of other vendors.
  'options',
  'secretOptions',
  'containerOverrides',
];

/** Tasks with their task roles: what runs, not what could be run. */
export const ecsOperations = [
  defineOperation({
    ...region,
    id: 'ecs:ListClusters',
    neededBy: ['ecs:ExecuteCommand'],
    carriesFor: 'ecs-tasks',
    async call({ ecs }, options, page) {
      const { ListClustersCommand } = await import('../sdk/ecs.ts');
      return (await ecs).send(new ListClustersCommand({ maxResults: 100, nextToken: page }), options);
    },
    next,
  }),
  defineOperation({
    ...region,
    id: 'ecs:ListTasks',
    each: {
      of: ['ecs:ListClusters'],
      inputs: ({ clusterArns = [] }: ListClustersResponse) => clusterArns.map((cluster) => ({ cluster })),
    },
    async call({ ecs }, options, page, { cluster }) {
      const { ListTasksCommand } = await import('../sdk/ecs.ts');
      return (await ecs).send(new ListTasksCommand({ cluster, maxResults: 100, nextToken: page }), options);
    },
    next,
  }),
  defineOperation({
    ...region,
    id: 'ecs:DescribeTasks',
    each: {
      of: ['ecs:ListTasks'],
      inputs: ({ taskArns = [] }: ListTasksResponse, { cluster }) =>
        inBatches(taskArns, 100).map((tasks) => ({ cluster: String(cluster), tasks })),
    },
    async call({ ecs }, options, _page, { cluster, tasks }) {
      const { DescribeTasksCommand } = await import('../sdk/ecs.ts');
      return (await ecs).send(new DescribeTasksCommand({ cluster, tasks: [...tasks], include: ['TAGS'] }), options);
    },
    secrets: containerSecrets,
  }),
  defineOperation({
    ...region,
    id: 'ecs:DescribeTaskDefinition',
    each: {
      of: ['ecs:DescribeTasks'],
      inputs: ({ tasks = [] }: DescribeTasksResponse) =>
        tasks.flatMap(({ taskDefinitionArn }) => (taskDefinitionArn ? [{ taskDefinition: taskDefinitionArn }] : [])),
    },
    async call({ ecs }, options, _page, { taskDefinition }) {
      const { DescribeTaskDefinitionCommand } = await import('../sdk/ecs.ts');
      return (await ecs).send(new DescribeTaskDefinitionCommand({ taskDefinition }), options);
    },
    secrets: containerSecrets,
  }),
];
