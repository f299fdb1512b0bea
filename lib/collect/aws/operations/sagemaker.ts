import type { ListNotebookInstancesOutput } from '@aws-sdk/client-sagemaker';
import { defineOperation } from '../operation.ts';

const region = { per: 'region', budget: 'workload' } as const;

/** Notebook instances with their execution roles, which only the description names. */
export const sagemakerOperations = [
  defineOperation({
    ...region,
    id: 'sagemaker:ListNotebookInstances',
    neededBy: ['sagemaker:CreatePresignedNotebookInstanceUrl', 'sagemaker:CreateNotebookInstanceLifecycleConfig'],
    carriesFor: 'sagemaker',
    absent: ['ENOTFOUND'],
    async call({ sagemaker }, options, page) {
      const { ListNotebookInstancesCommand } = await import('../sdk/sagemaker.ts');
      return (await sagemaker).send(new ListNotebookInstancesCommand({ MaxResults: 100, NextToken: page }), options);
    },
    next: (output) => output.NextToken,
  }),
  defineOperation({
    ...region,
    id: 'sagemaker:DescribeNotebookInstance',
    each: {
      of: ['sagemaker:ListNotebookInstances'],
      inputs: ({ NotebookInstances = [] }: ListNotebookInstancesOutput) =>
        NotebookInstances.flatMap(({ NotebookInstanceName }) =>
          NotebookInstanceName ? [{ NotebookInstanceName }] : [],
        ),
    },
    async call({ sagemaker }, options, _page, { NotebookInstanceName }) {
      const { DescribeNotebookInstanceCommand } = await import('../sdk/sagemaker.ts');
      return (await sagemaker).send(new DescribeNotebookInstanceCommand({ NotebookInstanceName }), options);
    },
  }),
];
