import type { ListProjectsOutput } from '@aws-sdk/client-codebuild';
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
    async call({ codebuild }, options, page) {
      const { ListProjectsCommand } = await import('../sdk/codebuild.ts');
      return (await codebuild).send(new ListProjectsCommand({ nextToken: page }), options);
    },
    next: (output) => output.nextToken,
  }),
  defineOperation({
    ...region,
    id: 'codebuild:BatchGetProjects',
    each: {
      of: ['codebuild:ListProjects'],
      inputs: ({ projects = [] }: ListProjectsOutput) => inBatches(projects, 100).map((names) => ({ names })),
    },
    async call({ codebuild }, options, _page, { names }) {
      const { BatchGetProjectsCommand } = await import('../sdk/codebuild.ts');
      return (await codebuild).send(new BatchGetProjectsCommand({ names: [...names] }), options);
    },
    secrets: ['environmentVariables', 'buildspec', 'webhook'],
  }),
];
