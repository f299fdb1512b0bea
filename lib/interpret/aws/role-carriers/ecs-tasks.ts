import type { Task } from '@aws-sdk/client-ecs';
import type { RoleCarrier } from '../../../model/aws/role-carrier.ts';
import type { Answers } from '../../part.ts';
import { listOf, required } from '../../shape.ts';
import type { Wire } from '../../wire.ts';
import { keyedAnswersOf } from '../answer.ts';
import type { CarrierSource } from './carrier-source.ts';
import { tagsOf } from './tags-of.ts';

/** ECS tasks with a task role: the one that the task was run with, else the task definition's. */
export const ecsTasks: CarrierSource = {
  operations: ['ecs:DescribeTasks', 'ecs:DescribeTaskDefinition'],
  carriers: (answers, { region }) => {
    const roles = definedRoles(answers);
    return keyedAnswersOf(answers, 'ecs:DescribeTasks')
      .flatMap(({ output }) => listOf(output.tasks, 'tasks'))
      .flatMap((task) => taskOf(task, roles, region));
  },
};

function taskOf(task: Wire<Task>, roles: ReadonlyMap<string, string>, region: string): readonly RoleCarrier[] {
  const definition = required(task.taskDefinitionArn, 'taskDefinitionArn');
  const roleArn = task.overrides?.taskRoleArn ?? roles.get(definition);
  if (!roleArn) return [];
  return [
    {
      kind: 'ecs-task',
      arn: required(task.taskArn, 'taskArn'),
      region,
      roleArn,
      running: task.lastStatus === 'RUNNING',
      execEnabled: task.enableExecuteCommand ?? false,
      ...tagsOf(task.tags),
    },
  ];
}

/** The task role of each task definition that has one. */
function definedRoles(answers: Answers): ReadonlyMap<string, string> {
  const definitions = keyedAnswersOf(answers, 'ecs:DescribeTaskDefinition').flatMap(
    ({ output }) => output.taskDefinition ?? [],
  );
  return new Map(
    definitions.flatMap(({ taskDefinitionArn, taskRoleArn }) =>
      taskDefinitionArn && taskRoleArn ? [[taskDefinitionArn, taskRoleArn] as const] : [],
    ),
  );
}
