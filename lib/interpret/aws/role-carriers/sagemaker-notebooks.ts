import { required } from '../../shape.ts';
import { keyedAnswersOf } from '../answer.ts';
import type { CarrierSource } from './carrier-source.ts';

/** SageMaker notebook instances, which run with their execution role. */
export const sagemakerNotebooks: CarrierSource = {
  operations: ['sagemaker:DescribeNotebookInstance'],
  carriers: (answers, { region }) =>
    keyedAnswersOf(answers, 'sagemaker:DescribeNotebookInstance').map(({ output }) => ({
      kind: 'sagemaker-notebook',
      arn: required(output.NotebookInstanceArn, 'NotebookInstanceArn'),
      region,
      roleArn: required(output.RoleArn, 'RoleArn'),
      running: output.NotebookInstanceStatus === 'InService',
    })),
};
