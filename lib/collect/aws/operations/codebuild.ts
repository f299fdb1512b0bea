import { BatchGetProjectsCommand, ListProjectsCommand, type ListProjectsOutput } from '@aws-sdk/client-codebuild';
import { inBatches } from '../in-batches.ts';
import { defineOperation } from '../operation.ts';

const region = { per: 'region', budget: 'workload' } as const;

/** Projects with their service roles. Variables, an inline build specification and a webhook may hold secrets. */
export const codebuildOperations = [
  defineOperation({
    ...region,
    id: 'codebuild:ListProjects',
    neededBy: ['codebuild:StartBuild', 'codebuild:StartBuildBatch', 'codebuild:UpdateProject'],
    carriesFor: 'codebuild',
    absent: ['ENOTFOUND'],
    call: ({ codebuild }, options, page) => codebuild.send(new ListProjectsCommand({ nextToken: page }), options),
    next: (output) => output.nextToken,
  }),
  defineOperation({
    ...region,
    id: 'codebuild:BatchGetProjects',
    each: {
      of: ['codebuild:ListProjects'],
      inputs: ({ projects = [] }: ListProjectsOutput) => inBatches(projects, 100).map((names) => ({ names })),
    },
    call: ({ codebuild }, options, _page, { names }) =>
      codebuild.send(new BatchGetProjectsCommand({ names: [...names] }), options),
    secrets: ['environmentVariables', 'buildspec', 'webhook'],
  }),
];
